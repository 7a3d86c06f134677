using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class MaxPooling : IExportable
{
    /// <summary>A <c>MaxPool2d</c>.</summary>
    /// <exception cref="NotSupportedException">The images are hexagons; the message says why that hinders.</exception>
    public nn.Module<Tensor, Tensor> Export()
    {
        PlainModules.RequireRectangles(this);
        return nn.MaxPool2d(KernelSize, Stride, Padding);
    }
}
