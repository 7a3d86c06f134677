using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>The points of a hexagon or of a rectangle about the origin, and where they are stored.</summary>
/// <param name="Hexagon">The hexagon; null for a rectangle.</param>
/// <param name="HalfRows">The largest second coordinate.</param>
/// <param name="HalfColumns">The largest first coordinate.</param>
internal sealed record CentredDomain(HexagonalDomain? Hexagon, int HalfRows, int HalfColumns)
{
    internal int Rows => (2 * HalfRows) + 1;

    internal int Columns => (2 * HalfColumns) + 1;

    internal int Area => Rows * Columns;

    /// <summary>The point at each place, row by row; null where a hexagon has none.</summary>
    internal IEnumerable<LatticePoint?> Places =>
        from y in Enumerable.Range(-HalfRows, Rows)
        from x in Enumerable.Range(-HalfColumns, Columns)
        select Contains(new LatticePoint(x, y)) ? new LatticePoint(x, y) : (LatticePoint?)null;

    /// <summary>The domain of an image whose centre is a pixel.</summary>
    /// <exception cref="ArgumentException">A side is even.</exception>
    internal static CentredDomain Of(Lattice lattice, int rows, int columns, string layer)
    {
        if (lattice is HexagonalLattice)
        {
            return new CentredDomain(HexagonalDomain.FromRectangle(rows), rows / 2, rows / 2);
        }

        return rows % 2 == 1 && columns % 2 == 1
            ? new CentredDomain(null, rows / 2, columns / 2)
            : throw new ArgumentException(
                $"{layer}: an image of {rows} x {columns} pixels has its centre between pixels, and the sublattice is to go through the " +
                "centre. Pad or crop it to odd sides.",
                nameof(rows));
    }

    /// <summary>The largest hexagon or square of a sublattice inside; where the sublattice is not turned, the largest rectangle.</summary>
    internal CentredDomain LargestOn(Sublattice sublattice)
    {
        if (Hexagon is not null)
        {
            HexagonalDomain own = sublattice.LargestHexagonIn(Hexagon);
            return new CentredDomain(own, own.Radius, own.Radius);
        }

        IntegerMatrix s = sublattice.Basis;
        int radius = Math.Min(HalfRows, HalfColumns) / (Math.Abs(s.A) + Math.Abs(s.B));
        return s.B == 0
            ? new CentredDomain(null, HalfRows / Math.Abs(s.D), HalfColumns / Math.Abs(s.A))
            : new CentredDomain(null, radius, radius);
    }

    /// <summary>The place of a point, row by row; one more than the last for a point outside.</summary>
    internal int PlaceOf(LatticePoint point) => Contains(point) ? ((point.Y + HalfRows) * Columns) + point.X + HalfColumns : Area;

    private bool Contains(LatticePoint p) => Hexagon?.Contains(p) ?? (Math.Abs(p.X) <= HalfColumns && Math.Abs(p.Y) <= HalfRows);
}
