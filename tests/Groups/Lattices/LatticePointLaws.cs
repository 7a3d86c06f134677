using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class LatticePointLaws
{
    internal static Gen<LatticePoint> Points =>
        from x in Gen.Choose(-100, 100)
        from y in Gen.Choose(-100, 100)
        select new LatticePoint(x, y);

    [Fact]
    public void Points_add_and_subtract_as_an_abelian_group() =>
        Prop.ForAll(Points.ToArbitrary(), Points.ToArbitrary(), (p, q) =>
            p + q == q + p && p + q - q == p && p - q == p + -q && p + LatticePoint.Origin == p).QuickCheckThrowOnFailure();

    [Fact]
    public void A_point_is_its_column_and_its_row()
    {
        Assert.Equal(new LatticePoint(4, 6), new LatticePoint(1, 2) + new LatticePoint(3, 4));
        Assert.Equal("(1, -2)", new LatticePoint(1, -2).ToString());
    }
}
