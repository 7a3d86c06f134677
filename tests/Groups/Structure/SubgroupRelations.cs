namespace GCnn.Groups.Tests;

public sealed class SubgroupRelations
{
    [Fact]
    public void Conjugates_are_the_sets_of_conjugated_elements_and_normal_subgroups_have_only_themselves()
    {
        foreach (Subgroup k in Examples.Groups.SelectMany(Subgroup.AllOf))
        {
            Subgroup[] conjugates = [.. k.Parent.Elements.Select(g => k.Conjugate(g.Index))];
            Assert.All(conjugates, c => Assert.Equal(k.Order, c.Order));
            Assert.Equal(k.IsNormal, conjugates.All(k.Equals));
        }

        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Equal([0, 6], Subgroup.Generated(d4, 4).Conjugate(1).Members);
    }

    [Fact]
    public void The_generators_of_a_subgroup_generate_it()
    {
        foreach (Subgroup k in Examples.Groups.SelectMany(Subgroup.AllOf))
        {
            Assert.Equal(k, Subgroup.Generated(k.Parent, [.. k.Generators]));
        }

        Assert.Equal([2, 4], Subgroup.Generated(FiniteGroup.Dihedral(4), 6, 4).Generators);
        Assert.Empty(Subgroup.Trivial(FiniteGroup.Dihedral(4)).Generators);
    }

    [Fact]
    public void Intersections_hold_the_common_elements()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Equal([0, 2], Subgroup.Generated(d4, 1).Intersection(Subgroup.Generated(d4, 2, 4)).Members);
        Message.Says<ArgumentException>(
            () => Subgroup.Trivial(d4).Intersection(Subgroup.Trivial(FiniteGroup.Cyclic(4))), "subgroup of another group", "D4", "C4");
    }

    [Fact]
    public void The_product_of_two_subgroups_has_the_order_that_the_intersection_says()
    {
        foreach (FiniteGroup group in Examples.Groups.Where(g => g.Order <= 12))
        {
            foreach ((Subgroup k, Subgroup l) in Pairs(group))
            {
                int[] products = [.. k.Members.SelectMany(a => l.Members.Select(b => group.Multiply(a, b))).Distinct().Order()];
                Subgroup join = k.Join(l);
                Assert.Equal(k.Order * l.Order, products.Length * k.Intersection(l).Order);
                Assert.Equal(k.IsNormal || l.IsNormal || products.Length == join.Order, join.Members.SequenceEqual(products));
            }
        }
    }

    [Fact]
    public void Join_and_intersection_are_the_bounds_of_inclusion()
    {
        foreach (FiniteGroup group in Examples.Groups.Where(g => g.Order <= 8))
        {
            Law.Holds(BoundLaw(group, (k, l) => k.Join(l), (k, l) => k.Intersection(l)));
        }

        Law.IsBrokenBy(BoundLaw(FiniteGroup.Dihedral(4), (k, _) => Subgroup.Whole(k.Parent), (k, l) => k.Intersection(l)));
        Law.IsBrokenBy(BoundLaw(FiniteGroup.Dihedral(4), (k, l) => k.Join(l), (k, _) => Subgroup.Trivial(k.Parent)));
    }

    [Fact]
    public void Core_and_normal_closure_are_the_nearest_normal_subgroups()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            foreach (Subgroup k in Subgroup.AllOf(group))
            {
                Assert.Equal(Subgroup.NormalOf(group).Last(n => n.IsSubgroupOf(k)), k.Core);
                Assert.Equal(Subgroup.NormalOf(group).First(k.IsSubgroupOf), k.NormalClosure);
            }
        }

        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Equal([0], Subgroup.Generated(d4, 4).Core.Members);
        Assert.Equal([0, 2, 4, 6], Subgroup.Generated(d4, 4).NormalClosure.Members);
    }

    [Fact]
    public void Subgroups_of_another_group_are_refused()
    {
        Subgroup k = Subgroup.Trivial(FiniteGroup.Dihedral(4));
        Subgroup foreign = Subgroup.Trivial(FiniteGroup.Cyclic(4));
        Message.Says<ArgumentException>(() => k.Join(foreign), "C4{0} is a subgroup of another group", "D4 has order 8");
        Message.Says<ArgumentException>(() => k.IsSubgroupOf(foreign), "another group");
        Message.Says<ArgumentOutOfRangeException>(() => k.Conjugate(8), "no element 8");
    }

    private static IEnumerable<(Subgroup First, Subgroup Second)> Pairs(FiniteGroup group) =>
        Subgroup.AllOf(group).SelectMany(k => Subgroup.AllOf(group).Select(l => (k, l)));

    private static string? BoundLaw(
        FiniteGroup group, Func<Subgroup, Subgroup, Subgroup> least, Func<Subgroup, Subgroup, Subgroup> greatest) => Pairs(group)
        .Where(pair => Subgroup.AllOf(group).Any(m =>
            least(pair.First, pair.Second).IsSubgroupOf(m) != (pair.First.IsSubgroupOf(m) && pair.Second.IsSubgroupOf(m))
            || m.IsSubgroupOf(greatest(pair.First, pair.Second)) != (m.IsSubgroupOf(pair.First) && m.IsSubgroupOf(pair.Second))))
        .Select(pair => $"{pair.First} and {pair.Second} have other bounds").FirstOrDefault();
}
