using GCnn.Layers.Tests;
using static TorchSharp.torch;

namespace GCnn.Onnx.Tests;

/// <summary>Files are read as they were written, and what is no whole file of ours is refused.</summary>
public class OnnxFileLaws
{
    public static TheoryData<string> Nets => [.. ExportNets.ByName.Keys];

    [Theory]
    [MemberData(nameof(Nets))]
    public void What_was_read_is_what_was_written(string name)
    {
        OnnxModel model = Model(name);
        byte[] bytes = Bytes(model);
        OnnxModel read = OnnxFile.Read(new MemoryStream(bytes));
        Assert.Equal(bytes, Bytes(read));
        Assert.Equal(model.ToString(), read.ToString());
        Assert.Equal(model.Graph.ToString(), read.Graph.ToString());
        Assert.Equal("a note\nof two lines", read.Notes["gcnn.note"]);
        Assert.Equal(
            model.Graph.Nodes.SelectMany(node => node.Attributes).Select(attribute => attribute.ToString()),
            read.Graph.Nodes.SelectMany(node => node.Attributes).Select(attribute => attribute.ToString()));
        Assert.All(model.Graph.Constants.Zip(read.Graph.Constants), pair =>
        {
            Assert.Equal(pair.First.ToString(), pair.Second.ToString());
            Assert.Equal(pair.First.Element, pair.Second.Element);
            Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span));
        });
    }

    [Fact]
    public void The_first_bytes_are_those_of_the_schema()
    {
        OnnxGraph graph = new("g", [], [], [], []);
        byte[] bytes = Bytes(new OnnxModel(graph, new Dictionary<string, string> { ["k"] = "v" }));

        // ir_version = 8; producer_name = "GCnn"; producer_version = "0.1.0".
        Assert.Equal([0x08, 8, 0x12, 4, (byte)'G', (byte)'C', (byte)'n', (byte)'n', 0x1A, 5], bytes[..10]);

        // graph { name = "g" }; opset_import { domain = "", version = 17 }; metadata_props { key = "k", value = "v" }.
        Assert.Equal(
            [0x3A, 3, 0x12, 1, (byte)'g', 0x42, 4, 0x0A, 0, 0x10, 17, 0x72, 6, 0x0A, 1, (byte)'k', 0x12, 1, (byte)'v'], bytes[^19..]);
    }

    [Fact]
    public void A_cut_file_or_a_spoiled_one_is_refused_in_a_sentence()
    {
        byte[] bytes = Bytes(Model("p6m"));
        foreach (int length in Enumerable.Range(0, 200).Select(i => i * bytes.Length / 200))
            Refuses(bytes[..length]);
        Refuses([.. bytes, 1, 2, 3]);
        byte[] version = [.. bytes];
        version[1] = 3;
        Refuses(version, "its version of the format is 3 and not 8");
        Refuses("no protobuf at all"u8.ToArray());
    }

    [Fact]
    public void More_than_2_GiB_is_refused_before_anything_is_written()
    {
        byte[] shared = new byte[1 << 28];
        OnnxTensor[] constants = [.. Enumerable.Range(0, 8).Select(i => new OnnxTensor($"{i}", OnnxElement.Float, [1 << 26], shared))];
        OnnxModel model = new(new OnnxGraph("large", [], constants, [], []), new Dictionary<string, string>());
        using MemoryStream file = new();
        Messages.Say<InvalidDataException>(
            () =>
            {
                OnnxFile.Write(model, file);
                return null;
            },
            "The model takes 2.00 GiB as ONNX; a file of that format holds less than 2 GiB. Export a model with fewer weights");
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void Constants_have_as_many_bytes_as_their_shape_and_type_ask_for()
    {
        Messages.Say<ArgumentException>(
            () => new OnnxTensor("w", OnnxElement.Int64, [2, 3], new byte[47]), "w: 2 x 3 needs 48 bytes; 47 were given");
        Messages.Say<ArgumentException>(
            () => new OnnxTensor("w", (OnnxElement)11, [2], new byte[16]), "numbers of type 11 are not among", "Float, Int64 and Bool");
        Assert.Equal([0, 0, 128, 63], OnnxTensor.Of("one", [], [1f]).Bytes.ToArray());
        Assert.Equal([254, 255, 255, 255, 255, 255, 255, 255], OnnxTensor.Of("minus two", [1], [-2L]).Bytes.ToArray());
        Assert.Equal([0, 1], OnnxTensor.Of("mask", [2], [false, true]).Bytes.ToArray());
    }

    private static void Refuses(byte[] bytes, string reason = "") => Messages.Say<InvalidDataException>(
        () => OnnxFile.Read(new MemoryStream(bytes)), "This is not an ONNX file as GCnn writes them (", reason, ").");

    private static OnnxModel Model(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        return OnnxExport.Of(net, x.shape[1..], new OnnxOptions
        {
            Probabilities = true, Notes = new Dictionary<string, string> { ["gcnn.note"] = "a note\nof two lines" },
        });
    }

    private static byte[] Bytes(OnnxModel model)
    {
        using MemoryStream file = new();
        OnnxFile.Write(model, file);
        return file.ToArray();
    }
}
