using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class ContinuousClebschGordanLaws
{
    private static IEnumerable<(ContinuousRepresentation Rho, ContinuousRepresentation Sigma)> Pairs =>
    [
        .. from whole in ContinuousExamples.Groups from rho in whole.Irreps(3) from sigma in whole.Irreps(3)
           select ((ContinuousRepresentation)rho, (ContinuousRepresentation)sigma),
        .. from whole in ContinuousExamples.Groups
           select ((ContinuousRepresentation)(whole.Irrep(2) + whole.Trivial + whole.Irrep(1)),
                   (ContinuousRepresentation)whole.BandLimitedRegular(2)),
    ];

    [Fact]
    public void The_basis_is_orthogonal_and_decomposes_the_product()
    {
        foreach ((ContinuousRepresentation rho, ContinuousRepresentation sigma) in Pairs)
        {
            ContinuousClebschGordan product = rho.Tensor(sigma);
            Decomposition(product, product.Coefficients).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void That_law_rejects_the_order_of_the_other_product_and_a_basis_without_its_signs()
    {
        ContinuousClebschGordan product = ContinuousGroup.O2.Irrep(2).Tensor(ContinuousGroup.O2.Irrep(1));
        Matrix<double> swapped = ContinuousGroup.O2.Irrep(1).Tensor(ContinuousGroup.O2.Irrep(2)).Coefficients;
        Assert.Throws<Exception>(() => Decomposition(product, swapped).QuickCheckThrowOnFailure());
        Assert.Throws<Exception>(() => Decomposition(product, product.Coefficients.PointwiseAbs()).QuickCheckThrowOnFailure());
    }

    [Fact]
    public void Frequencies_add_and_subtract()
    {
        OrthogonalGroup o2 = ContinuousGroup.O2;
        SpecialOrthogonalGroup so2 = ContinuousGroup.SO2;
        Assert.Equal([o2.Irrep(1), o2.Irrep(5)], o2.Irrep(2).Tensor(o2.Irrep(3)).Sum.Irreps);
        Assert.Equal([o2.Irrep(1), o2.Irrep(5)], o2.Irrep(3).Tensor(o2.Irrep(2)).Sum.Irreps);
        Assert.Equal([o2.Trivial, o2.Sign, o2.Irrep(4)], o2.Irrep(2).Tensor(o2.Irrep(2)).Sum.Irreps);
        Assert.Equal([so2.Trivial, so2.Trivial, so2.Irrep(4)], so2.Irrep(2).Tensor(so2.Irrep(2)).Sum.Irreps);
        Assert.Equal([o2.Trivial], o2.Sign.Tensor(o2.Sign).Sum.Irreps);
        Assert.Equal([o2.Sign], o2.Trivial.Tensor(o2.Sign).Sum.Irreps);
        Assert.Equal([o2.Irrep(3)], o2.Irrep(3).Tensor(o2.Sign).Sum.Irreps);
    }

    [Fact]
    public void A_product_with_the_trivial_irrep_changes_nothing()
    {
        foreach (ContinuousRepresentation rho in ContinuousExamples.Representations)
        {
            Assert.Equal(ContinuousExamples.Identity(rho.Dimension), rho.Tensor(rho.Group.Trivial).Coefficients);
            Assert.Equal(rho.Irreps, rho.Tensor(rho.Group.Trivial).Sum.Irreps);
        }
    }

    [Fact]
    public void Products_have_equality_and_print()
    {
        ContinuousClebschGordan product = ContinuousGroup.SO2.Irrep(1).Tensor(ContinuousGroup.SO2.Irrep(2));
        Assert.Equal("irrep 1 x irrep 2 = irrep 1 + irrep 3", product.ToString());
        Assert.Equal(product, ContinuousGroup.SO2.Irrep(1).Tensor(ContinuousGroup.SO2.Irrep(2)));
        Assert.Equal(product.GetHashCode(), ContinuousGroup.SO2.Irrep(1).Tensor(ContinuousGroup.SO2.Irrep(2)).GetHashCode());
        Assert.NotEqual(product, ContinuousGroup.SO2.Irrep(2).Tensor(ContinuousGroup.SO2.Irrep(1)));
        Message.Says<ArgumentException>(() => ContinuousGroup.SO2.Irrep(1).Tensor(ContinuousGroup.O2.Irrep(1)), "SO(2)", "O(2)");
    }

    private static Property Decomposition(ContinuousClebschGordan product, Matrix<double> basis) =>
        Prop.ForAll(ContinuousExamples.Isometries, drawn =>
        {
            PlanarIsometry g = ContinuousExamples.Within(product.First.Group, drawn);
            Matrix<double> tensor = product.First.Matrix(g).KroneckerProduct(product.Second.Matrix(g));
            return ContinuousExamples.Near(basis.TransposeThisAndMultiply(basis), ContinuousExamples.Identity(basis.RowCount))
                && ContinuousExamples.Near(basis * product.Sum.Matrix(g) * basis.Transpose(), tensor);
        });
}
