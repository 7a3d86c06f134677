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
    public float[] Apply(RgbImage image) => Apply(image, Size);

    /// <summary>Resizes one image and keeps the middle of it; nothing else is computed.</summary>
    /// <param name="image">The image.</param>
    /// <param name="centre">Side of the middle: from 1 to <see cref="Size"/>, and like it even or odd.</param>
    /// <returns>Shape [3, centre, centre]: what the whole has there, bit by bit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such middle.</exception>
    public float[] Apply(RgbImage image, int centre)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (centre < 1 || centre > Size || (Size - centre) % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(centre), centre,
                $"CentreResize: the middle of {Size} pixels has from 1 to {Size} of them, and {(Size % 2 == 0 ? "an even" : "an odd")} "
                    + "number.");
        }

        var side = Math.Max(1, (int)Math.Round(CentreFraction * Math.Min(image.Width, image.Height)));
        var (columns, rows) = (new BoxAxis(image.Width, side, Size), new BoxAxis(image.Height, side, Size));
        var first = (Size - centre) / 2;
        var (rowSums, cellSums, summedRow) = (new int[3 * centre], new long[3 * centre], -1);
        var planes = new float[3 * centre * centre];
        for (var row = 0; row < centre; row++)
        {
            Array.Clear(cellSums);
            for (var y = rows.First(first + row); y <= rows.Last(first + row); y++)
            {
                if (y != summedRow)
                    SumRow(image.Pixels.Slice(3 * y * image.Width, 3 * image.Width), columns, first, rowSums);
                summedRow = y;
                AddRow(rows.Weight(first + row, y), rowSums, cellSums);
            }

            StoreRow(cellSums, 255.0 * columns.Total * rows.Total, row, planes);
        }

        return planes;
    }

    /// <summary>Weighted sums of one source row over output columns; at most 255 * 2 * 16384, far inside an int.</summary>
    private static void SumRow(ReadOnlySpan<byte> source, BoxAxis columns, int first, Span<int> sums)
    {
        sums.Clear();
        for (var cell = 0; cell < sums.Length / 3; cell++)
        {
            for (var x = columns.First(first + cell); x <= columns.Last(first + cell); x++)
            {
                var weight = columns.Weight(first + cell, x);
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

    private static void StoreRow(ReadOnlySpan<long> sums, double whole, int row, Span<float> planes)
    {
        var side = sums.Length / 3;
        for (var i = 0; i < sums.Length; i++)
            planes[(((i % 3 * side) + row) * side) + (i / 3)] = (float)(sums[i] / whole);
    }
}
