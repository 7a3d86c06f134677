using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Plain modules one after another, without sequences inside sequences and without identities.</summary>
internal static class PlainSequence
{
    /// <summary>One module where one is left, else a <c>Sequential</c> of them.</summary>
    internal static nn.Module<Tensor, Tensor> Of(params nn.Module<Tensor, Tensor>[] modules)
    {
        nn.Module<Tensor, Tensor>[] flat = [.. modules.SelectMany(Flat)];
        return flat.Length switch { 0 => nn.Identity(), 1 => flat[0], _ => nn.Sequential(flat) };
    }

    private static IEnumerable<nn.Module<Tensor, Tensor>> Flat(nn.Module<Tensor, Tensor> module) => module switch
    {
        Identity => [],
        Sequential when module.GetType() == typeof(Sequential) => module.children().Cast<nn.Module<Tensor, Tensor>>().SelectMany(Flat),
        _ => [module],
    };
}
