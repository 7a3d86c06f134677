using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class MaxPooling : IExportable
{
    /// <summary>A <c>MaxPool2d</c>; on hexagons <see cref="PlainWindows"/> and a mask.</summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        if (!OnHexagons)
        {
            return nn.MaxPool2d(KernelSize, Stride, Padding);
        }

        (int reach, int stride, int padding) = (KernelSize / 2, Stride, Padding);
        PixelWindows Windows(int rows, int columns)
        {
            var image = HexagonalDomain.FromRectangle(rows);
            int room = image.Radius + padding - reach;
            return PixelWindows.OnHexagon(nameof(MaxPooling), image, room < 0 ? -1 : room / stride, stride, reach);
        }

        return PlainSequence.Of(new PlainWindows(PoolingKind.Max, Windows), new PlainHexagon());
    }
}
