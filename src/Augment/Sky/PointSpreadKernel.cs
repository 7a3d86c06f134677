using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>A kernel of odd sides, row-major, symmetric about its middle, that sums to 1.</summary>
internal sealed class PointSpreadKernel
{
    private readonly double[] _weights;
    private readonly int _rowRadius;
    private readonly int _columnRadius;

    private PointSpreadKernel(int rowRadius, int columnRadius, Func<int, int, double> profile)
    {
        (_rowRadius, _columnRadius) = (rowRadius, columnRadius);
        double[] values =
        [
            .. from y in Enumerable.Range(-rowRadius, (2 * rowRadius) + 1)
               from x in Enumerable.Range(-columnRadius, (2 * columnRadius) + 1)
               select profile(x, y),
        ];
        double sum = values.Sum();
        _weights = Array.ConvertAll(values, value => value / sum);
    }

    /// <summary>A kernel of one row.</summary>
    public static PointSpreadKernel Row(int radius, Func<int, double> profile) => new(0, radius, (x, _) => profile(x));

    /// <summary>A kernel of one column.</summary>
    public static PointSpreadKernel Column(int radius, Func<int, double> profile) => new(radius, 0, (_, y) => profile(y));

    /// <summary>A round kernel, by the squared distance.</summary>
    public static PointSpreadKernel Round(int radius, Func<double, double> profile) =>
        new(radius, radius, (x, y) => profile((x * x) + (y * y)));

    /// <summary>Convolves images of one channel. <c>N x 1 x H x W</c> to the same. The caller owns the dispose scope.</summary>
    public Tensor Convolve(Tensor images)
    {
        long[] sides = [1, 1, (2 * _rowRadius) + 1, (2 * _columnRadius) + 1];
        Tensor weight = tensor(_weights, sides, dtype: images.dtype, device: images.device);
        return nn.functional.conv2d(Mirrored(Mirrored(images, 2, _rowRadius), 3, _columnRadius), weight);
    }

    /// <summary>The image continued by its mirror image: pixel <c>−1</c> is pixel 0, and so on with the period <c>2 n</c>.</summary>
    private static Tensor Mirrored(Tensor images, int axis, int radius)
    {
        if (radius == 0)
        {
            return images;
        }

        int n = (int)images.shape[axis];
        long[] sources = [.. Enumerable.Range(-radius, n + (2 * radius)).Select(x => Mirrored(x, n))];
        return images.index_select(axis, tensor(sources, dtype: ScalarType.Int64, device: images.device));
    }

    private static long Mirrored(int x, int n)
    {
        int within = ((x % (2 * n)) + (2 * n)) % (2 * n);
        return within < n ? within : (2 * n) - 1 - within;
    }
}
