using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class OperationLaws
{
    private static readonly FiniteGroup D4 = FiniteGroup.Dihedral(4);
    private static readonly Subgroup Mirror = Subgroup.Generated(D4, 4);
    private static readonly Subgroup Rotations = Subgroup.Generated(D4, 1);
    private static readonly IReadOnlyList<Irrep> Irrep = Irreps.Of(D4);
    private static readonly Representation[] Some = [.. Irrep, new RegularRepresentation(D4), new QuotientRepresentation(Mirror)];
    private static readonly (Representation A, Representation B)[] Pairs = [.. from a in Some from b in Some select (a, b)];

    [Fact]
    public void Every_operation_gives_a_representation()
    {
        foreach ((Representation a, Representation b) in Pairs)
        {
            Law.Holds(RepresentationLaw.Of(a + b));
            Law.Holds(RepresentationLaw.Of(a.Tensor(b)));
        }

        foreach (Subgroup k in Subgroup.AllOf(D4))
        {
            Assert.All(Some, rho => Law.Holds(RepresentationLaw.Of(rho.Restrict(k))));
            Assert.All(Irreps.Of(k.AsGroup()), sigma => Law.Holds(RepresentationLaw.Of(sigma.Induce(k))));
        }
    }

    [Fact]
    public void A_direct_sum_is_block_diagonal_and_a_tensor_product_is_Kronecker_s()
    {
        foreach ((Representation a, Representation b) in Pairs)
        {
            foreach (GroupElement g in D4.Elements)
            {
                (Matrix<double> m, Matrix<double> n) = (a.Matrix(g.Index), b.Matrix(g.Index));
                Assert.Equal(m.DiagonalStack(n), (a + b).Matrix(g.Index));
                Assert.Equal(m.KroneckerProduct(n), a.Tensor(b).Matrix(g.Index));
            }
        }
    }

    [Fact]
    public void Entries_are_those_of_the_matrix_and_stay()
    {
        Representation rho = Irrep[2].Tensor(Irrep[2]) + new RegularRepresentation(D4);
        foreach (GroupElement g in D4.Elements)
        {
            Assert.Equal(rho.Matrix(g.Index).ToRowMajorArray(), rho.Entries(g.Index).ToArray());
            Assert.True(rho.Entries(g.Index) == rho.Entries(g.Index));
        }

        Message.Says<ArgumentOutOfRangeException>(() => rho.Entries(8).Length, "no element 8");
    }

    [Fact]
    public void Where_all_operands_permute_their_basis_so_does_the_result()
    {
        RegularRepresentation regular = new(D4);
        QuotientRepresentation quotient = new(Mirror);
        Matrix<double> relabel = Matrix<double>.Build.DenseOfColumnMajor(4, 4, [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0]);
        PermutationRepresentation[] results =
        [
            regular + quotient,
            regular.Tensor(quotient),
            regular.Restrict(Mirror),
            regular.Restrict(Mirror.AsGroup(), Mirror.Members),
            regular.Restrict(Homomorphism.Trivial(FiniteGroup.Cyclic(3), D4)),
            new RegularRepresentation(Mirror.AsGroup()).Induce(Mirror),
            (PermutationRepresentation)Representation.DirectSum(regular, quotient, regular),
            (PermutationRepresentation)quotient.ChangeBasis(relabel),
        ];
        Assert.All(results, rho => Law.Holds(Law.OfActions(rho.Group, rho.Dimension, rho.Act)));
        Assert.False(regular + Irrep[1] is PermutationRepresentation);
        Assert.False(regular.Tensor(Irrep[1]) is PermutationRepresentation);
        Assert.False(Irrep[0].Induce(Subgroup.Whole(D4)) is PermutationRepresentation);
        Assert.Equal(2, (regular + quotient).Orbits.Count);
    }

    [Fact]
    public void The_general_formulas_agree_with_the_permutations()
    {
        RegularRepresentation regular = new(D4);
        QuotientRepresentation quotient = new(Mirror);
        MatrixRepresentation a = AsMatrices(regular);
        MatrixRepresentation b = AsMatrices(quotient);
        Assert.Equal(AsMatrices(a + b), AsMatrices(regular + quotient));
        Assert.Equal(AsMatrices(a.Tensor(b)), AsMatrices(regular.Tensor(quotient)));
        Assert.Equal(AsMatrices(b.Restrict(Rotations)), AsMatrices(quotient.Restrict(Rotations)));
        RegularRepresentation sigma = new(Rotations.AsGroup());
        Assert.Equal(AsMatrices(AsMatrices(sigma).Induce(Rotations)), AsMatrices(sigma.Induce(Rotations)));
        Matrix<double> q = regular.Matrix(5);
        Assert.Equal(AsMatrices(a.ChangeBasis(q)), AsMatrices(regular.ChangeBasis(q)));
    }

    [Fact]
    public void A_restriction_reads_the_matrices_of_the_subgroup_s_elements()
    {
        foreach (Subgroup k in Subgroup.AllOf(D4))
        {
            Representation restricted = Irrep[2].Restrict(k);
            Assert.Equal(k.AsGroup(), restricted.Group);
            Assert.All(Enumerable.Range(0, k.Order), i => Assert.Equal(Irrep[2].Matrix(k.Members[i]), restricted.Matrix(i)));
        }

        FiniteGroup c4 = FiniteGroup.Cyclic(4);
        Assert.Equal(Irreps.Of(c4)[1].Matrix(3), Irrep[2].Restrict(c4, [0, 1, 2, 3]).Matrix(3));
        Assert.Equal(Irrep[4].Character(4), Irrep[4].Restrict(FiniteGroup.Cyclic(2), [0, 4]).Character(1));
    }

    [Fact]
    public void A_change_of_basis_takes_the_columns_as_the_new_basis_vectors()
    {
        Matrix<double> q = Matrix<double>.Build.DenseOfArray(new[,] { { 0.6, -0.8 }, { 0.8, 0.6 } });
        Representation changed = Irrep[2].ChangeBasis(q);
        Law.Holds(RepresentationLaw.Of(changed));
        Assert.Equal(0, ((q * changed.Matrix(4)) - (Irrep[2].Matrix(4) * q)).InfinityNorm(), 1e-15);
        Assert.NotEqual(0, ((changed.Matrix(4) * q) - (q * Irrep[2].Matrix(4))).InfinityNorm(), 1e-3);
        Assert.Equal(q, ((ConjugatedRepresentation)changed).Basis);
    }

    [Fact]
    public void Operations_are_equal_when_their_operands_are()
    {
        Matrix<double> q = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, -1 }, { 1, 0 } });
        Func<IReadOnlyList<Irrep>, Representation>[] kinds =
        [
            r => r[0] + r[2],
            r => r[2] + r[0],
            r => r[0] + r[2] + r[2],
            r => r[2].Tensor(r[1]),
            r => r[1].Tensor(r[2]),
            r => r[2].Restrict(Mirror),
            r => r[2].Restrict(Rotations),
            r => r[2].Restrict(FiniteGroup.Cyclic(2), [0, 5]),
            r => r[2].Restrict(Mirror).Induce(Mirror),
            r => r[1].Restrict(Mirror).Induce(Mirror),
            r => r[2].ChangeBasis(q),
            r => r[2].ChangeBasis(-q),
        ];
        IReadOnlyList<Irrep> again = Irreps.Of(FiniteGroup.Dihedral(4));
        Assert.All(kinds, kind => Assert.Equal(kind(Irrep), kind(again)));
        Assert.All(kinds, kind => Assert.Equal(kind(Irrep).GetHashCode(), kind(again).GetHashCode()));
        Assert.Equal(kinds.Length, kinds.Select(kind => kind(Irrep)).Distinct().Count());
        Assert.All(kinds, kind => Message.Says<ArgumentOutOfRangeException>(() => kind(Irrep).Matrix(8), "no element 8"));
        Assert.All(kinds, kind => Message.Says<ArgumentOutOfRangeException>(() => kind(Irrep).Entries(-1).Length, "no element -1"));
        Assert.Equal(Irrep[0] + Irrep[1] + Irrep[2], Irrep[0] + (Irrep[1] + Irrep[2]));
        Assert.Equal([Irrep[0], Irrep[1], Irrep[2]], ((DirectSumRepresentation)(Irrep[0] + (Irrep[1] + Irrep[2]))).Summands);
        Assert.Same(Irrep[3], Representation.DirectSum(Irrep[3]));
    }

    [Fact]
    public void Results_print_how_they_were_made()
    {
        RegularRepresentation regular = new(D4);
        TrivialRepresentation trivial = new(D4);
        Assert.Equal("irrep 0 + 2 irrep 1 + regular", (Irrep[0] + Irrep[2] + Irrep[2] + regular).Name);
        Assert.Equal("regular + trivial", (regular + trivial).Name);
        Assert.Equal("(regular + trivial) x irrep 1", (regular + trivial).Tensor(Irrep[2]).Name);
        Assert.Equal("irrep 1 restricted to D4{0,4}", Irrep[2].Restrict(Mirror).Name);
        Assert.Equal("irrep 1 induced from D4{0,4}", Irreps.Of(FiniteGroup.Cyclic(2))[1].Induce(Mirror).Name);
        Assert.Equal("trivial induced from D4{0,4}", new TrivialRepresentation(Mirror.AsGroup()).Induce(Mirror).Name);
        Assert.Equal("irrep 1 in another basis", Irrep[2].ChangeBasis(Matrix<double>.Build.DenseIdentity(2)).Name);
    }

    private static MatrixRepresentation AsMatrices(Representation rho) =>
        new("matrices", rho.Group, [.. rho.Group.Elements.Select(g => rho.Matrix(g.Index))]);
}
