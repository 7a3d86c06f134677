namespace GCnn.Groups;

public sealed partial class PlaneGroup
{
    /// <summary>The plane group <c>Z² ⋊ H</c> whose point group is made of <c>r^k</c> and, with a reflection, <c>r^k s</c>.</summary>
    /// <remarks>
    /// Both generators must keep the lattice's metric, <c>Mᵀ G M = G</c>. There are finitely many such matrices, so <c>r</c> has a finite
    /// order <c>n</c>; and an isometry <c>s</c> of determinant −1 satisfies <c>s r s = r⁻¹</c>. So <c>H</c> is <c>C_n</c> or <c>D_n</c>
    /// with the numbering of the catalogue, whose table is taken over. Source: [ITA2016], chapter 1.2.
    /// </remarks>
    /// <param name="name">The group's name in print.</param>
    /// <param name="lattice">The lattice.</param>
    /// <param name="rotation">The generating rotation <c>r</c>; the identity for groups without one.</param>
    /// <param name="reflection">The first reflection <c>s</c>, if any.</param>
    /// <exception cref="ArgumentException">A generator does not keep the metric or has the wrong determinant.</exception>
    public static PlaneGroup FromGenerators(string name, Lattice lattice, IntegerMatrix rotation, IntegerMatrix? reflection = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(lattice);
        RequireIsometry(name, lattice, rotation, "rotation", 1);
        if (reflection is IntegerMatrix s)
        {
            RequireIsometry(name, lattice, s, "reflection", -1);
        }

        RationalIsometry r = MotionOf(lattice, rotation);
        RationalIsometry? mirror = reflection is IntegerMatrix m ? MotionOf(lattice, m) : null;
        return new PlaneGroup(name, lattice, Abstract(r.Turns, mirror is not null), Motions(r, mirror));
    }

    /// <summary>All rotations by multiples of <c>1/n</c> of a turn, whether they keep the lattice or not.</summary>
    /// <param name="n">The number of rotations, at least 1.</param>
    /// <param name="lattice">The lattice of sample points; the square lattice if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="n"/> is less than 1, or the group has more than <see cref="FiniteGroup.MaximumOrder"/> elements.
    /// </exception>
    public static PlaneGroup Cyclic(int n, Lattice? lattice = null) =>
        FromMotions(lattice ?? new SquareLattice(), Motions(Turn(n, elements: n), null));

    /// <summary>The rotations by multiples of <c>1/n</c> of a turn, and the <c>n</c> reflections whose first exchanges left and right.</summary>
    /// <param name="n">The number of rotations, at least 1; the group has twice as many elements.</param>
    /// <param name="lattice">The lattice of sample points; the square lattice if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="n"/> is less than 1, or the group has more than <see cref="FiniteGroup.MaximumOrder"/> elements.
    /// </exception>
    public static PlaneGroup Dihedral(int n, Lattice? lattice = null) =>
        FromMotions(lattice ?? new SquareLattice(), Motions(Turn(n, elements: 2L * n), RationalIsometry.LeftRight));

    /// <summary>All rotations, SO(2), for fields of frequencies up to a maximum <c>K</c>.</summary>
    /// <remarks>
    /// The point group that stands for it is <c>C_N</c> with <c>N</c> the least multiple of 12 above <c>4K</c>. Between fields of frequencies
    /// up to <c>K</c> a kernel that commutes with all rotations has angular frequencies <c>|m ± n| ≤ 2K</c>. A kernel within that band that
    /// commutes with <c>C_N</c> has frequencies <c>±m ± n + t N</c>, of which those with <c>t ≠ 0</c> are at least <c>N − 2K &gt; 2K</c>: so the two
    /// spaces of kernels are one and the same. A multiple of 12 holds the symmetries of both lattices.
    /// </remarks>
    /// <param name="maximumFrequency">The highest frequency <c>K</c> of a field, at least 0.</param>
    /// <param name="lattice">The lattice of sample points; the square lattice if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is negative.</exception>
    public static PlaneGroup SO2(int maximumFrequency, Lattice? lattice = null) =>
        Continuous("SO(2)", maximumFrequency, lattice, mirror: null);

