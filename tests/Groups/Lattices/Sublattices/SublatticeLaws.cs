using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class SublatticeLaws
{
    private static IEnumerable<LatticePoint> Window =>
        from y in Enumerable.Range(-12, 25) from x in Enumerable.Range(-12, 25) select new LatticePoint(x, y);

    private static IEnumerable<Sublattice> Sublattices =>
    [
        .. Sublattice.All,
        .. from lattice in new Lattice[] { new SquareLattice(), new HexagonalLattice() }
           from generator in new LatticePoint[] { new(1, 0), new(-1, 0), new(3, 0), new(3, -1), new(-2, 5), new(2, -2) }
           select Sublattice.Generated(lattice, generator),
    ];

    [Fact]
    public void The_catalogue_has_the_pinned_bases_and_indices() =>
        Assert.Equal(
            [
                "sublattice of index 2 of the square lattice, basis [[1, -1], [1, 1]]",
                "sublattice of index 4 of the square lattice, basis [[2, 0], [0, 2]]",
                "sublattice of index 5 of the square lattice, basis [[1, -2], [2, 1]]",
                "sublattice of index 3 of the hexagonal lattice, basis [[1, -1], [1, 2]]",
                "sublattice of index 4 of the hexagonal lattice, basis [[2, 0], [0, 2]]",
                "sublattice of index 7 of the hexagonal lattice, basis [[2, -1], [1, 3]]",
            ],
            Sublattice.All.Select(sublattice => sublattice.ToString()));

    [Fact]
    public void The_metric_of_the_own_basis_is_the_parents_times_the_index()
    {
        foreach (Sublattice sublattice in Sublattices)
        {
            IntegerMatrix gram = sublattice.Lattice.Gram;
            int n = sublattice.Index;
            Assert.Equal(
                new IntegerMatrix(n * gram.A, n * gram.B, n * gram.C, n * gram.D), sublattice.Basis.Transpose * gram * sublattice.Basis);
        }
    }

    [Fact]
    public void The_members_are_the_integer_sums_of_the_basis()
    {
        foreach (Sublattice sublattice in Sublattices)
        {
            HashSet<LatticePoint> sums = [.. Window.Select(sublattice.ToParent)];
            Assert.All(Window.Where(p => Math.Abs(p.X) <= 3 && Math.Abs(p.Y) <= 3), p =>
                Assert.Equal(sums.Contains(p), sublattice.Contains(p)));
        }
    }

    [Fact]
    public void Own_coordinates_become_the_parents_and_come_back()
    {
        foreach (Sublattice sublattice in Sublattices)
        {
            Prop.ForAll(LatticePointLaws.Points.ToArbitrary(), LatticePointLaws.Points.ToArbitrary(), (p, q) =>
                sublattice.FromParent(sublattice.ToParent(p)) == p
                && sublattice.ToParent(p + q) == sublattice.ToParent(p) + sublattice.ToParent(q)
                && sublattice.CosetOf(q + sublattice.ToParent(p)) == sublattice.CosetOf(q)).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Cosets_are_as_many_as_the_index_and_each_point_lies_in_that_of_its_representative()
    {
        foreach (Sublattice sublattice in Sublattices)
        {
            Assert.Equal(sublattice.Index, sublattice.Representatives.Count);
            Assert.Equal(Enumerable.Range(0, sublattice.Index), sublattice.Representatives.Select(sublattice.CosetOf));
            Assert.Equal(LatticePoint.Origin, sublattice.Representatives[0]);
            Assert.All(Window, p => Assert.True(sublattice.Contains(p - sublattice.Representatives[sublattice.CosetOf(p)])));
        }
    }

    [Fact]
    public void Representatives_are_the_nearest_points_of_their_cosets()
    {
        foreach (Sublattice sublattice in Sublattices)
        {
            int[] lengths = [.. sublattice.Representatives.Select(p => SquaredLength(sublattice.Lattice, p))];
            Assert.All(Window, p => Assert.True(lengths[sublattice.CosetOf(p)] <= SquaredLength(sublattice.Lattice, p)));
        }
    }

    [Fact]
    public void Representatives_are_the_pinned_ones()
    {
        Assert.Equal([new(0, 0), new(1, 0)], Sublattice.Quincunx.Representatives);
        Assert.Equal([new(0, 0), new(1, 0), new(0, 1), new(1, 1)], Sublattice.SquareOfIndex4.Representatives);
        Assert.Equal([new(0, 0), new(1, 0), new(0, 1), new(0, -1), new(-1, 0)], Sublattice.SquareOfIndex5.Representatives);
        Assert.Equal([new(0, 0), new(1, 0), new(1, -1)], Sublattice.HexagonalOfIndex3.Representatives);
        Assert.Equal(
            new HexagonalDomain(1).Cells.ToHashSet(), Sublattice.HexagonalOfIndex7.Representatives.ToHashSet());
    }

    [Fact]
    public void Sublattices_are_equal_by_lattice_and_basis()
    {
        Assert.Equal(Sublattice.Quincunx, Sublattice.FromBasis(new SquareLattice(), new(1, -1, 1, 1)));
        Assert.Equal(Sublattice.Quincunx.GetHashCode(), Sublattice.FromBasis(new SquareLattice(), new(1, -1, 1, 1)).GetHashCode());
        Assert.NotEqual(Sublattice.SquareOfIndex4, Sublattice.HexagonalOfIndex4);
        Assert.NotEqual(Sublattice.Quincunx, Sublattice.Generated(new SquareLattice(), new(1, -1)));
    }

    [Fact]
    public void A_basis_that_is_no_enlarged_copy_is_refused()
    {
        Message.Says<ArgumentException>(
            () => Sublattice.FromBasis(new SquareLattice(), new(2, 0, 0, 1)),
            "[[2, 0], [0, 1]]", "[[1, 0], [0, 1]] by its determinant", "it has 2", "Generated");
        Message.Says<ArgumentException>(() => Sublattice.FromBasis(new HexagonalLattice(), new(1, -1, 1, 1)), "hexagonal lattice", "basis");
        Message.Says<ArgumentException>(() => Sublattice.FromBasis(new SquareLattice(), new(1, 1, 1, -1)), "it has -2");
        Message.Says<ArgumentException>(() => Sublattice.Generated(new SquareLattice(), default), "it has 0");
        Message.Says<ArgumentException>(
            () => Sublattice.Generated(new SquareLattice(), new(92682, 0)), "determinant 8589953124", "at most 1000000 cosets");
    }

    [Fact]
    public void A_point_of_another_coset_has_no_own_coordinates() =>
        Message.Says<ArgumentException>(
            () => Sublattice.Quincunx.FromParent(new(2, 1)), "(2, 1) is not in", "index 2", "coset of (1, 0)", "Subtract");

    private static int SquaredLength(Lattice lattice, LatticePoint p)
    {
        LatticePoint g = lattice.Gram.Transform(p);
        return (p.X * g.X) + (p.Y * g.Y);
    }
}
