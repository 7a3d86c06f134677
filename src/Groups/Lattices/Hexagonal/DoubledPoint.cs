namespace GCnn.Groups;

/// <summary>A point of the hexagonal lattice on the rectangular grid of half cells, of which it uses every second place.</summary>
/// <remarks>
/// <code>
///    double-width    column = 2q + r    row = r         the distance of two columns in a row is 2, of two rows 1
///    double-height   column = q         row = 2r + q    for flat tops, the mirror image in the falling diagonal
/// </code>
/// Column and row have an even sum. Unlike offset coordinates these are linear in <c>(q, r)</c>, so they may be added. Source: [Patel2013].
/// </remarks>
public readonly record struct DoubledPoint
{
    /// <summary>The point at a place of the doubled grid.</summary>
    /// <param name="column">The column.</param>
    /// <param name="row">The row.</param>
    /// <param name="kind">Which axis counts in half cells.</param>
    /// <exception cref="ArgumentException">Column and row have an odd sum: no cell has its centre there.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public DoubledPoint(int column, int row, DoubledKind kind)
    {
        if (kind is not (DoubledKind.Width or DoubledKind.Height))
        {
            throw new ArgumentOutOfRangeException(
                nameof(kind), $"There is no doubled kind {(int)kind}; there are double-width, 0, and double-height, 1.");
        }

        if (((column ^ row) & 1) != 0)
        {
            throw new ArgumentException(
                $"Doubled coordinates have an even sum; column {column} and row {row} are between cells. Are these offset coordinates?",
                nameof(row));
        }

        (Column, Row, Kind) = (column, row, kind);
    }

    /// <summary>The column; it grows to the right.</summary>
    public int Column { get; }

    /// <summary>The row; it grows downwards.</summary>
    public int Row { get; }

    /// <summary>Which axis counts in half cells.</summary>
    public DoubledKind Kind { get; }

    /// <summary>The place of an axial point.</summary>
    /// <param name="axial">The point <c>X = q</c>, <c>Y = r</c>.</param>
    /// <param name="kind">Which axis counts in half cells.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    /// <exception cref="OverflowException">The place does not fit an <see cref="int"/>.</exception>
    public static DoubledPoint FromAxial(LatticePoint axial, DoubledKind kind) => kind == DoubledKind.Width
        ? new(checked((2 * axial.X) + axial.Y), axial.Y, kind)
        : new(axial.X, checked((2 * axial.Y) + axial.X), kind);

    /// <summary>The axial coordinates <c>(q, r)</c>.</summary>
    public LatticePoint ToAxial() => Kind == DoubledKind.Width
        ? new((Column - Row) / 2, Row)
        : new(Column, (Row - Column) / 2);

    /// <summary>The place, such as <c>(3, 1) double-width</c>.</summary>
    public override string ToString() => $"({Column}, {Row}) {(Kind == DoubledKind.Width ? "double-width" : "double-height")}";
}
