using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class AdaptivePooling : IExportable
{
    /// <summary>An <c>AdaptiveAvgPool2d</c> or <c>AdaptiveMaxPool2d</c>; on hexagons <see cref="PlainWindows"/> and a mask.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        long[] size = [Rows, Columns];
        int side = Rows;
        return OnHexagons ? PlainSequence.Of(new PlainWindows(Kind, (rows, _) => Hexagons(rows, side)), new PlainHexagon())
            : Kind == PoolingKind.Max ? nn.AdaptiveMaxPool2d(size)
            : nn.AdaptiveAvgPool2d(size);
    }

    /// <summary>As many hexagons as asked for on a side, of the radius that fills the image.</summary>
    private static PixelWindows Hexagons(int rows, int side)
    {
        var image = HexagonalDomain.FromRectangle(rows);
        int step = rows / side;
        return PixelWindows.OnHexagon(nameof(AdaptivePooling), image, side / 2, step, image.Radius - (step * (side / 2)));
    }
}
