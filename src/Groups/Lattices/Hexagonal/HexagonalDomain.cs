namespace GCnn.Groups;

/// <summary>
/// The hexagon of cells within <c>Radius</c> steps of the origin, <c>max(|q|, |r|, |q + r|) ≤ R</c>: <c>3R(R + 1) + 1</c> cells, which
/// every symmetry of the hexagonal lattice keeps. Equal when the radii are equal.
/// </summary>
/// <remarks>
/// It is stored on the rectangle of <c>2R + 1</c> rows and columns with cell <c>(q, r)</c> at row <c>r + R</c>, column <c>q + R</c>; the
/// corners that the hexagon leaves free are masked. For <c>R = 2</c>:
/// <code>
///         on screen                       in memory
///       o   o   o                      .   .   o   o   o        r = −2
///     o   o   o   o                    .   o   o   o   o
///   o   o   o   o   o                  o   o   o   o   o        r = 0
///     o   o   o   o                    o   o   o   o   .
///       o   o   o                      o   o   o   .   .        r = 2
/// </code>
/// Source: [Hoogeboom2018] (axial storage with a mask).
/// </remarks>
public sealed record HexagonalDomain
{
    /// <summary>Beyond it the square that stores the hexagon has more places than an array.</summary>
    private const int MaximumRadius = 16_383;

    private readonly LatticePoint[] _cells;
    private readonly bool[] _mask;

    /// <summary>The hexagon of a given radius.</summary>
    /// <param name="radius">The number of steps from the centre to the edge, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative, or above 16,383.</exception>
    public HexagonalDomain(int radius)
    {
        RequireStored(radius);
        Radius = radius;
        _cells = new LatticePoint[Count];
        _mask = new bool[RowLength * RowLength];
        int next = 0;
        for (int row = 0; row < RowLength; row++)
        {
            (int first, int end) = ColumnsOf(radius, row);
            for (int column = first; column < end; column++)
            {
                _cells[next++] = new LatticePoint(column - radius, row - radius);
                _mask[(row * RowLength) + column] = true;
            }
        }
    }

    /// <summary>The number of steps from the centre to the edge, <c>R</c>.</summary>
    public int Radius { get; }

    /// <summary>The number of cells, <c>3R(R + 1) + 1</c>.</summary>
    public int Count => (3 * Radius * (Radius + 1)) + 1;

    /// <summary>The side of the rectangle, <c>2R + 1</c>.</summary>
    public int RowLength => (2 * Radius) + 1;

    /// <summary>The cells in axial coordinates, row by row from the top.</summary>
    public IReadOnlyList<LatticePoint> Cells => _cells;

    /// <summary>For each place of the rectangle whether it holds a cell.</summary>
    /// <remarks><b>Shapes:</b> <c>RowLength x RowLength</c>, row-major.</remarks>
    public ReadOnlySpan<bool> Mask => _mask;

    /// <summary>The hexagon that is stored on a square of a given side.</summary>
    /// <param name="side">The side <c>2R + 1</c>, which is odd.</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is less than 1.</exception>
    /// <exception cref="ArgumentException">The side is even.</exception>
    public static HexagonalDomain FromRectangle(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        return int.IsOddInteger(side)
            ? new HexagonalDomain((side - 1) / 2)
            : throw new ArgumentException(
                $"A hexagon of radius R is stored on 2R + 1 rows and columns; {side} is even. Pad or crop to {side - 1} or {side + 1}.",
                nameof(side));
    }

    /// <summary>The columns of the rectangle that hold cells in a row: from <c>max(0, R − row)</c> to <c>min(2R, 3R − row)</c>.</summary>
    /// <param name="radius">The radius of the hexagon.</param>
    /// <param name="row">The row, from 0 to <c>2R</c>.</param>
    /// <returns>The first of them, and the one behind the last.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or above 16,383, or there is no such row.</exception>
    public static (int First, int End) ColumnsOf(int radius, int row)
    {
        RequireStored(radius);
        return row >= 0 && row <= 2 * radius
            ? (Math.Max(0, radius - row), Math.Min(2 * radius, (3 * radius) - row) + 1)
            : throw new ArgumentOutOfRangeException(
                nameof(row),
                $"A hexagon of radius {radius} is stored on rows 0 to {2 * radius}; there is no row {row}. Is it counted from the centre?");
    }

    /// <summary>Whether a cell lies in the hexagon.</summary>
    /// <param name="cell">A point in axial coordinates.</param>
    public bool Contains(LatticePoint cell) => Norm(cell) <= Radius;

    /// <summary>The place of a cell on the rectangle, <c>(r + R)(2R + 1) + q + R</c>.</summary>
    /// <param name="cell">A cell of the hexagon.</param>
    /// <exception cref="ArgumentException">The cell lies outside.</exception>
    public int Slot(LatticePoint cell) => Contains(cell)
        ? ((cell.Y + Radius) * RowLength) + cell.X + Radius
        : throw new ArgumentException(
            $"Cell {cell} is {Norm(cell)} steps from the centre, outside the {this}. Is it in offset coordinates?",
            nameof(cell));

    /// <summary>Whether both have the same radius.</summary>
    /// <param name="other">The hexagon to compare with.</param>
    public bool Equals(HexagonalDomain? other) => other is not null && Radius == other.Radius;

    /// <inheritdoc/>
    public override int GetHashCode() => Radius;

    /// <summary>The radius and the number of cells.</summary>
    public override string ToString() => $"hexagon of radius {Radius} with {Count} cells";

    /// <summary>Refuses a negative radius.</summary>
    internal static void RequireRadius(int radius)
    {
        if (radius < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(radius), $"A hexagon has a radius of at least 0 steps; it was asked for {radius}. Is it a side of 2R + 1 pixels?");
        }
    }

    private static void RequireStored(int radius)
    {
        RequireRadius(radius);
        if (radius > MaximumRadius)
        {
            throw new ArgumentOutOfRangeException(
                nameof(radius), $"A hexagon that is stored has a radius of at most {MaximumRadius} steps; it was asked for {radius}.");
        }
    }

    /// <summary>The steps to the centre, <c>max(|q|, |r|, |q + r|)</c>, of any point.</summary>
    private static long Norm(LatticePoint cell) =>
        Math.Max(Math.Max(Math.Abs((long)cell.X), Math.Abs((long)cell.Y)), Math.Abs((long)cell.X + cell.Y));
}
