using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class IsotypicDecompositionLaws
{
    private static readonly FiniteGroup[] Groups =
        [.. CharacterExamples.Planar.Where(g => g.Order is <= 10 or >= 16), .. CharacterExamples.Others.Where(g => g.Order <= 24)];

    private static readonly IsotypicDecomposition[] Every = [.. Groups.SelectMany(Subjects).Select(IsotypicDecomposition.Of)];

    [Fact]
    public void Q_block_diagonalises_into_the_irreps_themselves() => Assert.All(Every, d => Law.Holds(Violation(d, d.Basis)));

    [Fact]
    public void The_residual_is_far_below_a_billionth() => Assert.All(Every, d => Assert.InRange(d.Residual, 0, 1e-12));

    [Fact]
    public void The_law_rejects_exchanged_columns_and_a_column_of_the_wrong_sign()
    {
        IsotypicDecomposition regular = IsotypicDecomposition.Of(new RegularRepresentation(FiniteGroup.Dihedral(4)));
        Matrix<double> exchanged = regular.Basis;
        exchanged.SetColumn(4, regular.Basis.Column(5));
        exchanged.SetColumn(5, regular.Basis.Column(4));
        Law.IsBrokenBy(Violation(regular, exchanged));
        Matrix<double> signed = regular.Basis;
        signed.SetColumn(4, -regular.Basis.Column(4));
        Law.IsBrokenBy(Violation(regular, signed));
        Law.IsBrokenBy(Violation(regular, regular.Basis * 1.001));
    }

    [Fact]
    public void The_blocks_follow_each_other_in_the_order_of_the_irreps_as_often_as_the_characters_say()
    {
        foreach (IsotypicDecomposition d in Every)
        {
            Character character = Character.Of(d.Representation);
            Assert.Equal(Irreps.Of(d.Representation.Group).Select(character.Multiplicity), d.Multiplicities);
            Assert.Equal(d.Blocks.OrderBy(b => b.Irrep.Index).ThenBy(b => b.Copy), d.Blocks);
            Assert.Equal(d.Representation.Dimension, d.Blocks.Sum(b => b.Irrep.Dimension));
            Assert.All(d.Blocks.Index(), b => Assert.Equal(d.Blocks.Take(b.Index).Sum(earlier => earlier.Irrep.Dimension), b.Item.Offset));
        }
    }

    [Fact]
    public void In_the_isotypic_basis_the_representation_is_the_direct_sum()
    {
        foreach (IsotypicDecomposition d in Every.Where(d => d.Representation.Dimension <= 12))
        {
            Representation changed = d.Representation.ChangeBasis(d.Basis);
            Representation sum = d.DirectSum;
            Assert.All(sum.Group.Elements, g => Assert.Equal(0, (changed.Matrix(g.Index) - sum.Matrix(g.Index)).InfinityNorm(), 1e-12));
        }
    }

    [Fact]
    public void Dense_matrices_and_sums_in_a_random_basis_decompose_as_well()
    {
        FiniteGroup d5 = FiniteGroup.Dihedral(5);
        FiniteGroup q8 = Examples.Quaternions;
        Representation plane = Irreps.Of(d5)[2] + Irreps.Of(d5)[3] + Irreps.Of(d5)[2] + new RegularRepresentation(d5);
        Representation quaternions = Irreps.Of(q8)[4] + Irreps.Of(q8)[4] + new RegularRepresentation(q8) + Irreps.Of(q8)[3];
        foreach (Representation rho in new[] { plane, quaternions })
        {
            Matrix<double> q = Matrix<double>.Build.Random(rho.Dimension, rho.Dimension, 7).GramSchmidt().Q;
            IsotypicDecomposition decomposition = IsotypicDecomposition.Of(rho.ChangeBasis(q));
            Law.Holds(Violation(decomposition, decomposition.Basis));
            Assert.InRange(decomposition.Residual, 0, 1e-12);
            Assert.Equal(IsotypicDecomposition.Of(rho).Multiplicities, decomposition.Multiplicities);
        }
    }

    [Fact]
    public void A_group_of_120_elements_decomposes_its_regular_representation()
    {
        IsotypicDecomposition regular = IsotypicDecomposition.Of(new RegularRepresentation(FiniteGroup.Symmetric(5)));
        Assert.Equal([1, 1, 4, 4, 5, 5, 6], regular.Multiplicities);
        Assert.InRange(regular.Residual, 0, 1e-11);
    }

    [Fact]
    public void Quotients_hold_the_trivial_irrep_once_and_those_of_D4_are_known()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        IsotypicDecomposition regular = IsotypicDecomposition.Of(new RegularRepresentation(d4));
        Assert.Equal("regular = irrep 0 + irrep 0- + 2 irrep 1 + irrep 2 + irrep 2-", regular.ToString());
        Assert.Equal([1, 0, 1, 1, 0], IsotypicDecomposition.Of(new QuotientRepresentation(Subgroup.Generated(d4, 4))).Multiplicities);
        Assert.Equal([1, 0, 1, 0, 1], IsotypicDecomposition.Of(new QuotientRepresentation(Subgroup.Generated(d4, 5))).Multiplicities);
        Assert.All(Every.Where(d => d.Representation is QuotientRepresentation), d => Assert.Equal(1, d.Multiplicities[0]));
    }

    [Fact]
    public void Matrices_that_represent_nothing_are_refused()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Message.Says<InvalidOperationException>(() => IsotypicDecomposition.Of(new Liar(d4, 0.3)), "times", "whole number");
        Message.Says<InvalidOperationException>(() => IsotypicDecomposition.Of(new Liar(d4, 1)), "were found", "do not multiply");
    }

    private static IEnumerable<Representation> Subjects(FiniteGroup group)
    {
        yield return new RegularRepresentation(group);
        if (group.Order <= 12)
        {
            foreach (Subgroup k in Subgroup.AllOf(group))
            {
                yield return new QuotientRepresentation(k);
                yield return Irreps.Of(k.AsGroup())[^1].Induce(k);
            }

            yield return Irreps.Of(group)[^1].Tensor(new RegularRepresentation(group));
        }
    }

    /// <summary><c>Q^T Q = 1</c> and <c>Q^T rho(g) Q</c> is the block diagonal of the irreps' own matrices.</summary>
    private static string? Violation(IsotypicDecomposition decomposition, Matrix<double> q)
    {
        Representation rho = decomposition.Representation;
        if (((q.Transpose() * q) - Matrix<double>.Build.DenseIdentity(rho.Dimension)).InfinityNorm() > 1e-10)
        {
            return $"{decomposition}: Q is not orthogonal";
        }

        foreach (int g in rho.Group.Generators)
        {
            Matrix<double> rest = q.Transpose() * rho.Matrix(g) * q;
            foreach (IsotypicBlock block in decomposition.Blocks)
            {
                (int at, int d) = (block.Offset, block.Irrep.Dimension);
                rest.SetSubMatrix(at, at, rest.SubMatrix(at, d, at, d) - block.Irrep.Matrix(g));
            }

            if (rest.InfinityNorm() > 1e-10)
            {
                return $"{decomposition}: the blocks of {g} miss by {rest.InfinityNorm()}";
            }
        }

        return null;
    }

    /// <summary>The character of <c>factor</c> times the regular representation by matrices that commute: no homomorphism.</summary>
    private sealed record Liar : Representation
    {
        private readonly double _factor;

        public Liar(FiniteGroup group, double factor)
            : base(group) => _factor = factor;

        public override string Name => "liar";

        public override int Dimension => Group.Order;

        public override Matrix<double> Matrix(int g) =>
            Matrix<double>.Build.Dense(Dimension, Dimension, (i, j) => g == 0 && i == j ? _factor : 0);
    }
}
