namespace GCnn.Groups;

/// <summary>
/// A point of the hexagonal lattice as the column and row of an image in which every second row, or column, is pushed by half a cell.
/// </summary>
/// <remarks>
/// With <c>parity(n) = n mod 2</c>, which is 0 or 1 for negative <c>n</c> as well:
/// <code>
///    odd-r    column = q + (r − parity(r)) / 2      row = r
///    even-r   column = q + (r + parity(r)) / 2      row = r
///    odd-q    column = q                            row = r + (q − parity(q)) / 2
///    even-q   column = q                            row = r + (q + parity(q)) / 2
/// </code>
/// The divisions are exact, so every point has one address of each kind and the conversion loses nothing. Two points of one kind must not
/// be added: what lies a step down depends on the row. Add axial coordinates. Source: [Patel2013].
/// </remarks>
/// <param name="Column">The column; it grows to the right.</param>
/// <param name="Row">The row; it grows downwards.</param>
/// <param name="Kind">Which lines are pushed.</param>
public readonly record struct OffsetPoint(int Column, int Row, OffsetKind Kind)
{
    /// <summary>The address of an axial point.</summary>
    /// <param name="axial">The point <c>X = q</c>, <c>Y = r</c>.</param>
    /// <param name="kind">Which lines are pushed.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static OffsetPoint FromAxial(LatticePoint axial, OffsetKind kind) => PushesRows(kind)
        ? new(axial.X + Shift(axial.Y, kind), axial.Y, kind)
        : new(axial.X, axial.Y + Shift(axial.X, kind), kind);

    /// <summary>The axial coordinates <c>(q, r)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public LatticePoint ToAxial() => PushesRows(Kind)
        ? new(Column - Shift(Row, Kind), Row)
        : new(Column, Row - Shift(Column, Kind));

    /// <summary>The address, such as <c>(2, -1) odd-r</c>.</summary>
    public override string ToString() => $"({Column}, {Row}) {NameOf(Kind)}";

    /// <summary>The field's short name, such as <c>odd-r</c>.</summary>
    internal static string NameOf(OffsetKind kind) => kind switch
    {
        OffsetKind.OddRows => "odd-r",
        OffsetKind.EvenRows => "even-r",
        OffsetKind.OddColumns => "odd-q",
        OffsetKind.EvenColumns => "even-q",
        _ => throw Unknown(kind),
    };

    private static bool PushesRows(OffsetKind kind) => kind switch
    {
        OffsetKind.OddRows or OffsetKind.EvenRows => true,
        OffsetKind.OddColumns or OffsetKind.EvenColumns => false,
        _ => throw Unknown(kind),
    };

    /// <summary>Half of the line's number, rounded down where odd lines are pushed and up where even ones are.</summary>
    private static int Shift(int line, OffsetKind kind) =>
        kind is OffsetKind.OddRows or OffsetKind.OddColumns ? (line - (line & 1)) / 2 : (line + (line & 1)) / 2;

    private static ArgumentOutOfRangeException Unknown(OffsetKind kind) => new(
        nameof(kind), $"There is no offset kind {(int)kind}; there are odd-r, even-r, odd-q and even-q, numbered 0 to 3.");
}
