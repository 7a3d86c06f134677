using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Plain modules one after another, without sequences inside sequences, identities, and masks behind which another one follows before any
/// position is read by another.
/// </summary>
internal static class PlainSequence
{
    /// <summary>One module where one is left, else a <c>Sequential</c> of them.</summary>
    internal static nn.Module<Tensor, Tensor> Of(params nn.Module<Tensor, Tensor>[] modules)
    {
        nn.Module<Tensor, Tensor>[] flat = [.. modules.SelectMany(Flat)];
        nn.Module<Tensor, Tensor>[] needed = [.. flat.Where((module, i) => !IsMask(module) || !IsMaskedAgain(flat.AsSpan(i + 1)))];
        return needed.Length switch { 0 => nn.Identity(), 1 => needed[0], _ => nn.Sequential(needed) };
    }

    private static IEnumerable<nn.Module<Tensor, Tensor>> Flat(nn.Module<Tensor, Tensor> module) => module switch
    {
        Identity => [],
        Sequential when module.GetType() == typeof(Sequential) => module.children().Cast<nn.Module<Tensor, Tensor>>().SelectMany(Flat),
        _ => [module],
    };

    private static bool IsMaskedAgain(ReadOnlySpan<nn.Module<Tensor, Tensor>> following)
    {
        foreach (nn.Module<Tensor, Tensor> module in following)
        {
            if (IsMask(module) || !ActsAtEachPosition(module))
            {
                return IsMask(module);
            }
        }

        return false;
    }

    private static bool IsMask(nn.Module module) => module is PlainHexagon { Margin: 0, Outside: 0 };

    private static bool ActsAtEachPosition(nn.Module module) => module switch
    {
        Conv2d { kernel_size: [1, 1], stride: [1, 1], padding: [0, 0] } => true,
        BatchNorm2d or ReLU or LeakyReLU or ELU or GELU or SiLU or Tanh or Sigmoid or Softplus or PlainPower or PlainWinners => true,
        _ => false,
    };
}
