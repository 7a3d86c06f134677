namespace GCnn.Groups.Tests;

public sealed class GroupStructure
{
    [Theory]
    [InlineData("D4", "0 2", 2, 4)]
    [InlineData("D5", "0", 5, 10)]
    [InlineData("D6", "0 3", 3, 6)]
    [InlineData("Q8", "0 2", 2, 4)]
    [InlineData("S4", "0", 12, 12)]
    [InlineData("A4", "0", 4, 6)]
    [InlineData("A5", "0", 60, 30)]
    [InlineData("S5", "0", 60, 60)]
    [InlineData("Oh", "0 24", 12, 12)]
    [InlineData("Ih", "0 60", 60, 30)]
    [InlineData("Dic3", "0 3", 3, 12)]
    [InlineData("C6", "0 1 2 3 4 5", 1, 6)]
    public void Centre_commutator_subgroup_and_exponent_are_those_of_the_textbook(string name, string centre, int commutators, int exponent)
    {
        FiniteGroup group = Named.Group(name);
        Assert.Equal(centre, string.Join(' ', group.Centre.Members));
        Assert.Equal(commutators, group.CommutatorSubgroup.Order);
        Assert.Equal(exponent, group.Exponent);
    }

    [Fact]
    public void The_order_is_that_of_the_centre_and_the_indices_of_the_centralizers_of_the_other_classes()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            Law.Holds(ClassEquation(group, group.Centralizer));
        }

        Law.IsBrokenBy(ClassEquation(FiniteGroup.Dihedral(4), g => Subgroup.Generated(FiniteGroup.Dihedral(4), g)));
    }

    [Fact]
    public void Centralizers_and_the_centre_are_what_commutes()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            foreach (GroupElement g in group.Elements)
            {
                Assert.Equal(group.Elements.Where(h => g * h == h * g).Select(h => h.Index), group.Centralizer(g.Index).Members);
            }

            Assert.Equal(group.Centre, group.Centralizer(Subgroup.Whole(group)));
            Assert.Equal(group.IsAbelian, group.Centre.Index == 1);
            Assert.True(group.Centre.IsNormal);
        }
    }

    [Fact]
    public void The_centralizer_of_a_subgroup_is_the_intersection_of_those_of_its_elements_and_lies_in_the_normalizer()
    {
        foreach (Subgroup k in Examples.Groups.SelectMany(Subgroup.AllOf))
        {
            Subgroup centralizer = k.Parent.Centralizer(k);
            Assert.Equal(k.Members.Select(k.Parent.Centralizer).Aggregate((a, b) => a.Intersection(b)), centralizer);
            Assert.True(centralizer.IsSubgroupOf(k.Parent.Normalizer(k)));
            Assert.True(k.IsSubgroupOf(k.Parent.Normalizer(k)));
            Assert.Equal(k.IsNormal, k.Parent.Normalizer(k).Index == 1);
        }

        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Equal([0, 2, 4, 6], d4.Normalizer(Subgroup.Generated(d4, 4)).Members);
    }

    [Fact]
    public void The_commutator_subgroup_is_generated_by_all_commutators_and_the_least_with_an_abelian_quotient()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            int[] commutators =
                [.. group.Elements.SelectMany(g => group.Elements.Select(h => (g * h * g.Inverse * h.Inverse).Index)).Distinct()];
            Assert.Equal(Subgroup.Generated(group, commutators), group.CommutatorSubgroup);
            Assert.All(
                Subgroup.NormalOf(group),
                n => Assert.Equal(group.CommutatorSubgroup.IsSubgroupOf(n), new QuotientGroup(n).Group.IsAbelian));
        }
    }

    [Fact]
    public void The_exponent_is_the_least_power_that_kills_every_element()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            Assert.Equal(
                group.Exponent,
                Enumerable.Range(1, group.Order).First(n => group.Elements.All(g => group.Power(g.Index, n) == 0)));
        }
    }

    [Fact]
    public void Subgroups_of_another_group_and_unknown_elements_are_refused()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Subgroup foreign = Subgroup.Whole(FiniteGroup.Cyclic(4));
        Message.Says<ArgumentException>(() => d4.Normalizer(foreign), "C4{0,1,2,3} is a subgroup of another group", "D4 has order 8");
        Message.Says<ArgumentException>(() => d4.Centralizer(foreign), "another group");
        Message.Says<ArgumentOutOfRangeException>(() => d4.Centralizer(8), "no element 8");
        Message.Says<ArgumentOutOfRangeException>(() => d4.Power(8, 2), "no element 8");
        Message.Says<ArgumentOutOfRangeException>(() => d4.Conjugate(8, 2), "no element 8");
    }

    private static string? ClassEquation(FiniteGroup group, Func<int, Subgroup> centralizer)
    {
        ConjugacyClasses classes = group.ConjugacyClasses;
        int[] representatives = [.. Enumerable.Range(0, classes.Count).Select(classes.Representative)];
        int others = representatives.Where(g => !group.Centre.Contains(g)).Sum(g => centralizer(g).Index);
        return group.Order == group.Centre.Order + others ? null : $"{group}: {group.Order} is not {group.Centre.Order} + {others}";
    }
}
