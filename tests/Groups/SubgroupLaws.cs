namespace GCnn.Groups.Tests;

public sealed class SubgroupLaws
{
    [Fact]
    public void Every_subgroup_is_closed_and_divides_the_order_of_the_group()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            foreach (Subgroup k in Subgroup.AllOf(group))
            {
                Law.Holds(SubgroupLaw(group, k.Members));
                Assert.Equal(group.Order, k.Order * k.Index);
                Assert.Equal(k.Members, k.Members.Order());
                Assert.All(group.Elements, g => Assert.Equal(k.Members.Contains(g.Index), k.Contains(g.Index)));
            }
        }
    }

    [Fact]
    public void The_law_rejects_a_set_that_is_not_closed() => Law.IsBrokenBy(SubgroupLaw(FiniteGroup.Dihedral(4), [0, 1]));

    [Theory]
    [InlineData("D4", 10)]
    [InlineData("D3", 6)]
    [InlineData("D6", 16)]
    [InlineData("Q8", 6)]
    [InlineData("S4", 30)]
    [InlineData("C6", 4)]
    public void The_number_of_subgroups_is_that_of_the_textbook(string name, int count) =>
        Assert.Equal(count, Subgroup.AllOf(Examples.Groups.First(g => g.Name == name)).Count);

    [Fact]
    public void Rotations_are_normal_in_D4_and_one_reflection_is_not()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.True(Subgroup.Generated(d4, 1).IsNormal);
        Assert.True(Subgroup.Generated(d4, 2).IsNormal);
        Assert.False(Subgroup.Generated(d4, 4).IsNormal);
        Assert.All(Subgroup.AllOf(Examples.Quaternions), k => Assert.True(k.IsNormal));
    }

    [Fact]
    public void Generated_subgroups_hold_all_products()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Equal([0, 2, 4, 6], Subgroup.Generated(d4, 4, 2).Members);
        Assert.Equal([0], Subgroup.Trivial(d4).Members);
        Assert.Equal(8, Subgroup.Whole(d4).Order);
        Assert.Equal("D4{0,4}", Subgroup.Generated(d4, 4).ToString());
    }

    [Fact]
    public void A_subgroup_is_a_group_of_its_own()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Equal(FiniteGroup.Cyclic(4), Subgroup.Generated(d4, 1).AsGroup());
        Assert.Equal(FiniteGroup.Dihedral(2), Subgroup.Generated(d4, 2, 4).AsGroup());
        Assert.Equal(d4, Subgroup.Whole(d4).AsGroup());
    }

    [Fact]
    public void Subgroups_are_equal_by_parent_and_elements()
    {
        Subgroup k = Subgroup.Generated(FiniteGroup.Dihedral(4), 1);
        Assert.Equal(k, Subgroup.Generated(FiniteGroup.Dihedral(4), 3));
        Assert.Equal(k.GetHashCode(), Subgroup.Generated(FiniteGroup.Dihedral(4), 3).GetHashCode());
        Assert.NotEqual(k, Subgroup.Generated(FiniteGroup.Dihedral(4), 2));
        Assert.NotEqual(Subgroup.Generated(FiniteGroup.Cyclic(4), 2), Subgroup.Generated(FiniteGroup.Dihedral(4), 2));
        Assert.False(k.Equals((object?)null));
    }

    [Fact]
    public void A_foreign_element_is_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => Subgroup.Generated(FiniteGroup.Cyclic(4), 4), "C4", "no element 4");
        Message.Says<ArgumentOutOfRangeException>(() => Subgroup.Trivial(FiniteGroup.Cyclic(4)).Contains(4), "no element 4");
    }

    private static string? SubgroupLaw(FiniteGroup group, IReadOnlyList<int> members) =>
        members[0] == 0 && members.All(g => members.All(h => members.Contains(group.Multiply(g, group.Inverse(h)))))
            ? null
            : $"{string.Join(',', members)} is not closed in {group}";
}
