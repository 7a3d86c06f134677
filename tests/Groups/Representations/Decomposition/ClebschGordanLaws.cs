using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class ClebschGordanLaws
{
    private static readonly ClebschGordan[] Every =
    [
        .. from g in CharacterExamples.All.Where(g => g.Order <= 24)
           let irreps = Irreps.Of(g)
           from a in irreps
           from b in irreps
           select ClebschGordan.Of(a, b),
    ];

    [Fact]
    public void The_coefficients_block_diagonalise_the_tensor_product()
    {
        foreach (ClebschGordan product in Every)
        {
            Assert.InRange(product.Decomposition.Residual, 0, 1e-12);
            Assert.Equal(product.First.Dimension * product.Second.Dimension, product.Coefficients.RowCount);
        }
    }

    [Fact]
    public void Each_term_s_coefficients_are_an_isometric_intertwiner()
    {
        foreach (ClebschGordan product in Every.Where(p => p.First.Group.Order <= 12))
        {
            foreach (IsotypicBlock block in product.Decomposition.Blocks)
            {
                Law.Holds(Violation(product, block.Irrep, product.CoefficientsOf(block.Irrep, block.Copy)));
            }
        }
    }

    [Fact]
    public void The_law_rejects_the_coefficients_of_another_irrep_and_factors_exchanged()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        IReadOnlyList<Irrep> irreps = Irreps.Of(d4);
        ClebschGordan product = ClebschGordan.Of(irreps[2], irreps[2]);
        Law.Holds(Violation(product, irreps[3], product.CoefficientsOf(irreps[3])));
        Law.IsBrokenBy(Violation(product, irreps[4], product.CoefficientsOf(irreps[3])));
        IReadOnlyList<Irrep> d5 = Irreps.Of(FiniteGroup.Dihedral(5));
        Law.IsBrokenBy(Violation(ClebschGordan.Of(d5[3], d5[2]), d5[2], ClebschGordan.Of(d5[2], d5[3]).CoefficientsOf(d5[2])));
    }

    [Fact]
    public void Frequencies_of_D_n_add_and_subtract()
    {
        foreach (int n in Enumerable.Range(3, 6))
        {
            Irrep[] turning = [.. Irreps.Of(FiniteGroup.Dihedral(n)).Where(i => i.Dimension == 2)];
            foreach ((Irrep a, Irrep b) in from a in turning from b in turning select (a, b))
            {
                int[] expected = [Folded(a.Frequency!.Value + b.Frequency!.Value, n), Folded(a.Frequency!.Value - b.Frequency!.Value, n)];
                Assert.Equal(expected.Distinct().Order(), ClebschGordan.Of(a, b).Terms.Select(t => t.Frequency!.Value).Distinct());
            }
        }
    }

    [Fact]
    public void The_products_of_D4_and_Q8_are_known()
    {
        IReadOnlyList<Irrep> d4 = Irreps.Of(FiniteGroup.Dihedral(4));
        Assert.Equal("irrep 1 x irrep 1 = irrep 0 + irrep 0- + irrep 2 + irrep 2-", ClebschGordan.Of(d4[2], d4[2]).ToString());
        Irrep quaternions = Irreps.Of(Examples.Quaternions)[4];
        ClebschGordan square = ClebschGordan.Of(quaternions, quaternions);
        Assert.Equal([4, 4, 4, 4, 0], Irreps.Of(Examples.Quaternions).Select(square.Multiplicity));
        Assert.Equal(2, ClebschGordan.Of(Irreps.Of(FiniteGroup.Cyclic(5))[1], Irreps.Of(FiniteGroup.Cyclic(5))[1]).Terms.Count);
    }

    [Fact]
    public void Products_and_decompositions_are_equal_when_their_representations_are()
    {
        IReadOnlyList<Irrep> d4 = Irreps.Of(FiniteGroup.Dihedral(4));
        IReadOnlyList<Irrep> again = Irreps.Of(FiniteGroup.Dihedral(4));
        ClebschGordan product = ClebschGordan.Of(d4[2], d4[1]);
        Assert.Equal(product, ClebschGordan.Of(again[2], again[1]));
        Assert.Equal(product.GetHashCode(), ClebschGordan.Of(again[2], again[1]).GetHashCode());
        Assert.Equal(product.Decomposition, ClebschGordan.Of(again[2], again[1]).Decomposition);
        Assert.Equal(product.Decomposition.GetHashCode(), ClebschGordan.Of(again[2], again[1]).Decomposition.GetHashCode());
        Assert.False(product.Equals((object)ClebschGordan.Of(d4[1], d4[2])));
        Assert.False(product.Decomposition.Equals((object)ClebschGordan.Of(d4[1], d4[2]).Decomposition));
    }

    [Fact]
    public void What_the_product_does_not_hold_is_refused()
    {
        IReadOnlyList<Irrep> d4 = Irreps.Of(FiniteGroup.Dihedral(4));
        ClebschGordan product = ClebschGordan.Of(d4[2], d4[2]);
        Message.Says<ArgumentException>(() => product.CoefficientsOf(d4[2]), "irrep 1 x irrep 1", "copy 0 of 'irrep 1'", "0 times");
        Message.Says<ArgumentException>(() => product.CoefficientsOf(d4[0], 1), "copy 1 of 'irrep 0'", "1 times");
        Irrep foreign = Irreps.Of(FiniteGroup.Cyclic(3))[1];
        Message.Says<ArgumentException>(() => ClebschGordan.Of(d4[2], foreign), "both must represent one group");
    }

    private static int Folded(int frequency, int n) => Math.Min(((frequency % n) + n) % n, ((-frequency % n) + n) % n);

    /// <summary><c>(sigma x tau)(g) C = C rho(g)</c> and <c>C^T C = 1</c>.</summary>
    private static string? Violation(ClebschGordan product, Irrep term, Matrix<double> c)
    {
        if (((c.Transpose() * c) - Matrix<double>.Build.DenseIdentity(term.Dimension)).InfinityNorm() > 1e-12)
        {
            return $"{product}: the coefficients of {term} are not orthonormal";
        }

        Matrix<double> Product(int g) => product.First.Matrix(g).KroneckerProduct(product.Second.Matrix(g));
        return term.Group.Generators
            .Where(g => ((Product(g) * c) - (c * term.Matrix(g))).InfinityNorm() > 1e-12)
            .Select(g => $"{product}: the coefficients of {term} do not commute with {g}").FirstOrDefault();
    }
}
