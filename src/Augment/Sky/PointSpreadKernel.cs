using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>A kernel of odd sides, row-major, symmetric about its middle, that sums to 1.</summary>
internal sealed class PointSpreadKernel
{
    /// <summary>How many neighbouring pixels of a row a convolution by a round kernel gives at once.</summary>
    private const int Block = 16;

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
        Tensor framed = Mirrored(Mirrored(images, 2, _rowRadius), 3, _columnRadius);
        return _rowRadius > 0 && _columnRadius > 0 ? InBlocks(framed, images.shape[3]) : nn.functional.conv2d(framed, Weight(images));
    }

    private Tensor Weight(Tensor like) => tensor(
        _weights, [1, 1, (2 * _rowRadius) + 1, (2 * _columnRadius) + 1], dtype: like.dtype, device: like.device);

    /// <summary>
    /// The same convolution with a step of 16 pixels along the rows and 16 kernels, each shifted by one pixel: libtorch's convolutions are
    /// made for many channels, and with one take ten times as long.
    /// </summary>
    private Tensor InBlocks(Tensor framed, long columns)
    {
        long blocks = (columns + Block - 1) / Block, rows = framed.shape[2] - (2 * _rowRadius);
        Tensor weight = Weight(framed);
        Tensor shifted = cat([.. Enumerable.Range(0, Block).Select(x => nn.functional.pad(weight, [x, Block - 1 - x]))]);
        Tensor wide = nn.functional.pad(framed, [0, (blocks * Block) - columns]);
        return nn.functional.conv2d(wide, shifted, strides: [1, Block])
            .permute(0, 2, 3, 1)
            .reshape(framed.shape[0], 1, rows, blocks * Block)
            .narrow(3, 0, columns);
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
