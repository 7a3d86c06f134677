namespace GCnn.Groups.Tests;

public sealed class DoubleCosetLaws
{
    public static IEnumerable<DoubleCosets> All =>
        from @group in Examples.Groups
        where @group.Order <= 12
        let subgroups = Subgroup.AllOf(@group)
        from left in subgroups
        from right in subgroups
        select new DoubleCosets(left, right);

    [Fact]
    public void Double_cosets_are_the_sets_of_all_products_k_g_l()
    {
        foreach (DoubleCosets cosets in All)
        {
            FiniteGroup group = cosets.Left.Parent;
            Assert.Equal(group.Order, Enumerable.Range(0, cosets.Count).Sum(cosets.Size));
            for (int number = 0; number < cosets.Count; number++)
            {
                Assert.Equal(Products(cosets, cosets.Representative(number)), cosets.Members(number));
                Assert.Equal(cosets.Members(number)[0], cosets.Representative(number));
                Assert.All(cosets.Members(number), g => Assert.Equal(number, cosets.Of(g)));
            }
        }
    }

    [Fact]
    public void Sizes_are_those_of_the_orbits_of_K_on_the_cosets_of_L()
    {
        foreach (DoubleCosets cosets in All)
        {
            Law.Holds(SizeLaw(cosets, cosets.Stabilizer));
        }

        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        DoubleCosets reflections = new(Subgroup.Generated(d4, 4), Subgroup.Generated(d4, 4));
        Law.IsBrokenBy(SizeLaw(reflections, _ => reflections.Left.Intersection(reflections.Right)));
    }

    [Fact]
    public void Double_cosets_of_a_reflection_in_D4_have_unequal_sizes()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        DoubleCosets cosets = new(Subgroup.Generated(d4, 4), Subgroup.Generated(d4, 4));
        Assert.Equal([2, 4, 2], Enumerable.Range(0, cosets.Count).Select(cosets.Size));
        Assert.Equal([0, 1, 2], Enumerable.Range(0, cosets.Count).Select(cosets.Representative));
        Assert.Equal(@"{0,4}\D4/{0,4}", cosets.ToString());
    }

    [Fact]
    public void With_a_trivial_left_subgroup_they_are_the_left_cosets()
    {
        foreach (Cosets cosets in Examples.Groups.SelectMany(Subgroup.AllOf).Select(k => new Cosets(k)))
        {
            DoubleCosets twoSided = new(Subgroup.Trivial(cosets.Subgroup.Parent), cosets.Subgroup);
            Assert.Equal(cosets.Count, twoSided.Count);
            Assert.All(cosets.Subgroup.Parent.Elements, g => Assert.Equal(cosets.CosetOf(g.Index), twoSided.Of(g.Index)));
        }
    }

    [Fact]
    public void Double_cosets_are_equal_when_both_subgroups_are()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        DoubleCosets cosets = new(Subgroup.Generated(d4, 4), Subgroup.Generated(d4, 2));
        Assert.Equal(cosets, new DoubleCosets(Subgroup.Generated(d4, 4), Subgroup.Generated(d4, 2)));
        Assert.Equal(cosets.GetHashCode(), new DoubleCosets(Subgroup.Generated(d4, 4), Subgroup.Generated(d4, 2)).GetHashCode());
        Assert.NotEqual(cosets, new DoubleCosets(Subgroup.Generated(d4, 2), Subgroup.Generated(d4, 4)));
        Assert.False(cosets.Equals((object?)null));
    }

    [Fact]
    public void Subgroups_of_different_groups_and_unknown_numbers_are_refused()
    {
        Subgroup reflection = Subgroup.Generated(FiniteGroup.Dihedral(4), 4);
        Message.Says<ArgumentException>(
            () => new DoubleCosets(reflection, Subgroup.Trivial(FiniteGroup.Cyclic(4))),
            "C4{0} is a subgroup of another group", "C4 of order 4", "D4 has order 8");
        DoubleCosets cosets = new(reflection, reflection);
        Message.Says<ArgumentOutOfRangeException>(() => cosets.Size(3), @"{0,4}\D4/{0,4}", "no double coset 3", "0 to 2");
        Message.Says<ArgumentOutOfRangeException>(() => cosets.Of(8), "no element 8");
    }

    private static int[] Products(DoubleCosets cosets, int g)
    {
        FiniteGroup group = cosets.Left.Parent;
        return [.. cosets.Left.Members
            .SelectMany(k => cosets.Right.Members.Select(l => group.Multiply(group.Multiply(k, g), l))).Distinct().Order()];
    }

    private static string? SizeLaw(DoubleCosets cosets, Func<int, Subgroup> stabilizer) => Enumerable.Range(0, cosets.Count)
        .Where(i => cosets.Size(i) * stabilizer(i).Order != cosets.Left.Order * cosets.Right.Order)
        .Select(i => $"{cosets}: |K g L| |K n gLg^-1| is not |K| |L| at double coset {i}").FirstOrDefault();
}
