using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class AveragePooling : IExportable
{
    /// <summary>An <c>AvgPool2d</c>.</summary>
    /// <exception cref="NotSupportedException">The images are hexagons; the message says why that hinders.</exception>
    public nn.Module<Tensor, Tensor> Export()
    {
        PlainModules.RequireRectangles(this);
        return nn.AvgPool2d(KernelSize, Stride, Padding);
    }
}
