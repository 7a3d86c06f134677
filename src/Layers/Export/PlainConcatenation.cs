using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>What modules make of one tensor, one after another along the channels.</summary>
/// <remarks>In ONNX it is <c>Concat</c> with axis 1.</remarks>
/// <param name="branches">The modules, at least one.</param>
public sealed class PlainConcatenation(params nn.Module<Tensor, Tensor>[] branches)
    : PlainBranches(nameof(PlainConcatenation), branches)
{
    private protected override Tensor Join(Tensor[] results) => cat(results, 1);
}
