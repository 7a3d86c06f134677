namespace GCnn.Groups.Tests;

public sealed class SubgroupEnumeration
{
    public static TheoryData<string, int, int, int> Counts => new()
    {
        { "S4", 30, 11, 4 },
        { "A4", 10, 5, 3 },
        { "A5", 59, 9, 2 },
        { "S5", 156, 19, 3 },
        { "D4", 10, 8, 6 },
        { "D6", 16, 10, 7 },
        { "Q8", 6, 6, 6 },
        { "C12", 6, 6, 6 },
        { "Oh", 98, 33, 9 },
        { "I", 59, 9, 2 },
        { "Ih", 164, 22, 4 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_numbers_of_subgroups_classes_and_normal_subgroups_are_those_of_the_textbook(
        string name, int subgroups, int classes, int normal)
    {
        FiniteGroup group = Named.Group(name);
        Assert.Equal(subgroups, Subgroup.AllOf(group).Count);
        Assert.Equal(classes, Subgroup.ConjugacyClassesOf(group).Count);
        Assert.Equal(normal, Subgroup.NormalOf(group).Count);
    }

    [Theory]
    [InlineData("D4")]
    [InlineData("Q8")]
    [InlineData("C12")]
    [InlineData("D6")]
    [InlineData("A4")]
    public void Every_closed_set_of_elements_is_found(string name)
    {
        FiniteGroup group = Named.Group(name);
        int subsets = 1 << (group.Order - 1);
        int[][] closed =
            [.. Enumerable.Range(0, subsets).Select(bits => Members(group, (bits << 1) | 1)).Where(members => IsClosed(group, members))];
        Assert.Equal(closed.Length, Subgroup.AllOf(group).Count);
        Assert.All(closed, members => Assert.Contains(Subgroup.Generated(group, members), Subgroup.AllOf(group)));
    }

    [Fact]
    public void Subgroups_come_smaller_first_and_then_by_their_elements()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            Law.Holds(OrderLaw(Subgroup.AllOf(group)));
        }

        Law.IsBrokenBy(OrderLaw([.. Subgroup.AllOf(FiniteGroup.Dihedral(4)).Reverse()]));
        Assert.Equal("{0} {0,2} {0,4} {0,5}", Print(Subgroup.AllOf(FiniteGroup.Dihedral(4)).Take(4)));
    }

    [Fact]
    public void Classes_partition_the_subgroups_and_hold_all_conjugates()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            IReadOnlyList<IReadOnlyList<Subgroup>> classes = Subgroup.ConjugacyClassesOf(group);
            Assert.Equal(Subgroup.AllOf(group).Count, classes.Sum(conjugates => conjugates.Count));
            Assert.Equal(classes.Select(conjugates => conjugates[0]), Subgroup.UpToConjugacy(group));
            foreach (IReadOnlyList<Subgroup> conjugates in classes)
            {
                HashSet<Subgroup> orbit = [.. group.Elements.Select(g => conjugates[0].Conjugate(g.Index))];
                Assert.True(orbit.SetEquals(conjugates));
                Assert.Null(OrderLaw(conjugates));
                Assert.Equal(conjugates.Count, group.Normalizer(conjugates[0]).Index);
            }
        }
    }

    [Fact]
    public void Classes_of_subgroups_of_S3_are_by_their_order_and_its_normal_ones_are_alone()
    {
        FiniteGroup s3 = FiniteGroup.Symmetric(3);
        Assert.Equal([1, 2, 3, 6], Subgroup.UpToConjugacy(s3).Select(k => k.Order));
        Assert.Equal([1, 3, 1, 1], Subgroup.ConjugacyClassesOf(s3).Select(conjugates => conjugates.Count));
        Assert.Equal([1, 3, 6], Subgroup.NormalOf(s3).Select(k => k.Order));
    }

    [Fact]
    public void Subgroups_of_cyclic_groups_are_the_divisors()
    {
        foreach (int n in Enumerable.Range(1, 60))
        {
            Assert.Equal(Enumerable.Range(1, n).Where(d => n % d == 0), Subgroup.AllOf(FiniteGroup.Cyclic(n)).Select(k => k.Order));
        }
    }

    [Fact]
    public void Subgroups_are_found_once_for_a_group()
    {
        FiniteGroup group = FiniteGroup.Dihedral(4);
        Assert.Same(Subgroup.AllOf(group), Subgroup.AllOf(group));
        Assert.Same(Subgroup.ConjugacyClassesOf(group), Subgroup.ConjugacyClassesOf(group));
    }

    private static int[] Members(FiniteGroup group, int bits) => [.. Enumerable.Range(0, group.Order).Where(g => ((bits >> g) & 1) != 0)];

    private static bool IsClosed(FiniteGroup group, int[] members) =>
        Array.TrueForAll(members, g => Array.TrueForAll(members, h => members.Contains(group.Multiply(g, h))));

    private static string Print(IEnumerable<Subgroup> subgroups) =>
        string.Join(' ', subgroups.Select(k => $"{{{string.Join(',', k.Members)}}}"));

    private static string? OrderLaw(IReadOnlyList<Subgroup> subgroups) => subgroups.Zip(subgroups.Skip(1))
        .Where(pair => (pair.First.Order, pair.Second.Order) is var (a, b)
            && (a > b || (a == b && pair.First.Members.ToArray().AsSpan().SequenceCompareTo(pair.Second.Members.ToArray()) >= 0)))
        .Select(pair => $"{pair.Second} does not come before {pair.First}").FirstOrDefault();
}
