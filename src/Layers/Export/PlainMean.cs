using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Means and maxima of whole images by plain modules.</summary>
internal static class PlainMean
{
    /// <summary>The mean of each channel over all positions, on hexagons over their cells. <b>Shapes:</b> <c>N x C x 1 x 1</c>.</summary>
    internal static nn.Module<Tensor, Tensor> OverPositions(FieldType type) => type.Group.Lattice is HexagonalLattice
        ? new PlainWindows(PoolingKind.Mean, (rows, _) => Whole(HexagonalDomain.FromRectangle(rows)))
        : nn.AdaptiveAvgPool2d([1L, 1L]);

    private static PixelWindows Whole(HexagonalDomain hexagon) => PixelWindows.OnHexagon(nameof(PlainWindows), hexagon, 0, 1, hexagon.Radius);
}
