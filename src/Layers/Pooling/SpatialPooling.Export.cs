using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class SpatialPooling : IExportable
{
    /// <summary>
    /// Adaptive pooling to one pixel, and <c>Flatten</c>; on hexagons after a mask of minus infinity, or means by
    /// <see cref="PlainWindows"/>.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context) => Kind == PoolingKind.Mean
        ? PlainSequence.Of(PlainMean.OverPositions(InputType), nn.Flatten())
        : PlainSequence.Of(
            OnHexagons ? new PlainHexagon(outside: double.NegativeInfinity) : nn.Identity(), nn.AdaptiveMaxPool2d([1L, 1L]), nn.Flatten());
}
