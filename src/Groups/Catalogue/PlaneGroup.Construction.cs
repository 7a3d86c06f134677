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
        List<IntegerMatrix> matrices = Powers(rotation);
        int n = matrices.Count;
        if (reflection is IntegerMatrix s)
        {
            RequireIsometry(name, lattice, s, "reflection", -1);
            matrices.AddRange(matrices.ConvertAll(m => m * s));
        }

        FiniteGroup pointGroup = reflection is null ? FiniteGroup.Cyclic(n) : FiniteGroup.Dihedral(n);
        return new PlaneGroup(name, lattice, pointGroup, [.. matrices]);
    }

    private static List<IntegerMatrix> Powers(IntegerMatrix rotation)
    {
        List<IntegerMatrix> powers = [IntegerMatrix.Identity];
        for (IntegerMatrix power = rotation; power != IntegerMatrix.Identity; power = rotation * power)
        {
            powers.Add(power);
        }

        return powers;
    }

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
