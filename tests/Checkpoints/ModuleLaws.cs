using static TorchSharp.torch;

namespace GCnn.Checkpoints.Tests;

/// <summary>Modules in files: saved and loaded whole, and refused with what does not fit.</summary>
public sealed class ModuleLaws : IDisposable
{
    private readonly Place _place = new();

    private string Target => _place["net.safetensors"];

    [Fact]
    public void A_saved_module_comes_back_bit_for_bit()
    {
        using var first = Net();
        using var second = Net();
        first.call(randn(4, 2, 3, 3)).Dispose();
        SafeTensors.Save(first, Target, new Dictionary<string, string> { ["format"] = "pt" });
        (IReadOnlyList<string> missing, IReadOnlyList<string> unexpected) = SafeTensors.Load(second, Target);
        Assert.Equal((0, 0), (missing.Count, unexpected.Count));
        Assert.Equal(State(first), State(second));
        Assert.Contains(State(first), line => line.StartsWith("norm.num_batches_tracked ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_fit_is_named_and_changes_nothing()
    {
        using var saved = nn.Sequential(("conv", nn.Conv2d(2, 3, 3, bias: false)), ("head", nn.Linear(2, 2)));
        SafeTensors.Save(saved, Target);
        using var net = Net();
        string[] before = State(net);
        string message = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(net, Target)).Message;
        Assert.Equal(
            $"{Target} does not fit the Sequential: 'conv.weight' has shape [3, 2, 3, 3] in the file and [4, 2, 3, 3] in the module; the file " +
            "lacks 'conv.bias', 'norm.weight', 'norm.bias', 'norm.running_mean' and 2 more; the module has no 'head.bias', 'head.weight'. " +
            "Build the module as the one that was saved.",
            message);
        Assert.Equal(before, State(net));
        Assert.Contains("'conv.weight' has shape", Assert.Throws<InvalidDataException>(() => SafeTensors.Load(net, Target, strict: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_differ_only_where_that_is_asked_for()
    {
        using var scope = NewDisposeScope();
        SafeTensors.Write(Target, new Dictionary<string, Tensor> { ["weight"] = ones(1, 2, ScalarType.Float16), ["more"] = ones(1) });
        using var net = nn.Linear(2, 1);
        Assert.Contains(
            "'weight' holds Float16 in the file and Float32 in the module; the file lacks 'bias'; the module has no 'more'.",
            Assert.Throws<InvalidDataException>(() => SafeTensors.Load(net, Target)).Message, StringComparison.Ordinal);
        (IReadOnlyList<string> missing, IReadOnlyList<string> unexpected) = SafeTensors.Load(net, Target, strict: false);
        Assert.Equal(["bias", "more"], [.. missing, .. unexpected]);
        Assert.Equal([1f, 1f], net.weight!.detach().data<float>().ToArray());
    }

    [Fact]
    public void A_prefix_picks_a_part_of_a_file()
    {
        using var scope = NewDisposeScope();
        using var net = nn.Linear(2, 1);
        SafeTensors.Write(Target, net.state_dict().Select(entry => KeyValuePair.Create("net." + entry.Key, entry.Value)).Append(new("step", ones(1))).ToDictionary());
        using var other = nn.Linear(2, 1);
        using (SafeTensorsFile file = SafeTensors.Open(Target))
            file.LoadInto(other, "net.");
        Assert.Equal(State(net), State(other));
    }

    [Fact]
    public void A_changed_byte_is_noticed_before_anything_is_loaded()
    {
        using var saved = Net();
        SafeTensors.Save(saved, Target);
        byte[] bytes = File.ReadAllBytes(Target);
        bytes[^5] ^= 0x10;
        File.WriteAllBytes(Target, bytes);
        using var net = Net();
        string[] before = State(net);
        Assert.Equal(
            $"{Target} does not fit its checksum: it was changed after it had been written.",
            Assert.Throws<InvalidDataException>(() => SafeTensors.Load(net, Target)).Message);
        Assert.Equal(before, State(net));
    }

    [Fact]
    public void A_tensor_that_is_not_there_is_one_sentence()
    {
        using SafeTensorsFile file = SafeTensors.Open(Samples.PathOf("plain.safetensors"));
        Assert.True(file.Contains("bias") && !file.Contains("gain"));
        Assert.Equal($"{file.Path} has no tensor 'gain'; it has 'weight', 'bias'.", Assert.Throws<KeyNotFoundException>(() => file.Read("gain")).Message);
        Assert.Equal("weight F32 [2, 2]", $"{file["weight"]}");
        Assert.Equal(new TensorEntry("weight", ScalarType.Float32, [2, 2], 0, 16), file["weight"]);
        Assert.NotEqual(new TensorEntry("weight", ScalarType.Float32, [4], 0, 16), file["weight"]);
    }

    public void Dispose() => _place.Dispose();

    private static TorchSharp.Modules.Sequential Net() => nn.Sequential(("conv", nn.Conv2d(2, 4, 3)), ("norm", nn.BatchNorm2d(4)));

    private static string[] State(nn.Module module) =>
        [.. module.state_dict().Select(entry => $"{entry.Key} {entry.Value.dtype} {Convert.ToHexStringLower(Samples.Raw(entry.Value))}")];
}
