using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FourierPointwiseNonlinearity : IExportable
{
    /// <summary>A 1 x 1 convolution that samples, a rectifier, and a 1 x 1 convolution that takes the samples back.</summary>
    /// <exception cref="NotSupportedException">The layer was built with a function of its own.</exception>
    public nn.Module<Tensor, Tensor> Export() => _function is null
        ? nn.Sequential(
            PointwiseMatrix.Export(Sample, InputType.Channels), nn.ReLU(),
            PointwiseMatrix.Export(Reconstruct, InputType.Fields.Count * _elements.Length))
        : throw new NotSupportedException(
            $"{GetName()}: its function is code of the caller, which is no plain module; with the rectifier, its default, it exports.");
}
