namespace GCnn.Images;

/// <summary>Crops the centred square of an image and averages it down (or up) to <c>Size x Size</c> float planes in [0, 1].</summary>
/// <remarks>
/// The square has side <c>c = round(CentreFraction * min(width, height))</c>, at least one pixel, and lies exactly about the image's centre,
/// through the middle of pixels where the parities ask for it. Each output value is the mean of the source over its cell (a box filter).
/// In units of <c>1 / (2 Size)</c> pixel every edge is an integer, so the weights are integers, the sums are exact whatever their order,
/// and the one rounding is the last division: resizing commutes <b>exactly</b> with the eight symmetries of the square.
/// </remarks>
public sealed record CentreResize
{
    /// <summary>Largest output side.</summary>
    public const int MaximumSize = 4_096;

    /// <summary>Chooses the output size and the part of the image that is kept.</summary>
    /// <param name="size">Side of the output, 1 to <see cref="MaximumSize"/>.</param>
    /// <param name="centreFraction">Part of the shorter side that is kept, in (0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">Either is out of its range.</exception>
    public CentreResize(int size, double centreFraction = 1)
    {
        if (size is < 1 or > MaximumSize)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"CentreResize: the size must be from 1 to {MaximumSize} pixels.");
        if (!(centreFraction is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(centreFraction), centreFraction,
                "CentreResize: the fraction of the image that is kept must be above 0 and at most 1.");
        }

        (Size, CentreFraction) = (size, centreFraction);
    }

    /// <summary>Side of the output in pixels.</summary>
    public int Size { get; }

    /// <summary>Part of the shorter side that is kept.</summary>
    public double CentreFraction { get; }

    /// <summary>Values of one output: <c>3 * Size * Size</c>.</summary>
    public int Length => 3 * Size * Size;

    /// <summary>Resizes one image.</summary>
    /// <returns>Planes red, green, blue, each <c>Size x Size</c> row by row: shape [3, Size, Size].</returns>
    public float[] Apply(RgbImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var side = Math.Max(1, (int)Math.Round(CentreFraction * Math.Min(image.Width, image.Height)));
        var columns = new BoxAxis(image.Width, side, Size);
        var rows = new BoxAxis(image.Height, side, Size);
        var (rowSums, cellSums, summedRow) = (new int[3 * Size], new long[3 * Size], -1);
        var planes = new float[Length];
        for (var row = 0; row < Size; row++)
        {
            Array.Clear(cellSums);
            for (var y = rows.First(row); y <= rows.Last(row); y++)
            {
                if (y != summedRow)
                    SumRow(image.Pixels.Slice(3 * y * image.Width, 3 * image.Width), columns, rowSums);
                summedRow = y;
                AddRow(rows.Weight(row, y), rowSums, cellSums);
            }

            StoreRow(cellSums, 255.0 * columns.Total * rows.Total, row, planes);
        }

        return planes;
    }

    /// <summary>Weighted sums of one source row over every output column; at most 255 * 2 * 16384, far inside an int.</summary>
    private static void SumRow(ReadOnlySpan<byte> source, BoxAxis columns, Span<int> sums)
    {
        sums.Clear();
        for (var cell = 0; cell < sums.Length / 3; cell++)
        {
            for (var x = columns.First(cell); x <= columns.Last(cell); x++)
            {
                var weight = columns.Weight(cell, x);
                for (var colour = 0; colour < 3; colour++)
                    sums[(3 * cell) + colour] += weight * source[(3 * x) + colour];
            }
        }
    }

    private static void AddRow(long weight, ReadOnlySpan<int> sums, Span<long> total)
    {
        for (var i = 0; i < sums.Length; i++)
            total[i] += weight * sums[i];
    }

    private void StoreRow(ReadOnlySpan<long> sums, double whole, int row, Span<float> planes)
    {
        for (var i = 0; i < sums.Length; i++)
            planes[(((i % 3 * Size) + row) * Size) + (i / 3)] = (float)(sums[i] / whole);
    }
}
