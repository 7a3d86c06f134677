using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class IntegerMatrixLaws
{
    private static Gen<IntegerMatrix> Matrices =>
        from a in Gen.Choose(-9, 9)
        from b in Gen.Choose(-9, 9)
        from c in Gen.Choose(-9, 9)
        from d in Gen.Choose(-9, 9)
        select new IntegerMatrix(a, b, c, d);

    /// <summary>Products of shears and a reflection: determinants 1 and −1.</summary>
    private static Gen<IntegerMatrix> Unimodular =>
        from shears in Gen.Elements(new IntegerMatrix(1, 1, 0, 1), new IntegerMatrix(1, 0, 1, 1), new IntegerMatrix(0, 1, 1, 0)).ListOf(6)
        select shears.Aggregate(IntegerMatrix.Identity, (m, n) => m * n);

    [Fact]
    public void A_product_applies_the_right_factor_first() =>
        Prop.ForAll(Matrices.ToArbitrary(), Matrices.ToArbitrary(), LatticePointLaws.Points.ToArbitrary(), (m, n, p) =>
            (m * n).Transform(p) == m.Transform(n.Transform(p)) && (m * n).Determinant == m.Determinant * n.Determinant
            && (m * n).Transpose == n.Transpose * m.Transpose).QuickCheckThrowOnFailure();

    [Fact]
    public void The_inverse_undoes_the_matrix() =>
        Prop.ForAll(Unimodular.ToArbitrary(), m =>
            m * m.Inverse == IntegerMatrix.Identity && m.Inverse * m == IntegerMatrix.Identity).QuickCheckThrowOnFailure();

    [Fact]
    public void A_matrix_acts_on_columns() =>
        Assert.Equal(new LatticePoint(1 + (2 * 10), 3 + (4 * 10)), new IntegerMatrix(1, 2, 3, 4).Transform(new LatticePoint(1, 10)));

    [Fact]
    public void A_matrix_without_an_integer_inverse_is_refused() =>
        Message.Says<InvalidOperationException>(() => new IntegerMatrix(1, 2, 3, 4).Inverse, "[[1, 2], [3, 4]]", "determinant -2",
            "1 and -1");
}
