namespace GCnn.Groups.Tests;

/// <summary>Exact means at the limits too: what does not fit an int is refused, and no wrapped number passes for another.</summary>
public sealed class LimitsOfIntegers
{
    /// <summary>Modulo 2^32 its columns have length 1 and are orthogonal, and its determinant is 1.</summary>
    private static readonly IntegerMatrix Wrapping = new(1, -65536, 65536, 1);

    [Fact]
    public void A_matrix_that_keeps_the_metric_modulo_2_to_the_32_does_not_keep_it()
    {
        Assert.False(new SquareLattice().IsPreservedBy(Wrapping));
        Assert.True(new SquareLattice().IsPreservedBy(new IntegerMatrix(0, -1, 1, 0)));
        Message.Says<ArgumentException>(
            () => PlaneGroup.FromGenerators("wrapping", new SquareLattice(), Wrapping), "does not keep the metric");
    }

    [Fact]
    public void Sums_and_products_that_do_not_fit_are_refused()
    {
        LatticePoint far = new(int.MaxValue, int.MinValue);
        Assert.Throws<OverflowException>(() => Wrapping.Determinant);
        Assert.Throws<OverflowException>(() => new IntegerMatrix(65536, 0, 0, 1) * new IntegerMatrix(65536, 0, 0, 1));
        Assert.Throws<OverflowException>(() => new IntegerMatrix(1, 1, 0, 1).Transform(new LatticePoint(int.MaxValue, 1)));
        Assert.Throws<OverflowException>(() => far + new LatticePoint(1, 0));
        Assert.Throws<OverflowException>(() => far - new LatticePoint(0, 1));
        Assert.Throws<OverflowException>(() => -far);
        Assert.Throws<OverflowException>(() =>
            PlaneGroup.P1.Element(new LatticePoint(int.MaxValue, 0), 0) * PlaneGroup.P1.Element(new LatticePoint(1, 0), 0));
    }

    [Fact]
    public void Names_of_hexagonal_points_that_do_not_fit_are_refused()
    {
        Assert.Throws<OverflowException>(() => CubePoint.FromAxial(new LatticePoint(int.MinValue, 0)));
        Assert.Throws<OverflowException>(() => DoubledPoint.FromAxial(new LatticePoint(int.MaxValue, 0), DoubledKind.Width));
        Assert.Throws<OverflowException>(() => DoubledPoint.FromAxial(new LatticePoint(0, int.MaxValue), DoubledKind.Height));
    }

    [Fact]
    public void Points_at_the_limits_lie_outside_of_hexagons()
    {
        int[] limits = [int.MinValue, int.MinValue + 1, 0, int.MaxValue];
        Assert.All(
            from x in limits from y in limits where (x, y) != (0, 0) select new LatticePoint(x, y),
            p => Assert.False(new HexagonalDomain(2).Contains(p)));
        Message.Says<ArgumentException>(
            () => new HexagonalDomain(2).Slot(new LatticePoint(int.MinValue, int.MinValue)), "is 4294967296 steps", "radius 2");
        Message.Says<ArgumentOutOfRangeException>(() => new HexagonalDomain(int.MaxValue), "at most 16383", "2147483647");
        Message.Says<ArgumentOutOfRangeException>(() => Stencil.Hexagon(20_000), "at most 16383", "20000");
    }

    [Fact]
    public void Fractions_of_a_turn_are_reduced_before_they_are_counted()
    {
        RationalIsometry small = new(1, int.MaxValue);
        Assert.Equal(new RationalIsometry(2, int.MaxValue), small * small);
        Assert.Equal(small, new RationalIsometry(0, 1) * small);
        Assert.Equal(new RationalIsometry(int.MaxValue - 1, int.MaxValue), small.Inverse);
        Assert.Equal(int.MaxValue - 1, new RationalIsometry(int.MaxValue - 1, int.MaxValue).Turn);
        Assert.Throws<OverflowException>(() => small * new RationalIsometry(1, int.MaxValue - 1));
        Assert.Null(new SquareLattice().MatrixOf(new RationalIsometry(1 << 30, int.MaxValue)));
        Assert.Equal(new SquareLattice().Rotation, new SquareLattice().MatrixOf(new RationalIsometry(1 << 28, 1 << 30)));
    }

    [Fact]
    public void The_default_isometry_is_the_identity()
    {
        Assert.Equal(new RationalIsometry(0, 1), default);
        Assert.Equal("turn by 0/1", default(RationalIsometry).ToString());
        Assert.Equal(RationalIsometry.LeftRight, default(RationalIsometry) * RationalIsometry.LeftRight);
        Assert.Equal(IntegerMatrix.Identity, new HexagonalLattice().MatrixOf(default));
    }
}
