using System.Runtime.InteropServices;
using GCnn.Layers.Tests;
using static TorchSharp.torch;

namespace GCnn.Onnx.Tests;

/// <summary>Files that are wrong in one place are told from right ones by the same comparison.</summary>
public sealed class BrokenTwins(OnnxRun onnx) : IClassFixture<OnnxRun>
{
    public static TheoryData<string> Nets => [.. ExportNets.ByName.Keys];

    [NodeTheory]
    [MemberData(nameof(Nets))]
    public void A_weight_that_is_one_in_a_thousand_off_is_found(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        OnnxModel model = OnnxExport.Of(net, x.shape[1..]);
        Assert.True(onnx.Compare(model, net, x).Holds);
        OnnxTensor weights = model.Graph.Constants.Last(constant => constant.Name.EndsWith("weight", StringComparison.Ordinal));
        Assert.False(onnx.Compare(With(model, Scaled(weights, 1.001f)), net, x).Holds);
        Assert.False(onnx.Compare(With(model, Scaled(weights, float.NaN)), net, x).Holds);
        Assert.True(onnx.Compare(With(model, Scaled(weights, 1)), net, x).Holds);
    }

    [NodeFact]
    public void A_mask_with_another_cell_is_found()
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained("p6m");
        OnnxModel model = OnnxExport.Of(net, x.shape[1..]);
        OnnxTensor mask = model.Graph.Constants.First(constant => constant.Element == OnnxElement.Bool);
        byte[] bytes = mask.Bytes.ToArray();
        bytes[bytes.Length / 2] ^= 1;
        Assert.False(onnx.Compare(With(model, new OnnxTensor(mask.Name, mask.Element, mask.Shape, bytes)), net, x).Holds);
    }

    [NodeFact]
    public void A_file_that_is_none_is_refused_with_ONNX_Runtimes_reason()
    {
        OnnxGraph graph = new(
            "g", [new OnnxNode("a", "Relu", ["nothing"], "logits")], [], [new OnnxValue("images", OnnxElement.Float, OnnxDimension.Batch)],
            [new OnnxValue("logits", OnnxElement.Float, OnnxDimension.Batch)]);
        Messages.Say<InvalidDataException>(
            () => onnx.Run(new OnnxModel(graph, new Dictionary<string, string>()), ones(1)), "ONNX Runtime refuses: ", "nothing");
    }

    [Fact]
    public void Answers_of_other_shapes_and_comparisons_of_nothing_do_not_hold()
    {
        Messages.Say<ArgumentException>(() => Agreement.Of(ones(2, 3), ones(2, 1)), "[2, 3] and [2, 1] cannot be compared");
        Assert.False(Agreement.None.Holds);
        Assert.False(Agreement.Of(zeros(2, 3), zeros(2, 3)).Holds);
        Assert.False(Agreement.Of(ones(2, 3), full([2, 3], double.NaN)).Holds);
        Agreement both = Agreement.Of(ones(2, 3), ones(2, 3) + 1e-3).And(Agreement.Of(2 * ones(1, 3), 2 * ones(1, 3)));
        Assert.Equal((3, 2.0, false), (both.Images, both.Scale, both.Holds));
        Assert.Equal("1.0e-3 of 2.0, 5.0e-4 of the scale, over 3 images", $"{both}");
    }

    private static OnnxTensor Scaled(OnnxTensor weights, float factor) => OnnxTensor.Of(
        weights.Name, weights.Shape, [.. MemoryMarshal.Cast<byte, float>(weights.Bytes.Span).ToArray().Select(weight => weight * factor)]);

    private static OnnxModel With(OnnxModel model, OnnxTensor constant)
    {
        OnnxGraph graph = model.Graph;
        OnnxTensor[] constants = [.. graph.Constants.Select(old => old.Name == constant.Name ? constant : old)];
        return new OnnxModel(new OnnxGraph(graph.Name, graph.Nodes, constants, graph.Inputs, graph.Outputs), model.Notes);
    }
}
