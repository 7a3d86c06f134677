using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The sum of what modules make of one tensor, <c>f_1(x) + … + f_n(x)</c>, with axes of length 1 repeated.</summary>
/// <remarks>A residual connection is the sum of <c>Identity</c> and a branch. In ONNX it is <c>Add</c>.</remarks>
/// <param name="branches">The modules, at least one.</param>
public sealed class PlainSum(params nn.Module<Tensor, Tensor>[] branches) : PlainBranches(nameof(PlainSum), branches)
{
    private protected override Tensor Join(Tensor[] results) => results.Aggregate((a, b) => a + b);
}
