using static TorchSharp.torch;

namespace GCnn.Layers;

public abstract partial class ExpandedFilterModule
{
    /// <summary>Copies the expanded filter and bias, in the shape that a plain module keeps them in.</summary>
    internal void CopyTo(Tensor weight, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        weight.copy_(ExpandedFilter().view(weight.shape));
        bias?.copy_(ExpandedBias()!);
    }
}