    /// <summary>All rotations and reflections, O(2), for fields of frequencies up to a maximum; as <see cref="SO2"/>.</summary>
    /// <param name="maximumFrequency">The highest frequency of a field, at least 0.</param>
    /// <param name="lattice">The lattice of sample points; the square lattice if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is negative.</exception>
    public static PlaneGroup O2(int maximumFrequency, Lattice? lattice = null) =>
        Continuous("O(2)", maximumFrequency, lattice, RationalIsometry.LeftRight);

    private static PlaneGroup Continuous(string name, int maximumFrequency, Lattice? lattice, RationalIsometry? mirror)
    {
        if (maximumFrequency is < 0 or > 1000)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maximumFrequency),
                $"{name}: the maximum frequency of a field is {maximumFrequency}; it must be from 0 (scalars only) to 1000.");
        }

        int n = 12 * ((maximumFrequency / 3) + 1);
        return new PlaneGroup(
            name, lattice ?? new SquareLattice(), Abstract(n, mirror is not null), Motions(Turn(n, n), mirror), maximumFrequency);
    }

    private static RationalIsometry Turn(int n, long elements)
    {
        if (n < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(n), $"A point group needs at least 1 rotation (the identity); it was asked for {n}.");
        }

        return elements <= FiniteGroup.MaximumOrder
            ? new RationalIsometry(1, n)
            : throw new ArgumentOutOfRangeException(
                nameof(n),
                $"A point group has at most {FiniteGroup.MaximumOrder} elements; with {n} rotations it would have {elements}. For all " +
                "rotations there are PlaneGroup.SO2 and PlaneGroup.O2.");
    }

    private static FiniteGroup Abstract(int rotations, bool reflects) =>
        reflects ? FiniteGroup.Dihedral(rotations) : FiniteGroup.Cyclic(rotations);

    /// <summary>The powers of <c>r</c>, then each of them times <c>s</c>.</summary>
    private static RationalIsometry[] Motions(RationalIsometry r, RationalIsometry? s)
    {
        List<RationalIsometry> motions = [new(0, 1)];
        for (RationalIsometry power = r; power.Turn != 0; power = r * power)
        {
            motions.Add(power);
        }

        return s is RationalIsometry mirror ? [.. motions, .. motions.Select(m => m * mirror)] : [.. motions];
    }

    /// <summary>The catalogue's group of these motions, or one named after its point group.</summary>
    private static PlaneGroup FromMotions(Lattice lattice, RationalIsometry[] motions)
    {
        bool reflects = motions[^1].Reflects;
        FiniteGroup pointGroup = Abstract(reflects ? motions.Length / 2 : motions.Length, reflects);
        PlaneGroup group = new(pointGroup.Name, lattice, pointGroup, motions);
        return Array.Find(Table, group.Equals) ?? group;
    }

    /// <summary>A symmetry of the lattice as a motion of the plane: the one whose matrix it is.</summary>
    private static RationalIsometry MotionOf(Lattice lattice, IntegerMatrix matrix) =>
        Enumerable.Range(0, lattice.Rotations)
            .Select(k => new RationalIsometry(k, lattice.Rotations))
            .Select(rotation => matrix.Determinant < 0 ? rotation * RationalIsometry.LeftRight : rotation)
            .First(motion => lattice.MatrixOf(motion) == matrix);

    private static void RequireIsometry(string name, Lattice lattice, IntegerMatrix matrix, string role, int determinant)
    {
        if (!lattice.IsPreservedBy(matrix))
        {
            throw new ArgumentException(
                $"{name}: the {role} {matrix} does not keep the metric of the {lattice}, whose Gram matrix is {lattice.Gram}. " +
                "Is it written in the basis of another lattice?",
                role);
        }

        if (matrix.Determinant != determinant)
        {
            throw new ArgumentException(
                $"{name}: the {role} {matrix} has determinant {matrix.Determinant}; a {role} has {determinant}. " +
                "Were rotation and reflection exchanged?",
                role);
        }
    }
}
