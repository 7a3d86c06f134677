namespace GCnn.Groups.Tests;

public sealed class ConjugacyClassLaws
{
    [Fact]
    public void Classes_are_the_sets_of_all_conjugates_numbered_by_their_smallest_element()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            ConjugacyClasses classes = group.ConjugacyClasses;
            int[][] conjugates = [.. Enumerable.Range(0, group.Order).Select(g => Conjugates(group, g)).Where((c, g) => c[0] == g)];
            Assert.Equal(conjugates, Enumerable.Range(0, classes.Count).Select(c => classes.Members(c).ToArray()));
            Assert.Equal([0], classes.Members(0));
            for (int c = 0; c < classes.Count; c++)
            {
                Assert.Equal(conjugates[c][0], classes.Representative(c));
                Assert.Equal(conjugates[c].Length, classes.Size(c));
                Assert.All(conjugates[c], g => Assert.Equal(c, classes.ClassOf(g)));
            }
        }
    }

    [Fact]
    public void The_number_of_classes_is_the_mean_number_of_commuting_elements()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            Law.Holds(MeanOfCommuting(group, group.ConjugacyClasses.Count));
        }

        Law.IsBrokenBy(MeanOfCommuting(FiniteGroup.Dihedral(4), 8));
    }

    [Fact]
    public void Inverses_powers_and_orders_belong_to_whole_classes()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            ConjugacyClasses classes = group.ConjugacyClasses;
            foreach (GroupElement g in group.Elements)
            {
                int number = classes.ClassOf(g.Index);
                Assert.Equal(g.Order, classes.ElementOrder(number));
                Assert.Equal(classes.ClassOf(g.Inverse.Index), classes.InverseOf(number));
                Assert.Equal(classes.ClassOf((g * g).Index), classes.PowerOf(number, 2));
                Assert.Equal(classes.InverseOf(number), classes.PowerOf(number, -1));
            }
        }

        Assert.Equal(3, FiniteGroup.Cyclic(4).ConjugacyClasses.InverseOf(1));
    }

    [Fact]
    public void Powers_are_repeated_products_of_either_sign()
    {
        FiniteGroup d5 = FiniteGroup.Dihedral(5);
        Assert.Equal([0, 1, 2, 3, 4, 0, 1], Enumerable.Range(0, 7).Select(n => d5.Power(1, n)));
        Assert.Equal(3, d5.Power(1, -2));
        Assert.Equal(0, d5.Power(7, int.MinValue));
        Assert.Equal(7, d5.Power(7, int.MaxValue));
        Assert.Equal(d5[3], d5[1].Power(-2));
    }

    [Fact]
    public void Classes_are_equal_when_their_groups_are_and_print()
    {
        Assert.Equal(FiniteGroup.Dihedral(3).ConjugacyClasses, new ConjugacyClasses(FiniteGroup.Dihedral(3)));
        Assert.Equal(FiniteGroup.Dihedral(3).ConjugacyClasses.GetHashCode(), new ConjugacyClasses(FiniteGroup.Dihedral(3)).GetHashCode());
        Assert.NotEqual(FiniteGroup.Dihedral(3).ConjugacyClasses, FiniteGroup.Cyclic(6).ConjugacyClasses);
        Assert.False(FiniteGroup.Dihedral(3).ConjugacyClasses.Equals((object?)null));
        Assert.Equal("D3: {0} {1,2} {3,4,5}", FiniteGroup.Dihedral(3).ConjugacyClasses.ToString());
    }

    [Fact]
    public void An_unknown_class_or_element_is_refused()
    {
        ConjugacyClasses classes = FiniteGroup.Dihedral(3).ConjugacyClasses;
        Message.Says<ArgumentOutOfRangeException>(() => classes.Size(3), "D3", "no conjugacy class 3", "3 classes", "0 to 2");
        Message.Says<ArgumentOutOfRangeException>(() => classes.ClassOf(6), "no element 6");
    }

    private static int[] Conjugates(FiniteGroup group, int g) =>
        [.. group.Elements.Select(h => (h * group[g] * h.Inverse).Index).Distinct().Order()];

    private static string? MeanOfCommuting(FiniteGroup group, int classes)
    {
        int pairs = group.Elements.Sum(g => group.Elements.Count(h => g * h == h * g));
        return pairs == classes * group.Order ? null : $"{group}: {pairs} commuting pairs are not {classes} x {group.Order}";
    }
}
