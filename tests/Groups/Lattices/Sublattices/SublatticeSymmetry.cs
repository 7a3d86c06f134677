namespace GCnn.Groups.Tests;

public sealed class SublatticeSymmetry
{
    private static IEnumerable<(Sublattice Sublattice, PlaneGroup Group)> Pairs =>
        from sublattice in Sublattice.All
        from plane in PlaneGroup.All
        where plane.Lattice.Equals(sublattice.Lattice)
        select (sublattice, plane);

    [Theory]
    [InlineData("p1", "p1 p1 p1")]
    [InlineData("p2", "p2 p2 p2")]
    [InlineData("pm", "cm pm p1")]
    [InlineData("cm", "pm cm p1")]
    [InlineData("pmm", "cmm pmm p2")]
    [InlineData("cmm", "pmm cmm p2")]
    [InlineData("p4", "p4 p4 p4")]
    [InlineData("p4m", "p4m p4m p4")]
    [InlineData("p3", "p3 p3 p3")]
    [InlineData("p3m1", "p31m p3m1 p3")]
    [InlineData("p31m", "p3m1 p31m p3")]
    [InlineData("p6", "p6 p6 p6")]
    [InlineData("p6m", "p6m p6m p6")]
    public void The_three_sublattices_of_the_catalogue_keep_the_pinned_groups(string name, string kept)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        Sublattice[] sublattices = [.. Sublattice.All.Where(sublattice => sublattice.Lattice.Equals(group.Lattice))];
        Assert.Equal(kept, string.Join(' ', sublattices.Select(sublattice => sublattice.On(group))));
        Assert.Equal(
            kept.Split(' ').Select(type => PlaneGroup.Named(type).Order), sublattices.Select(sublattice => sublattice.Kept(group).Order));
    }

    [Fact]
    public void Kept_elements_are_those_that_take_members_to_members()
    {
        foreach ((Sublattice sublattice, PlaneGroup group) in Pairs)
        {
            LatticePoint[] generators = [sublattice.ToParent(new(1, 0)), sublattice.ToParent(new(0, 1))];
            Assert.Equal(
                Enumerable.Range(0, group.Order).Where(h => generators.All(p => sublattice.Contains(group.Matrix(h).Transform(p)))),
                sublattice.Kept(group).Members);
        }
    }

    [Fact]
    public void The_group_of_the_sublattice_acts_as_the_kept_elements_do()
    {
        Assert.All(Pairs, pair => Law.Holds(Mismatch(pair.Sublattice, pair.Group, pair.Sublattice.On(pair.Group))));
        Law.IsBrokenBy(Mismatch(Sublattice.Quincunx, PlaneGroup.P4m, PlaneGroup.P4m));
        Law.IsBrokenBy(Mismatch(Sublattice.HexagonalOfIndex3, PlaneGroup.P6m, PlaneGroup.P6m));
    }

    [Fact]
    public void Products_are_those_of_the_kept_subgroup()
    {
        foreach ((Sublattice sublattice, PlaneGroup group) in Pairs)
        {
            Assert.Equal(sublattice.Kept(group).AsGroup(), sublattice.On(group).PointGroup);
        }
    }

    [Fact]
    public void Index_3_exchanges_p3m1_and_p31m()
    {
        PlaneGroup turned = Sublattice.HexagonalOfIndex3.On(PlaneGroup.P3m1);
        Assert.Equal("p31m", turned.Name);
        Assert.True(PlaneGroup.P31m.Contains(turned) && turned.Contains(PlaneGroup.P31m));
        Assert.False(PlaneGroup.P3m1.Contains(turned));
        PlaneGroup back = Sublattice.HexagonalOfIndex3.On(PlaneGroup.P31m);
        Assert.True(PlaneGroup.P3m1.Contains(back) && back.Contains(PlaneGroup.P3m1));
        Assert.False(PlaneGroup.P31m.Contains(back));
    }

    [Fact]
    public void Twice_the_quincunx_is_index_4_and_twice_index_3_is_index_9()
    {
        foreach (PlaneGroup group in PlaneGroup.All.Where(group => group.Lattice is SquareLattice))
        {
            Assert.Equal(group.Name, Sublattice.Quincunx.On(Sublattice.Quincunx.On(group)).Name);
        }

        foreach (PlaneGroup group in PlaneGroup.All.Where(group => group.Lattice is HexagonalLattice))
        {
            Assert.Equal(group.Name, Sublattice.HexagonalOfIndex3.On(Sublattice.HexagonalOfIndex3.On(group)).Name);
        }
    }

    [Fact]
    public void Every_subgroup_of_the_two_full_groups_keeps_its_type_on_a_parallel_sublattice()
    {
        foreach (PlaneGroup group in new[] { PlaneGroup.P4m, PlaneGroup.P6m })
        {
            Sublattice doubled = Sublattice.Generated(group.Lattice, new(2, 0));
            foreach (PlaneGroup small in Subgroup.AllOf(group.PointGroup).Select(group.Subgroup))
            {
                Assert.Equal(small, doubled.On(small));
            }
        }

        IEnumerable<string> types = Subgroup.AllOf(PlaneGroup.P6m.PointGroup)
            .Select(k => Sublattice.HexagonalOfIndex4.On(PlaneGroup.P6m.Subgroup(k)).Name);
        Assert.Equal(
            ["cm x 6", "cmm x 3", "p1 x 1", "p2 x 1", "p3 x 1", "p31m x 1", "p3m1 x 1", "p6 x 1", "p6m x 1"],
            types.GroupBy(name => name).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} x {g.Count()}"));
    }

    [Fact]
    public void Only_generators_on_a_mirror_keep_reflections()
    {
        foreach (PlaneGroup full in new[] { PlaneGroup.P4m, PlaneGroup.P6m })
        {
            for (int a = 1; a <= 6; a++)
            {
                for (int b = 0; b <= 6; b++)
                {
                    bool onMirror = full.PointGroup.Elements.Any(
                        h => !full.IsRotation(h.Index) && full.Matrix(h.Index).Transform(new(a, b)) == new LatticePoint(a, b));
                    Assert.Equal(
                        onMirror ? full.Order : full.Order / 2, Sublattice.Generated(full.Lattice, new(a, b)).Kept(full).Order);
                }
            }
        }
    }

    [Fact]
    public void Elements_that_move_lattice_points_off_the_lattice_are_not_kept()
    {
        Assert.Equal([0, 2, 4, 6], Sublattice.Quincunx.Kept(PlaneGroup.Cyclic(8)).Members);
        Assert.Equal("p4", Sublattice.Quincunx.On(PlaneGroup.Cyclic(8)).Name);
    }

    [Fact]
    public void A_group_of_the_other_lattice_is_refused()
    {
        Message.Says<ArgumentException>(() => Sublattice.Quincunx.On(PlaneGroup.P6), "p6", "hexagonal lattice", "square lattice");
        Message.Says<ArgumentException>(() => Sublattice.HexagonalOfIndex7.Kept(PlaneGroup.P4), "p4", "index 7");
    }

    /// <summary><c>S (own M) x = M (S x)</c> for the basis vectors <c>x</c>.</summary>
    private static string? Mismatch(Sublattice sublattice, PlaneGroup parent, PlaneGroup own) =>
        (from k in Enumerable.Range(0, own.Order)
         from x in new LatticePoint[] { new(1, 0), new(0, 1) }
         let expected = parent.Matrix(sublattice.Kept(parent).Members[k]).Transform(sublattice.ToParent(x))
         where sublattice.ToParent(own.Matrix(k).Transform(x)) != expected
         select $"{parent} on the {sublattice}: element {k} moves {x} elsewhere").FirstOrDefault();
}
