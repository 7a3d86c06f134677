using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The linear map from the free weights of a convolution to the filter that <c>conv2d</c> is given, differentiable.</summary>
internal abstract class FilterExpansion : IDisposable
{
    /// <summary>The number of free weights.</summary>
    internal abstract int WeightCount { get; }

    public abstract void Dispose();

    /// <summary>The filter, <c>C_out x C_in x rows x columns</c>, of the weights' type and on their device.</summary>
    internal abstract Tensor Expand(Tensor weight);

    /// <summary>Random weights with which outputs have twice the mean square of inputs.</summary>
    internal abstract Tensor InitialWeights(Generator? generator);
}
