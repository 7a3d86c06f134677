using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class SpatialPooling : IExportable
{
    /// <summary>Adaptive pooling to one pixel, and <c>Flatten</c>.</summary>
    /// <exception cref="NotSupportedException">The images are hexagons; the message says why that hinders.</exception>
    public nn.Module<Tensor, Tensor> Export()
    {
        PlainModules.RequireRectangles(this);
        long[] one = [1, 1];
        return nn.Sequential(Kind == PoolingKind.Max ? nn.AdaptiveMaxPool2d(one) : nn.AdaptiveAvgPool2d(one), nn.Flatten());
    }
}
