namespace GCnn.Groups;

public sealed partial record Sublattice
{
    /// <summary>The cells of a hexagon that belong to the sublattice, in the sublattice's own basis, row by row.</summary>
    /// <param name="hexagon">A hexagon of the parent lattice, about a point of the sublattice.</param>
    /// <exception cref="InvalidOperationException">This is not a sublattice of the hexagonal lattice.</exception>
    public IReadOnlyList<LatticePoint> CellsIn(HexagonalDomain hexagon)
    {
        RequireHexagonal();
        ArgumentNullException.ThrowIfNull(hexagon);
        return [.. hexagon.Cells.Where(Contains).Select(FromParent).OrderBy(p => p.Y).ThenBy(p => p.X)];
    }

    /// <summary>The largest hexagon of the sublattice that lies inside one of the parent.</summary>
    /// <remarks>
    /// The distance of steps is a norm, and its largest value on a convex polygon is taken at a corner. The corners of the own hexagon of
    /// radius <c>ρ</c> are <c>ρ</c> times the first basis vector <c>b</c> and its turns by 60 degrees, all at distance <c>ρ |b|</c>.
    /// So <c>ρ = ⌊R / |b|⌋</c>: <c>⌊R / 2⌋</c> for the indices 3 and 4, <c>⌊R / 3⌋</c> for 7. With index 4 the two hexagons are parallel
    /// and only the rim can be lost; with 3 and 7 the own one is turned, by 30 and 19.1 degrees, and covers 3/4 and 7/9 of the area.
    /// </remarks>
    /// <param name="hexagon">A hexagon of the parent lattice, about a point of the sublattice.</param>
    /// <exception cref="InvalidOperationException">This is not a sublattice of the hexagonal lattice.</exception>
    public HexagonalDomain LargestHexagonIn(HexagonalDomain hexagon)
    {
        RequireHexagonal();
        ArgumentNullException.ThrowIfNull(hexagon);
        return new HexagonalDomain(hexagon.Radius / CubePoint.FromAxial(ToParent(new LatticePoint(1, 0))).Norm);
    }

    /// <summary>
    /// The gather that samples a hexagonal image on the sublattice: from the rectangle of <paramref name="hexagon"/> and one zero to that
    /// of <paramref name="own"/>, whose cell <c>x</c> reads the cell <c>S x</c>. Cells outside read the zero.
    /// </summary>
    /// <param name="hexagon">The hexagon of the input, in the parent's basis.</param>
    /// <param name="own">The hexagon of the output, in the sublattice's basis, such as <see cref="LargestHexagonIn"/>.</param>
    /// <exception cref="InvalidOperationException">This is not a sublattice of the hexagonal lattice.</exception>
    public IndexMap Subsample(HexagonalDomain hexagon, HexagonalDomain own)
    {
        RequireHexagonal();
        ArgumentNullException.ThrowIfNull(hexagon);
        ArgumentNullException.ThrowIfNull(own);
        int outside = hexagon.RowLength * hexagon.RowLength;
        long[] sources = new long[own.RowLength * own.RowLength];
        Array.Fill(sources, outside);
        foreach (LatticePoint cell in own.Cells)
        {
            LatticePoint source = ToParent(cell);
            if (hexagon.Contains(source))
            {
                sources[own.Slot(cell)] = hexagon.Slot(source);
            }
        }

        return new IndexMap(sources, outside + 1);
    }

    private void RequireHexagonal()
    {
        if (Lattice is not HexagonalLattice)
        {
            throw new InvalidOperationException(
                $"The {this} has no hexagons. Use a sublattice of the hexagonal lattice, or strides on the square one.");
        }
    }
}
