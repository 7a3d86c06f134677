using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class OperationRefusals
{
    private static readonly FiniteGroup D4 = FiniteGroup.Dihedral(4);
    private static readonly Irrep Plane = Irreps.Of(D4)[2];

    [Fact]
    public void Representations_of_different_groups_neither_add_nor_multiply()
    {
        RegularRepresentation other = new(FiniteGroup.Cyclic(8));
        Message.Says<ArgumentException>(() => Plane + other, "'irrep 1' represents D4 of order 8", "'regular' represents C8", "Restrict");
        Message.Says<ArgumentException>(() => Plane.Tensor(other), "both must represent one group");
        Message.Says<ArgumentException>(() => Intertwiners.Between(Plane, other), "both must represent one group");
        Message.Says<ArgumentException>(() => Representation.DirectSum(), "at least one representation");
    }

    [Fact]
    public void A_subgroup_of_another_group_is_refused()
    {
        Subgroup foreign = Subgroup.Generated(FiniteGroup.Dihedral(6), 6);
        Message.Says<ArgumentException>(() => Plane.Restrict(foreign), "'irrep 1' represents D4", "D6{0,6} lies in D6 of order 12");
        Message.Says<ArgumentException>(() => Plane.Induce(foreign), "'irrep 1' belongs to D4 of order 8", "order 2", "AsGroup");
        Message.Says<ArgumentException>(() => Character.Of(Plane).Restrict(foreign), "restricts to subgroups of D4");
        Message.Says<ArgumentException>(() => Character.Of(Plane).Induce(foreign), "The character", "belongs to D4", "AsGroup");
    }

    [Fact]
    public void A_map_that_is_no_homomorphism_is_refused_by_naming_a_pair()
    {
        FiniteGroup c4 = FiniteGroup.Cyclic(4);
        Message.Says<ArgumentException>(
            () => Plane.Restrict(c4, [0, 1, 3, 2]), "C4 -> D4", "1 * 1 = 2 goes to 3");
        Message.Says<ArgumentException>(() => Plane.Restrict(FiniteGroup.Cyclic(1), [4]), "0 * 0 = 0 goes to 4");
        Message.Says<ArgumentException>(() => Plane.Restrict(c4, [0, 1]), "2 images for 4 elements");
        Message.Says<ArgumentOutOfRangeException>(() => Plane.Restrict(c4, [0, 8, 0, 8]), "D4", "no element 8");
    }

    [Fact]
    public void A_basis_of_another_size_or_not_orthonormal_is_refused()
    {
        Message.Says<ArgumentException>(
            () => Plane.ChangeBasis(Matrix<double>.Build.DenseIdentity(3)), "dimension 2", "this one is 3 x 3");
        Message.Says<ArgumentException>(
            () => Plane.ChangeBasis(2 * Matrix<double>.Build.DenseIdentity(2)), "must be orthonormal", "by 3.0E+000", "at most 1E-009");
    }
}
