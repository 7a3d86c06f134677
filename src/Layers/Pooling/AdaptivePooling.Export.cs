using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class AdaptivePooling : IExportable
{
    /// <summary>An <c>AdaptiveAvgPool2d</c> or <c>AdaptiveMaxPool2d</c>.</summary>
    /// <exception cref="NotSupportedException">The images are hexagons; the message says why that hinders.</exception>
    public nn.Module<Tensor, Tensor> Export()
    {
        PlainModules.RequireRectangles(this);
        long[] size = [Rows, Columns];
        return Kind == PoolingKind.Max ? nn.AdaptiveMaxPool2d(size) : nn.AdaptiveAvgPool2d(size);
    }
}
