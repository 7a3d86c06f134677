namespace GCnn.Groups.Tests;

public sealed class PermutationActionLaws
{
    public static IEnumerable<PermutationAction> All => Examples.Groups.SelectMany(group => (PermutationAction[])
    [
        PermutationAction.Regular(group),
        PermutationAction.Conjugation(group),
        .. Subgroup.UpToConjugacy(group).Select(k => PermutationAction.OnCosets(new Cosets(k))),
        OnSubgroups(group),
    ]);

    [Fact]
    public void Elements_act_from_the_left_and_an_action_from_the_right_is_refused()
    {
        foreach (PermutationAction action in All)
        {
            Law.Holds(Law.OfActions(action.Group, action.Degree, action.Act));
        }

        FiniteGroup d3 = FiniteGroup.Dihedral(3);
        Law.IsBrokenBy(Law.OfActions(d3, 6, (g, x) => d3.Multiply(x, g)));
        Message.Says<ArgumentException>(
            () => PermutationAction.FromFunction(d3, 6, (g, x) => d3.Multiply(x, g)), "D3:", "acts as h first", "from the right");
    }

    [Fact]
    public void A_table_with_two_exchanged_images_is_refused_wherever_they_stand()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        foreach ((int g, int i) in Enumerable.Range(0, 8).SelectMany(g => Enumerable.Range(0, 7).Select(i => (g, i))))
        {
            int[,] table = FiniteGroupLaws.Table(d4);
            (table[g, i], table[g, i + 1]) = (table[g, i + 1], table[g, i]);
            Law.IsBrokenBy(Law.OfActions(d4, 8, (h, j) => table[h, j]));
            Message.Says<ArgumentException>(() => PermutationAction.FromTable(d4, table), "D4", "takes point");
        }
    }

    [Fact]
    public void Orbits_are_the_sets_of_images()
    {
        foreach (PermutationAction action in All)
        {
            int[][] orbits = [.. Enumerable.Range(0, action.Degree).Select(i => Images(action, i)).Where((orbit, i) => orbit[0] == i)];
            Assert.Equal(orbits, action.Orbits.Select(orbit => orbit.ToArray()));
            Assert.Equal(orbits.Length == 1, action.IsTransitive);
            for (int i = 0; i < action.Degree; i++)
            {
                Assert.Equal(Images(action, i), action.Orbit(i));
                Assert.Equal(action.Orbit(i), action.Orbits[action.OrbitOf(i)]);
            }
        }
    }

    [Fact]
    public void An_orbit_is_as_large_as_the_index_of_the_stabilizer()
    {
        foreach (PermutationAction action in All)
        {
            Law.Holds(OrbitStabilizer(action, action.Stabilizer));
        }

        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Law.IsBrokenBy(OrbitStabilizer(PermutationAction.Conjugation(d4), _ => Subgroup.Trivial(d4)));
    }

    [Fact]
    public void The_number_of_orbits_is_the_mean_number_of_fixed_points()
    {
        foreach (PermutationAction action in All)
        {
            Law.Holds(Burnside(action, action.Orbits.Count));
        }

        Law.IsBrokenBy(Burnside(PermutationAction.Regular(FiniteGroup.Dihedral(4)), 2));
    }

    [Fact]
    public void An_orbit_is_the_cosets_of_a_stabilizer()
    {
        foreach (PermutationAction action in All)
        {
            int point = action.Degree - 1;
            Cosets cosets = new(action.Stabilizer(point));
            PermutationAction onCosets = PermutationAction.OnCosets(cosets);
            int[] image = [.. Enumerable.Range(0, cosets.Count).Select(c => action.Act(cosets.Representative(c), point))];
            Assert.Equal(action.Orbit(point), image.Order());
            Assert.All(action.Group.Elements, g => Assert.All(
                Enumerable.Range(0, cosets.Count), c => Assert.Equal(action.Act(g.Index, image[c]), image[onCosets.Act(g.Index, c)])));
        }
    }

    [Fact]
    public void Stabilizers_along_an_orbit_are_conjugate_and_meet_in_the_kernel()
    {
        foreach (PermutationAction action in All)
        {
            Subgroup[] stabilizers = [.. Enumerable.Range(0, action.Degree).Select(action.Stabilizer)];
            Assert.All(action.Group.Elements, g => Assert.All(Enumerable.Range(0, action.Degree), i =>
                Assert.Equal(stabilizers[i].Conjugate(g.Index), stabilizers[action.Act(g.Index, i)])));
            Assert.Equal(stabilizers.Aggregate((k, l) => k.Intersection(l)), action.Kernel);
            Assert.Equal(action.Kernel.Order == 1, action.IsFaithful);
        }
    }

    [Fact]
    public void The_kernel_on_cosets_is_the_core_and_the_orbits_of_conjugation_are_the_classes()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            Assert.All(Subgroup.AllOf(group), k => Assert.Equal(k.Core, PermutationAction.OnCosets(new Cosets(k)).Kernel));
            PermutationAction conjugation = PermutationAction.Conjugation(group);
            Assert.Equal(group.ConjugacyClasses.Count, conjugation.Orbits.Count);
            Assert.Equal(group.Centre, conjugation.Kernel);
            Assert.All(group.Elements, g => Assert.Equal(group.Centralizer(g.Index), conjugation.Stabilizer(g.Index)));
        }
    }

    [Fact]
    public void Pullback_along_an_inclusion_restricts_to_the_subgroup()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Subgroup k = Subgroup.Generated(d4, 2, 4);
        PermutationAction restricted = PermutationAction.Regular(d4).Pullback(Homomorphism.Inclusion(k));
        Assert.Equal(2, restricted.Orbits.Count);
        Assert.Equal(d4.Multiply(k.Members[3], 5), restricted.Act(3, 5));
        Message.Says<ArgumentException>(
            () => restricted.Pullback(Homomorphism.Inclusion(k)), "ends in D4 of order 8", "of order 4 acts");
    }

    [Fact]
    public void Permutations_of_a_group_of_permutations_act_on_their_points()
    {
        FiniteGroup group = FiniteGroup.FromPermutations("D4", [[1, 2, 3, 0], [1, 0, 3, 2]], out IReadOnlyList<int[]> elements);
        PermutationAction onCorners = PermutationAction.FromFunction(group, 4, (g, i) => elements[g][i]);
        Assert.True(onCorners.IsFaithful && onCorners.IsTransitive);
        Assert.Equal(2, onCorners.Stabilizer(0).Order);
        Assert.Equal([0, 1, 2, 3], onCorners.FixedPoints(0));
        Assert.Equal("D4 on 4 points", onCorners.ToString());
    }

    [Fact]
    public void Actions_are_equal_by_group_and_images_and_there_may_be_no_points()
    {
        FiniteGroup c2 = FiniteGroup.Cyclic(2);
        PermutationAction swap = PermutationAction.FromTable(c2, new[,] { { 0, 1, 2 }, { 1, 0, 2 } });
        Assert.Equal(swap, PermutationAction.FromFunction(FiniteGroup.Cyclic(2), 3, (g, i) => g == 1 && i < 2 ? 1 - i : i));
        Assert.Equal(swap.GetHashCode(), PermutationAction.FromTable(c2, new[,] { { 0, 1, 2 }, { 1, 0, 2 } }).GetHashCode());
        Assert.NotEqual(swap, PermutationAction.FromTable(c2, new[,] { { 0, 1, 2 }, { 0, 2, 1 } }));
        Assert.False(swap.Equals((object?)null));
        PermutationAction empty = PermutationAction.FromFunction(c2, 0, (_, i) => i);
        Assert.Empty(empty.Orbits);
        Assert.NotEqual(empty, PermutationAction.FromFunction(FiniteGroup.Cyclic(3), 0, (_, i) => i));
    }

    [Fact]
    public void What_is_not_an_action_is_refused()
    {
        FiniteGroup c2 = FiniteGroup.Cyclic(2);
        Message.Says<ArgumentException>(
            () => PermutationAction.FromTable(c2, new[,] { { 1, 0 }, { 0, 1 } }), "identity, element 0, takes point 0 to 1");
        Message.Says<ArgumentException>(() => PermutationAction.FromTable(c2, new[,] { { 0, 1 }, { 2, 0 } }), "point 0 to 2", "0 to 1");
        Message.Says<ArgumentException>(
            () => PermutationAction.FromTable(c2, new int[3, 2]), "each of the 2 elements", "has 3", "exchanged");
        Message.Says<ArgumentException>(
            () => PermutationAction.FromTable(FiniteGroup.Cyclic(3), new[,] { { 0, 1 }, { 1, 0 }, { 0, 1 } }), "takes point");
        Message.Says<ArgumentOutOfRangeException>(() => PermutationAction.FromFunction(c2, -1, (_, i) => i), "degree");
        PermutationAction regular = PermutationAction.Regular(c2);
        Message.Says<ArgumentOutOfRangeException>(() => regular.Act(2, 0), "no element 2");
        Message.Says<ArgumentOutOfRangeException>(() => regular.Act(0, 2), "C2 on 2 points", "no point 2", "0 to 1");
        Message.Says<ArgumentOutOfRangeException>(() => regular.Stabilizer(-1), "no point -1");
        Message.Says<ArgumentOutOfRangeException>(() => regular.FixedPoints(2), "no element 2");
    }

    private static PermutationAction OnSubgroups(FiniteGroup group)
    {
        Subgroup[] all = [.. Subgroup.AllOf(group)];
        return PermutationAction.FromFunction(group, all.Length, (g, i) => Array.IndexOf(all, all[i].Conjugate(g)));
    }

    private static int[] Images(PermutationAction action, int i) =>
        [.. action.Group.Elements.Select(g => action.Act(g.Index, i)).Distinct().Order()];

    private static string? OrbitStabilizer(PermutationAction action, Func<int, Subgroup> stabilizer) => Enumerable.Range(0, action.Degree)
        .Where(i => action.Orbit(i).Count != stabilizer(i).Index)
        .Select(i => $"{action}: the orbit of {i} is not as large as the index of its stabilizer").FirstOrDefault();

    private static string? Burnside(PermutationAction action, int orbits)
    {
        int fixedPoints = action.Group.Elements.Sum(g => action.FixedPoints(g.Index).Count);
        return fixedPoints == orbits * action.Group.Order ? null : $"{action}: {fixedPoints} is not {orbits} x {action.Group.Order}";
    }
}
