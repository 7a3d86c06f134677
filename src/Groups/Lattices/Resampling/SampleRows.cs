namespace GCnn.Groups;

/// <summary>
/// A grid as interpolation sees it: parallel rows at equal distances, on each of them samples at distance 1. Square and hexagonal grids
/// are both of this form; on the hexagonal one each row starts half a step further and the rows are <c>√3/2</c> apart.
/// </summary>
/// <remarks>Coordinates count from the grid's centre, right and down. The samples of a row are neighbours in memory.</remarks>
internal sealed class SampleRows
{
    /// <summary>How far rounding may move a place that lies on the rim.</summary>
    private const double Tolerance = 1e-9;

    private static readonly HexagonalLattice Lattice = new();

    /// <summary>The distance of the rows of the hexagonal lattice, <c>√3/2</c>.</summary>
    private static readonly double RowDistance = Lattice.Position(0, 1).Y;

    private readonly Row[] _rows;
    private readonly double _distance;
    private readonly Func<double, double, bool> _covers;

    private SampleRows(int columns, Row[] rows, double distance, Func<double, double, bool> covers)
    {
        Columns = columns;
        (_rows, _distance, _covers) = (rows, distance, covers);
    }

    /// <summary>The number of samples that one value combines.</summary>
    public static int Taps => CubicConvolution.Taps * CubicConvolution.Taps;

    /// <summary>The number of rows in memory.</summary>
    public int Rows => _rows.Length;

    /// <summary>The number of columns in memory.</summary>
    public int Columns { get; }

    /// <summary>The pixels of a rectangle.</summary>
    public static SampleRows Square(int rows, int columns)
    {
        (double right, double bottom) = ((columns - 1) / 2.0, (rows - 1) / 2.0);
        return new SampleRows(
            columns,
            [.. Enumerable.Range(0, rows).Select(row => new Row(-right, row * columns, columns))],
            1,
            (x, y) => Math.Abs(x) <= right + Tolerance && Math.Abs(y) <= bottom + Tolerance);
    }

    /// <summary>The cells of a hexagon, on the rectangle on which it is stored.</summary>
    public static SampleRows Hexagon(HexagonalDomain hexagon)
    {
        int radius = hexagon.Radius;
        return new SampleRows(
            hexagon.RowLength,
            [.. hexagon.Cells.GroupBy(p => p.Y).Select(row => new Row(Position(row.First()).X, hexagon.Slot(row.First()), row.Count()))],
            RowDistance,
            (x, y) => Math.Abs(y) <= (radius * RowDistance) + Tolerance
                && Math.Abs(x) + (Math.Abs(y) / (2 * RowDistance)) <= radius + Tolerance);
    }

    /// <summary>The centre of a hexagonal cell: <c>(q + r / 2, r √3 / 2)</c>.</summary>
    public static (double X, double Y) Position(LatticePoint cell) => Lattice.Position(cell.X, cell.Y);

    /// <summary>
    /// Writes the samples and weights for a place: along the four rows around it, then across them. Returns false, and writes
    /// nothing, outside the convex hull of the samples.
    /// </summary>
    public bool Interpolate(double x, double y, Span<int> sources, Span<double> weights)
    {
        if (!_covers(x, y))
        {
            return false;
        }

        Span<double> across = stackalloc double[CubicConvolution.Taps];
        Span<double> along = stackalloc double[CubicConvolution.Taps];
        int top = CubicConvolution.Weights((y / _distance) + ((_rows.Length - 1) / 2.0), _rows.Length, across);
        for (int i = 0; i < across.Length; i++)
        {
            Row row = _rows[Math.Min(top + i, _rows.Length - 1)];
            int left = CubicConvolution.Weights(x - row.Start, row.Count, along);
            for (int j = 0; j < along.Length; j++)
            {
                sources[(i * along.Length) + j] = row.First + Math.Min(left + j, row.Count - 1);
                weights[(i * along.Length) + j] = across[i] * along[j];
            }
        }

        return true;
    }

    /// <summary>Where a row's first sample is on the line, its place in memory, and the number of samples.</summary>
    private readonly record struct Row(double Start, int First, int Count);
}
