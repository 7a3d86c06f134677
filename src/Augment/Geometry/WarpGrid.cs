using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The places of the input that each pixel of the output reads, as <c>grid_sample</c> takes them.</summary>
/// <remarks>
/// <c>grid_sample</c> without aligned corners numbers an axis of <c>n</c> pixels from −1 to 1 between outer edges, so a place <c>X</c>
/// pixels from the centre has the coordinate <c>2 X / n</c>. The grid is made of single products and sums, each rounded once, rather than
/// of <c>affine_grid</c>'s matrix product, whose rounding may change with the size of the batch.
/// </remarks>
internal static class WarpGrid
{
    /// <summary>Makes <c>N x rows x columns x 2</c> coordinates, x before y.</summary>
    public static Tensor Make(Tensor images, WarpParameters[] warps, int rows, int columns)
    {
        var maps = Array.ConvertAll(warps, warp => warp.Backward);
        (double x, double y) = (2.0 / images.shape[3], 2.0 / images.shape[2]);
        Tensor right = Centred(columns, images).reshape(1, 1, columns), down = Centred(rows, images).reshape(1, rows, 1);
        Tensor gridX = (Numbers(m => x * m.A) * right) + ((Numbers(m => x * m.B) * down) + Numbers(m => x * m.E));
        Tensor gridY = (Numbers(m => y * m.C) * right) + ((Numbers(m => y * m.D) * down) + Numbers(m => y * m.F));
        return stack([gridX, gridY], -1);

        Tensor Numbers(Func<(double A, double B, double C, double D, double E, double F), double> number) =>
            tensor(Array.ConvertAll(maps, m => number(m)), [maps.Length, 1, 1], dtype: images.dtype, device: images.device);
    }

    private static Tensor Centred(int length, Tensor like) =>
        arange(length, dtype: like.dtype, device: like.device) - ((length - 1) / 2.0);
}
