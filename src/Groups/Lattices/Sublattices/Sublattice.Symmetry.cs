namespace GCnn.Groups;

public sealed partial record Sublattice
{
    /// <summary>The point elements that take the sublattice to itself: those with <c>S⁻¹ M S</c> integer, <c>M</c> the matrix.</summary>
    /// <remarks>
    /// Sampling on the sublattice, or pooling onto it, commutes with these and with the sublattice's translations, and in general with no
    /// other element.
    /// </remarks>
    /// <param name="group">A plane group of the parent lattice.</param>
    /// <exception cref="ArgumentException">The group lives on another lattice.</exception>
    public Subgroup Kept(PlaneGroup group)
    {
        RequireLattice(group);
        return Subgroup.Generated(
            group.PointGroup,
            [.. Enumerable.Range(0, group.Order).Where(h => group.KeepsLattice(h) && IsDivisible(Scaled(group.Matrix(h))))]);
    }

    /// <summary>
    /// The plane group of the sublattice that the kept elements form: its element <c>k</c> has the matrix <c>S⁻¹ M S</c> of the element
    /// <c>Kept(group).Members[k]</c>, so its representations are those of the restricted point group.
    /// </summary>
    /// <remarks>
    /// Its name is that of its type. It equals the group of that name in the catalogue up to the order of the reflections, and for pm and
    /// cm up to a turn of the mirror.
    /// </remarks>
    /// <param name="group">A plane group of the parent lattice.</param>
    /// <exception cref="ArgumentException">The group lives on another lattice.</exception>
    public PlaneGroup On(PlaneGroup group)
    {
        IntegerMatrix[] own = [.. Kept(group).Members.Select(h => Divided(Scaled(group.Matrix(h))))];
        int rotations = own.Count(m => m.Determinant == 1);
        return PlaneGroup.FromGenerators(
            PlaneGroupType.Of(own),
            Lattice,
            rotations > 1 ? own[1] : IntegerMatrix.Identity,
            rotations < own.Length ? own[rotations] : null);
    }

    /// <summary><c>adj(S) M S</c>, the index times <c>S⁻¹ M S</c>.</summary>
    private IntegerMatrix Scaled(IntegerMatrix matrix) => _adjugate * matrix * Basis;

    private bool IsDivisible(IntegerMatrix m) => m.A % Index == 0 && m.B % Index == 0 && m.C % Index == 0 && m.D % Index == 0;

    private IntegerMatrix Divided(IntegerMatrix m) => new(m.A / Index, m.B / Index, m.C / Index, m.D / Index);

    private void RequireLattice(PlaneGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (!Lattice.Equals(group.Lattice))
        {
            throw new ArgumentException(
                $"{group} lives on the {group.Lattice}; this is a {this}. Choose a sublattice of the group's lattice.",
                nameof(group));
        }
    }
}
