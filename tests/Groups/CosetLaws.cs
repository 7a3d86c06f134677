namespace GCnn.Groups.Tests;

public sealed class CosetLaws
{
    public static IEnumerable<Cosets> All => Examples.Groups.SelectMany(Subgroup.AllOf).Select(k => new Cosets(k));

    [Fact]
    public void Left_cosets_partition_the_group_into_equal_parts()
    {
        foreach (Cosets cosets in All)
        {
            FiniteGroup group = cosets.Subgroup.Parent;
            Assert.Equal(cosets.Subgroup.Index, cosets.Count);
            Assert.All(group.Elements.GroupBy(g => cosets.CosetOf(g.Index)), coset => Assert.Equal(cosets.Subgroup.Order, coset.Count()));
            Assert.All(group.Elements, g => Assert.All(
                cosets.Subgroup.Members, k => Assert.Equal(cosets.CosetOf(g.Index), cosets.CosetOf(group.Multiply(g.Index, k)))));
        }
    }

    [Fact]
    public void Cosets_are_numbered_by_their_smallest_element()
    {
        foreach (Cosets cosets in All)
        {
            int[] smallest = [.. Enumerable.Range(0, cosets.Count).Select(cosets.Representative)];
            Assert.Equal(smallest.Order(), smallest);
            Assert.All(Enumerable.Range(0, cosets.Subgroup.Parent.Order), g => Assert.True(smallest[cosets.CosetOf(g)] <= g));
        }

        Cosets reflection = new(Subgroup.Generated(FiniteGroup.Dihedral(4), 4));
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 4).Select(reflection.Representative));
        Assert.Equal(3, reflection.CosetOf(7));
    }

    [Fact]
    public void The_action_on_cosets_respects_products_and_an_action_from_the_right_does_not()
    {
        foreach (Cosets cosets in All)
        {
            Law.Holds(Law.OfActions(cosets.Subgroup.Parent, cosets.Count, cosets.Act));
        }

        Cosets reflection = new(Subgroup.Generated(FiniteGroup.Dihedral(4), 4));
        FiniteGroup group = reflection.Subgroup.Parent;
        Law.IsBrokenBy(Law.OfActions(group, 4, (g, coset) => reflection.CosetOf(group.Multiply(reflection.Representative(coset), g))));
    }

    [Fact]
    public void Cosets_are_equal_when_their_subgroups_are()
    {
        Cosets cosets = new(Subgroup.Generated(FiniteGroup.Dihedral(4), 4));
        Assert.Equal(cosets, new Cosets(Subgroup.Generated(FiniteGroup.Dihedral(4), 4)));
        Assert.Equal(cosets.GetHashCode(), new Cosets(Subgroup.Generated(FiniteGroup.Dihedral(4), 4)).GetHashCode());
        Assert.NotEqual(cosets, new Cosets(Subgroup.Generated(FiniteGroup.Dihedral(4), 5)));
        Assert.False(cosets.Equals((object?)null));
        Assert.Equal("D4/{0,4}", cosets.ToString());
    }

    [Fact]
    public void An_unknown_coset_or_element_is_refused()
    {
        Cosets cosets = new(Subgroup.Generated(FiniteGroup.Dihedral(4), 4));
        Message.Says<ArgumentOutOfRangeException>(() => cosets.Representative(4), "no coset 4", "0 to 3");
        Message.Says<ArgumentOutOfRangeException>(() => cosets.Act(1, -1), "no coset -1");
        Message.Says<ArgumentOutOfRangeException>(() => cosets.CosetOf(8), "no element 8");
    }
}
