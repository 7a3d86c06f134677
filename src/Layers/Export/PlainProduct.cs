using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The elementwise product of what modules make of one tensor, <c>f_1(x) ⋯ f_n(x)</c>, with axes of length 1 repeated.</summary>
/// <remarks>A gate is the product of <c>Identity</c> and a branch. In ONNX it is <c>Mul</c>.</remarks>
/// <param name="branches">The modules, at least one.</param>
public sealed class PlainProduct(params nn.Module<Tensor, Tensor>[] branches) : PlainBranches(nameof(PlainProduct), branches)
{
    private protected override Tensor Join(Tensor[] results) => results.Aggregate((a, b) => a * b);
}
