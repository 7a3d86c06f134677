namespace GCnn.Groups;

public sealed partial class Resampling
{
    /// <summary>The plan from a square grid of pixels to a hexagon of cells about its centre.</summary>
    /// <remarks>
    /// Cubic convolution does not smooth: for a spacing well above 1 first remove the frequencies that the cells cannot hold.
    /// </remarks>
    /// <param name="rows">The height of the image in pixels, at least 1.</param>
    /// <param name="columns">The width of the image in pixels, at least 1.</param>
    /// <param name="radius">The radius of the hexagon, at least 0.</param>
    /// <param name="spacing">The distance of neighbouring cells in pixels; <see cref="InscribedSpacing"/> if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or the spacing is too small.</exception>
    public static Resampling SquareToHexagonal(int rows, int columns, int radius, double? spacing = null)
    {
        double step = RequireSpacing(spacing ?? InscribedSpacing(rows, columns, radius));
        RequireImage(rows, columns);
        HexagonalDomain hexagon = new(radius);
        (double X, double Y)?[] places = new (double, double)?[hexagon.RowLength * hexagon.RowLength];
        foreach (LatticePoint cell in hexagon.Cells)
        {
            (double x, double y) = SampleRows.Position(cell);
            places[hexagon.Slot(cell)] = (x * step, y * step);
        }

        return new Resampling(SampleRows.Square(rows, columns), places, hexagon.RowLength);
    }

    /// <summary>The plan from a hexagon of cells to a square grid of pixels about its centre.</summary>
    /// <param name="radius">The radius of the hexagon, at least 0.</param>
    /// <param name="rows">The height of the image in pixels, at least 1.</param>
    /// <param name="columns">The width of the image in pixels, at least 1.</param>
    /// <param name="spacing">The distance of neighbouring cells in pixels; <see cref="InscribedSpacing"/> if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or the spacing is too small.</exception>
    public static Resampling HexagonalToSquare(int radius, int rows, int columns, double? spacing = null)
    {
        double step = RequireSpacing(spacing ?? InscribedSpacing(rows, columns, radius));
        RequireImage(rows, columns);
        (double X, double Y)?[] places = new (double, double)?[rows * columns];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = (((i % columns) - ((columns - 1) / 2.0)) / step, ((i / columns) - ((rows - 1) / 2.0)) / step);
        }

        return new Resampling(SampleRows.Hexagon(new HexagonalDomain(radius)), places, rows);
    }

    /// <summary>
    /// The largest distance of neighbouring cells, in pixels, at which the centres of a hexagon's cells all lie within the centres of the
    /// image's rim: <c>min((columns − 1) / (2R), (rows − 1) / (√3 R))</c>, and 1 for a single cell.
    /// </summary>
    /// <remarks>For a square image of side <c>n</c> the width decides, <c>(n − 1) / (2R)</c>: 1 for <c>n = 2R + 1</c>.</remarks>
    /// <param name="rows">The height of the image in pixels.</param>
    /// <param name="columns">The width of the image in pixels.</param>
    /// <param name="radius">The radius of the hexagon, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative.</exception>
    public static double InscribedSpacing(int rows, int columns, int radius)
    {
        HexagonalDomain.RequireRadius(radius);
        return radius == 0 ? 1 : Math.Min((columns - 1) / (2.0 * radius), (rows - 1) / (Math.Sqrt(3) * radius));
    }

    private static void RequireImage(int rows, int columns)
    {
        if (rows < 1 || columns < 1)
        {
            throw new ArgumentOutOfRangeException(
                rows < 1 ? nameof(rows) : nameof(columns), $"An image needs sides of at least 1 pixel; it was given {rows} x {columns}.");
        }
    }

    private static double RequireSpacing(double spacing) => spacing > 0 && double.IsFinite(spacing)
        ? spacing
        : throw new ArgumentOutOfRangeException(
            nameof(spacing),
            $"Neighbouring cells need a distance above 0 pixels; it is {spacing}. A single row or column of pixels inscribes no hexagon: " +
            "give the spacing.");
}
