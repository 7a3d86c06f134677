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
            () => Subgroup.Trivial(d4).Intersection(Subgroup.Trivial(FiniteGroup.Cyclic(4))), "different groups", "D4", "C4");
    }
}
