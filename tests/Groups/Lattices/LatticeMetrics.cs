namespace GCnn.Groups.Tests;

public sealed class LatticeMetrics
{
    [Fact]
    public void The_square_lattice_keeps_quarter_turns_and_the_hexagonal_one_keeps_sixths()
    {
        IntegerMatrix quarter = new(0, 1, -1, 0);
        Assert.True(new SquareLattice().IsPreservedBy(quarter));
        Assert.False(new HexagonalLattice().IsPreservedBy(quarter));
        Assert.True(new HexagonalLattice().IsPreservedBy(PlaneGroup.P6.Matrix(1)));
        Assert.False(new SquareLattice().IsPreservedBy(PlaneGroup.P6.Matrix(1)));
    }

    [Fact]
    public void The_square_lattice_has_exactly_eight_symmetries()
    {
        int[] entries = [-2, -1, 0, 1, 2];
        Assert.Equal(8, (from a in entries from b in entries from c in entries from d in entries
                         where new SquareLattice().IsPreservedBy(new IntegerMatrix(a, b, c, d))
                         select a).Count());
    }

    [Fact]
    public void Lattices_are_equal_by_kind_and_print_their_name()
    {
        Assert.Equal(new SquareLattice(), new SquareLattice());
        Assert.NotEqual<Lattice>(new SquareLattice(), new HexagonalLattice());
        Assert.Equal("square lattice", new SquareLattice().ToString());
    }
}
