namespace GCnn.Groups.Tests;

public sealed class HexagonSubsampling
{
    private static Sublattice[] Sublattices =>
    [
        Sublattice.HexagonalOfIndex3,
        Sublattice.HexagonalOfIndex4,
        Sublattice.HexagonalOfIndex7,
        Sublattice.Generated(new HexagonalLattice(), new(3, 0)),
        Sublattice.Generated(new HexagonalLattice(), new(3, -1)),
        Sublattice.Generated(new HexagonalLattice(), new(-1, 3)),
    ];

    [Fact]
    public void The_largest_own_hexagon_is_the_largest_by_enumeration()
    {
        Law.Holds(NotLargest((sublattice, hexagon) => sublattice.LargestHexagonIn(hexagon).Radius));
        Law.IsBrokenBy(NotLargest((sublattice, hexagon) => (int)(hexagon.Radius / Math.Sqrt(sublattice.Index))));
    }

    [Fact]
    public void Its_radius_is_half_of_the_radius_for_3_and_4_and_a_third_for_7()
    {
        for (int radius = 0; radius <= 24; radius++)
        {
            HexagonalDomain hexagon = new(radius);
            Assert.Equal(new HexagonalDomain(radius / 2), Sublattice.HexagonalOfIndex3.LargestHexagonIn(hexagon));
            Assert.Equal(new HexagonalDomain(radius / 2), Sublattice.HexagonalOfIndex4.LargestHexagonIn(hexagon));
            Assert.Equal(new HexagonalDomain(radius / 3), Sublattice.HexagonalOfIndex7.LargestHexagonIn(hexagon));
        }
    }

    [Fact]
    public void The_cells_inside_are_the_members_of_the_hexagon()
    {
        foreach (Sublattice sublattice in Sublattices)
        {
            HexagonalDomain hexagon = new(9);
            IReadOnlyList<LatticePoint> own = sublattice.CellsIn(hexagon);
            Assert.Equal(hexagon.Cells.Where(sublattice.Contains).ToHashSet(), own.Select(sublattice.ToParent).ToHashSet());
            Assert.Equal(own.OrderBy(p => p.Y).ThenBy(p => p.X), own);
            Assert.Subset(own.ToHashSet(), sublattice.LargestHexagonIn(hexagon).Cells.ToHashSet());
        }
    }

    [Fact]
    public void With_index_4_and_an_even_radius_no_cell_is_lost_and_with_3_and_7_corners_are()
    {
        HexagonalDomain hexagon = new(12);
        Assert.Equal((127, 127), Counts(Sublattice.HexagonalOfIndex4));
        Assert.Equal((127, 157), Counts(Sublattice.HexagonalOfIndex3));
        Assert.Equal((61, 67), Counts(Sublattice.HexagonalOfIndex7));

        (int InHexagon, int Inside) Counts(Sublattice sublattice) =>
            (sublattice.LargestHexagonIn(hexagon).Count, sublattice.CellsIn(hexagon).Count);
    }

    [Fact]
    public void Subsampling_commutes_with_the_kept_elements_and_with_no_other()
    {
        foreach (Sublattice sublattice in Sublattices)
        {
            Subgroup kept = sublattice.Kept(PlaneGroup.P6m);
            Assert.All(kept.Members.Select((h, k) => (h, k)), pair =>
                Law.Holds(Discord(sublattice, pair.h, sublattice.On(PlaneGroup.P6m), pair.k)));
            Assert.All(Enumerable.Range(0, 12).Where(h => !kept.Contains(h)), h =>
                Assert.All(Enumerable.Range(0, 12), k => Law.IsBrokenBy(Discord(sublattice, h, PlaneGroup.P6m, k))));
        }
    }

    [Fact]
    public void Own_cells_outside_read_zero()
    {
        HexagonalDomain one = new(1);
        long[] sampled = Sublattice.HexagonalOfIndex3.Subsample(one, one).Apply<long>([0, 2, 3, 4, 5, 6, 7, 8, 0, 0]);
        Assert.Equal([0, 0, 0, 0, 5, 0, 0, 0, 0], sampled);
        Assert.Equal([5], Sublattice.HexagonalOfIndex3.Subsample(one, new HexagonalDomain(0)).Apply<long>([0, 2, 3, 4, 5, 6, 7, 8, 0, 0]));
    }

    [Fact]
    public void Square_sublattices_have_no_hexagons()
    {
        Message.Says<InvalidOperationException>(() => Sublattice.Quincunx.CellsIn(new(2)), "index 2 of the square lattice", "no hexagons");
        Message.Says<InvalidOperationException>(() => Sublattice.Quincunx.LargestHexagonIn(new(2)), "no hexagons");
        Message.Says<InvalidOperationException>(() => Sublattice.Quincunx.Subsample(new(2), new(1)), "no hexagons");
    }

    private static string? NotLargest(Func<Sublattice, HexagonalDomain, int> radius) =>
        (from sublattice in Sublattices
         from hexagon in Enumerable.Range(0, 15).Select(r => new HexagonalDomain(r))
         let found = radius(sublattice, hexagon)
         where !Fits(sublattice, hexagon, found) || Fits(sublattice, hexagon, found + 1)
         select $"{found} is not the radius of the largest hexagon of the {sublattice} in the {hexagon}").FirstOrDefault();

    private static bool Fits(Sublattice sublattice, HexagonalDomain hexagon, int own) =>
        new HexagonalDomain(own).Cells.All(cell => hexagon.Contains(sublattice.ToParent(cell)));

    /// <summary>Sampling after the action of <c>h</c> against the action of <c>k</c> after sampling.</summary>
    private static string? Discord(Sublattice sublattice, int h, PlaneGroup ownGroup, int k)
    {
        HexagonalDomain hexagon = new(6);
        HexagonalDomain own = sublattice.LargestHexagonIn(hexagon);
        long[] image = [.. hexagon.Mask.ToArray().Select((inside, slot) => inside ? slot : 0L)];
        IndexMap sample = sublattice.Subsample(hexagon, own);
        long[] moved = GridAction.For(PlaneGroup.P6m, h, hexagon.RowLength, hexagon.RowLength).Map.Apply<long>(image);
        long[] first = sample.Apply<long>([.. moved, 0]);
        long[] second = GridAction.For(ownGroup, k, own.RowLength, own.RowLength).Map.Apply<long>(sample.Apply<long>([.. image, 0]));
        return first.AsSpan().SequenceEqual(second) ? null : $"element {h} before sampling on the {sublattice} is not {k} after it";
    }
}
