using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Shifts of an image on the torus, <c>(T_t x)(p) = x(p − t)</c>.</summary>
internal static class CyclicShifts
{
    public static IEnumerable<LatticePoint> Multiples(Tensor x, int stride) =>
        from row in Enumerable.Range(0, (int)x.shape[2] / stride)
        from column in Enumerable.Range(0, (int)x.shape[3] / stride)
        select new LatticePoint(column * stride, row * stride);

    public static Tensor Shift(Tensor x, LatticePoint t, int stride) => x.roll([t.Y / stride, t.X / stride], [2, 3]);

    public static void RequireImage(Tensor x, int stride)
    {
        if (x.ndim != 4)
        {
            throw new ArgumentException($"Shifts need an image, N x C x H x W; the input is {FieldShape.Print(x)}.", nameof(x));
        }

        if (stride < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(stride), $"A stride is at least 1; it was given as {stride}.");
        }
    }

    public static void RequireStride(Tensor x, Tensor output, int stride)
    {
        bool fits = output.ndim == 2 || (output.ndim == 4 && Fits(x.shape[2], output.shape[2]) && Fits(x.shape[3], output.shape[3]));
        if (!fits || x.shape[2] % stride != 0 || x.shape[3] % stride != 0)
        {
            throw new ArgumentException(
                $"With stride {stride} an image of shape {FieldShape.Print(x)} has an output of 1/{stride} its sides; f gives " +
                $"{FieldShape.Print(output)}. Cyclic shifts are for functions that pad circularly; with other padding compare shifted " +
                "windows. Is the stride the product of all strides?",
                nameof(stride));
        }

        bool Fits(long side, long outputSide) => side == outputSide * stride;
    }
}
