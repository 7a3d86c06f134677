namespace GCnn.Groups;

/// <summary>
/// A sublattice that is a turned and enlarged copy of its lattice: the points <c>S x</c> of an integer matrix with
/// <c>Sᵀ G S = det(S) G</c>. Equal when lattices and bases are equal.
/// </summary>
/// <remarks>
/// <para>
/// The Gram matrix in the sublattice's own basis is the parent's times the index <c>det S</c>, so a sublattice of the square (hexagonal)
/// lattice is a square (hexagonal) lattice again, and what is pooled onto it is an image of the same kind. A point symmetry <c>M</c> of
/// the parent is one of the sublattice exactly when it takes the sublattice to itself, <c>S⁻¹ M S</c> integer.
/// </para>
/// <para>
/// Write points as complex numbers, <c>x + i y</c> or <c>q + ω r</c> with <c>ω</c> the second basis vector: then the sublattice is the
/// ideal of all multiples of one number <c>a + b i</c> or <c>a + b ω</c>, whose norm <c>a² + b²</c> or <c>a² + a b + b²</c> is the index.
/// Every sublattice that the turns by 90 or 60 degrees keep is of this form, because both rings have only principal ideals. The
/// reflections keep it as well exactly when its generator lies on a mirror: <c>a = 0</c>, <c>b = 0</c> or <c>a = ±b</c> up to turns.
/// Sources: [ConwaySloane1999], chapter 2; [Bernstein1997].
/// </para>
/// </remarks>
public sealed partial record Sublattice
{
    private readonly IntegerMatrix _adjugate;
    private readonly Lazy<LatticePoint[]> _representatives;

    private Sublattice(Lattice lattice, IntegerMatrix basis)
    {
        (Lattice, Basis) = (lattice, basis);
        _adjugate = new IntegerMatrix(basis.D, -basis.B, -basis.C, basis.A);
        _representatives = new Lazy<LatticePoint[]>(FindRepresentatives);
    }

    /// <summary>The lattice that holds this one, whose kind this one shares.</summary>
    public Lattice Lattice { get; }

    /// <summary>The matrix <c>S</c>, whose columns are the sublattice's basis vectors in the parent's basis.</summary>
    public IntegerMatrix Basis { get; }

    /// <summary>The index: the number of cosets, <c>det S</c>.</summary>
    public int Index => Basis.Determinant;

    /// <summary>
    /// One point of each coset, the nearest to the origin; among equally near ones the rightmost, then the lowest. The first is the origin.
    /// </summary>
    public IReadOnlyList<LatticePoint> Representatives => _representatives.Value;

    /// <summary>Whether a point of the parent belongs to the sublattice.</summary>
    /// <param name="point">A point in the parent's basis.</param>
    public bool Contains(LatticePoint point) => CosetKey(point) == LatticePoint.Origin;

    /// <summary>The number of a point's coset: its place in <see cref="Representatives"/>.</summary>
    /// <param name="point">A point in the parent's basis.</param>
    public int CosetOf(LatticePoint point)
    {
        LatticePoint key = CosetKey(point);
        return Array.FindIndex(_representatives.Value, p => CosetKey(p) == key);
    }

    /// <summary>The point <c>S x</c> in the parent's basis.</summary>
    /// <param name="own">A point <c>x</c> in the sublattice's basis.</param>
    public LatticePoint ToParent(LatticePoint own) => Basis.Transform(own);

    /// <summary>The point <c>S⁻¹ p</c> in the sublattice's basis.</summary>
    /// <param name="point">A point <c>p</c> of the sublattice, in the parent's basis.</param>
    /// <exception cref="ArgumentException">The point does not belong to the sublattice.</exception>
    public LatticePoint FromParent(LatticePoint point)
    {
        LatticePoint scaled = _adjugate.Transform(point);
        return Contains(point)
            ? new LatticePoint(scaled.X / Index, scaled.Y / Index)
            : throw new ArgumentException(
                $"The point {point} is not in the {this}; it lies in the coset of {Representatives[CosetOf(point)]}. " +
                "Subtract that representative first.",
                nameof(point));
    }

    /// <summary>Whether both have equal lattices and equal bases.</summary>
    /// <param name="other">The sublattice to compare with.</param>
    public bool Equals(Sublattice? other) => other is not null && Lattice.Equals(other.Lattice) && Basis == other.Basis;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lattice, Basis);

    /// <summary>The index and the basis, such as <c>sublattice of index 2 of the square lattice, basis [[1, -1], [1, 1]]</c>.</summary>
    public override string ToString() => $"sublattice of index {Index} of the {Lattice}, basis {Basis}";

    /// <summary><c>adj(S) p mod det S</c>, which vanishes on the sublattice: equal for points of one coset and for no others.</summary>
    private LatticePoint CosetKey(LatticePoint point)
    {
        LatticePoint scaled = _adjugate.Transform(point);
        return new LatticePoint(Remainder(scaled.X), Remainder(scaled.Y));
    }

    private int Remainder(int value) => ((value % Index) + Index) % Index;

    /// <summary>Every coset meets a box of as many points a side as the index, since index times any point is in the sublattice.</summary>
    private LatticePoint[] FindRepresentatives() =>
    [
        .. from y in Enumerable.Range(-Index / 2, Index + 1)
           from x in Enumerable.Range(-Index / 2, Index + 1)
           let point = new LatticePoint(x, y)
           orderby SquaredLength(point), x descending, y descending
           group point by CosetKey(point) into coset
           select coset.First(),
    ];

    private int SquaredLength(LatticePoint p)
    {
        LatticePoint g = Lattice.Gram.Transform(p);
        return (p.X * g.X) + (p.Y * g.Y);
    }
}
