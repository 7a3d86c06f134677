using GCnn.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Onnx;

/// <summary>Modules made of modules.</summary>
internal static class Joins
{
    /// <summary>One after another.</summary>
    public static string Chain(Sequential sequence, Translation at)
    {
        GraphValue value = at.Input;
        foreach ((string name, nn.Module module) in sequence.named_children())
        {
            value = at.Part(name, (nn.Module<Tensor, Tensor>)module, value);
        }

        return value.Name;
    }

    /// <summary>Side by side, joined two by two from the first on: <c>Add</c> or <c>Mul</c>, which repeat axes of length 1.</summary>
    public static string Fold(PlainBranches branches, Translation at, string operation) =>
        Results(branches, at).Aggregate((joined, next) => at.Add(operation, [joined, next]));

    /// <summary>Side by side, one after another along the channels: <c>Concat</c>.</summary>
    public static string Concatenate(PlainConcatenation branches, Translation at) =>
        at.Add("Concat", Results(branches, at), OnnxAttribute.Of("axis", 1L));

    private static string[] Results(PlainBranches branches, Translation at) =>
        [.. branches.Branches.Select((branch, i) => at.Part($"{i}", branch, at.Input).Name)];
}
