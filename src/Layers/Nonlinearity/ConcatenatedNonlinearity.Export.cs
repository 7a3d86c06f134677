using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class ConcatenatedNonlinearity : IExportable
{
    /// <summary>A 1 x 1 convolution with weights 0, 1 and −1, and a rectifier.</summary>
    /// <exception cref="NotSupportedException">The layer was built with a function of its own.</exception>
    public nn.Module<Tensor, Tensor> Export() => _function is null
        ? nn.Sequential(PointwiseMatrix.Export(WithNegatives, InputType.Channels), nn.ReLU())
        : throw new NotSupportedException(
            $"{GetName()}: its function is code of the caller, which is no plain module; with the rectifier, its default, it exports.");
}
