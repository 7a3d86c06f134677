namespace GCnn.Groups.Tests;

public sealed class FiniteGroupLaws
{
    [Fact]
    public void Every_group_satisfies_the_axioms_for_all_triples()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            Law.Holds(Law.OfGroups(group.Order, group.Multiply, group.Inverse));
        }
    }

    [Fact]
    public void The_axioms_reject_a_wrong_inverse_and_a_wrong_product()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Law.IsBrokenBy(Law.OfGroups(8, d4.Multiply, g => g));
        Law.IsBrokenBy(Law.OfGroups(8, (g, h) => (g, h) == (5, 6) ? 0 : d4.Multiply(g, h), d4.Inverse));
    }

    [Fact]
    public void The_generators_generate_and_are_the_convention_s_r_and_s()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            Assert.Equal(group.Order, Subgroup.Generated(group, [.. group.Generators]).Order);
        }

        Assert.Equal([1, 4], FiniteGroup.Dihedral(4).Generators);
        Assert.Equal([1], FiniteGroup.Cyclic(4).Generators);
        Assert.Empty(FiniteGroup.Cyclic(1).Generators);
    }

    [Fact]
    public void The_order_of_an_element_is_its_first_power_that_is_the_identity()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            foreach (GroupElement g in group.Elements)
            {
                GroupElement[] powers = [.. Enumerable.Range(1, g.Order).Select(n => Enumerable.Repeat(g, n).Aggregate((a, b) => a * b))];
                Assert.Equal(g.Order - 1, Array.IndexOf(powers, group.Identity));
            }
        }
    }

    [Fact]
    public void Groups_are_equal_when_their_tables_are_whatever_their_names()
    {
        FiniteGroup renamed = FiniteGroup.FromTable("square", Table(FiniteGroup.Dihedral(4)));
        Assert.Equal(FiniteGroup.Dihedral(4), renamed);
        Assert.Equal(FiniteGroup.Dihedral(4).GetHashCode(), renamed.GetHashCode());
        Assert.True(renamed.Equals((object)FiniteGroup.Dihedral(4)));
        Assert.NotEqual(FiniteGroup.Dihedral(4), Examples.Quaternions);
        Assert.NotEqual(FiniteGroup.Cyclic(4), FiniteGroup.Dihedral(2));
        Assert.False(renamed.Equals(null));
    }

    [Fact]
    public void Abelian_groups_are_those_in_which_all_pairs_commute()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            bool commute = group.Elements.All(g => group.Elements.All(h => g * h == h * g));
            Assert.Equal(commute, group.IsAbelian);
        }

        Assert.False(FiniteGroup.Dihedral(4).IsAbelian);
        Assert.True(FiniteGroup.Dihedral(2).IsAbelian);
    }

    [Fact]
    public void An_unknown_element_is_refused_with_the_range()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Message.Says<ArgumentOutOfRangeException>(() => d4[8], "D4", "no element 8", "0 to 7");
        Message.Says<ArgumentOutOfRangeException>(() => d4.Multiply(0, -1), "no element -1");
        Message.Says<ArgumentOutOfRangeException>(() => d4.Inverse(9), "no element 9");
    }

    internal static int[,] Table(FiniteGroup group)
    {
        int[,] table = new int[group.Order, group.Order];
        foreach (GroupElement g in group.Elements)
        {
            foreach (GroupElement h in group.Elements)
            {
                table[g.Index, h.Index] = (g * h).Index;
            }
        }

        return table;
    }
}
