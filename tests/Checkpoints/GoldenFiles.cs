using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace GCnn.Checkpoints.Tests;

/// <summary>Files that a small python script wrote by the format's own layout, and what it says is in them.</summary>
public sealed class GoldenFiles
{
    private static readonly JsonObject Expected = JsonNode.Parse(File.ReadAllText(Samples.PathOf("expected.json")))!.AsObject();

    public static TheoryData<string> Names => [.. Expected.Select(entry => entry.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_bit_by_bit(string name)
    {
        using var scope = NewDisposeScope();
        using SafeTensorsFile file = SafeTensors.Open(Samples.PathOf(name));
        Assert.Equal(Expected[name]!["metadata"]!.ToJsonString(), Samples.Text(file.Metadata));
        Assert.Equal(Samples.Lines(Expected[name]!["tensors"]!.AsObject()), Samples.Lines(file));
        Assert.False(file.HasChecksum);
    }

    [Fact]
    public void Each_of_them_is_there() => Assert.Equal(
        Directory.GetFiles(Samples.PathOf(""), "*.safetensors").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
        Expected.Select(entry => entry.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Numbers_are_those_that_python_packed()
    {
        using var scope = NewDisposeScope();
        using SafeTensorsFile file = SafeTensors.Open(Samples.PathOf("types.safetensors"));
        double[] numbers = [0, 1, -2, 3.5, -0.25, 100], whole = [0, 1, -2, 3, -100, 100];
        foreach (string name in (string[])["f64", "f32", "f16", "bf16"])
            Assert.Equal(numbers, file.Read(name).to(ScalarType.Float64).data<double>().ToArray());
        foreach (string name in (string[])["i64", "i32", "i16", "i8"])
            Assert.Equal(whole, file.Read(name).to(ScalarType.Float64).data<double>().ToArray());
        Assert.Equal<byte>([0, 1, 2, 128, 254, 255], file.Read("u8").data<byte>().ToArray());
        Assert.Equal([true, false, true], file.Read("bool").data<bool>().ToArray());
    }
}
