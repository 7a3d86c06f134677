using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class Convolution
{
    /// <summary>A <c>Conv2d</c> with the expanded filter and bias.</summary>
    /// <exception cref="NotSupportedException">The images are hexagons; the message says why that hinders.</exception>
    public nn.Module<Tensor, Tensor> Export() => _windows.Export(this, Groups);
}
