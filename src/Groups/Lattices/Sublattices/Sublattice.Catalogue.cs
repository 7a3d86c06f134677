namespace GCnn.Groups;

public sealed partial record Sublattice
{
    /// <summary>The largest index, far beyond what images hold; with it all arithmetic fits.</summary>
    private const int MaximumIndex = 1_000_000;

    /// <summary>
    /// Index 2 of the square lattice, the quincunx: basis <c>(1, 1)</c>, <c>(−1, 1)</c>. It keeps the whole of p4m, exchanging pm with cm
    /// and pmm with cmm.
    /// </summary>
    public static Sublattice Quincunx { get; } = Generated(new SquareLattice(), new LatticePoint(1, 1));

    /// <summary>Index 4 of the square lattice: every second row and column. It keeps every group as it is.</summary>
    public static Sublattice SquareOfIndex4 { get; } = Generated(new SquareLattice(), new LatticePoint(2, 0));

    /// <summary>Index 5 of the square lattice: basis <c>(1, 2)</c>, <c>(−2, 1)</c>. It keeps rotations only.</summary>
    public static Sublattice SquareOfIndex5 { get; } = Generated(new SquareLattice(), new LatticePoint(1, 2));

    /// <summary>
    /// Index 3 of the hexagonal lattice: basis <c>(1, 1)</c>, <c>(−1, 2)</c>. It keeps the whole of p6m, exchanging p3m1 with p31m.
    /// </summary>
    public static Sublattice HexagonalOfIndex3 { get; } = Generated(new HexagonalLattice(), new LatticePoint(1, 1));

    /// <summary>Index 4 of the hexagonal lattice: every second point on every axis. It keeps every group as it is.</summary>
    public static Sublattice HexagonalOfIndex4 { get; } = Generated(new HexagonalLattice(), new LatticePoint(2, 0));

    /// <summary>
    /// Index 7 of the hexagonal lattice: basis <c>(2, 1)</c>, <c>(−1, 3)</c>. Its cosets are a cell and its six neighbours; it keeps
    /// rotations only.
    /// </summary>
    public static Sublattice HexagonalOfIndex7 { get; } = Generated(new HexagonalLattice(), new LatticePoint(2, 1));

    /// <summary>The sublattices above: 2, 4 and 5 of the square lattice, 3, 4 and 7 of the hexagonal one.</summary>
    public static IReadOnlyList<Sublattice> All { get; } =
        [Quincunx, SquareOfIndex4, SquareOfIndex5, HexagonalOfIndex3, HexagonalOfIndex4, HexagonalOfIndex7];

    /// <summary>The sublattice of all sums of one vector and its turns by 90 (square) or 60 degrees (hexagonal).</summary>
    /// <remarks>
    /// The first basis vector is the vector <c>(a, b)</c>, the second its turn clockwise on screen, as in the parent:
    /// <c>S = [[a, −b], [b, a]]</c> or <c>[[a, −b], [b, a + b]]</c>.
    /// </remarks>
    /// <param name="lattice">The lattice.</param>
    /// <param name="generator">The vector <c>(a, b)</c>, not 0; the index is its squared length.</param>
    /// <exception cref="ArgumentException">The vector is 0, or the index above a million.</exception>
    public static Sublattice Generated(Lattice lattice, LatticePoint generator)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        LatticePoint second = lattice.Rotation.Inverse.Transform(generator);
        return FromBasis(lattice, new(generator.X, second.X, generator.Y, second.Y));
    }

    /// <summary>The sublattice of given basis vectors.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="basis">The matrix <c>S</c> whose columns are the basis vectors.</param>
    /// <exception cref="ArgumentException">The matrix is not a similarity that keeps orientation, or the index above a million.</exception>
    public static Sublattice FromBasis(Lattice lattice, IntegerMatrix basis)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        Int128 index = ((Int128)basis.A * basis.D) - ((Int128)basis.B * basis.C);
        if (index > MaximumIndex)
        {
            throw new ArgumentException(
                $"The basis {basis} has the determinant {index}; a sublattice has at most {MaximumIndex} cosets. Choose shorter vectors.",
                nameof(basis));
        }

        return index > 0 && lattice.IsMultipliedBy(basis, index)
            ? new Sublattice(lattice, basis)
            : throw new ArgumentException(
                $"The basis {basis} does not turn and enlarge the {lattice}: it must multiply the Gram matrix {lattice.Gram} by its " +
                $"determinant, above 0 (it has {index}). Choose one vector and its turn: Generated does.",
                nameof(basis));
    }
}
