namespace GCnn.Groups.Tests;

public sealed class IsomorphismFacts
{
    [Fact]
    public void Groups_of_the_same_kind_are_isomorphic_by_a_map_that_keeps_products()
    {
        (FiniteGroup First, FiniteGroup Second)[] pairs =
        [
            (FiniteGroup.Dihedral(6), FiniteGroup.WithFlip(FiniteGroup.Symmetric(3))),
            (FiniteGroup.Cyclic(6), FiniteGroup.DirectProduct(FiniteGroup.Cyclic(2), FiniteGroup.Cyclic(3))),
            (FiniteGroup.FullOctahedral, FiniteGroup.WithFlip(FiniteGroup.Symmetric(4))),
            (FiniteGroup.Octahedral, FiniteGroup.Symmetric(4)),
            (FiniteGroup.Tetrahedral, FiniteGroup.Alternating(4)),
            (FiniteGroup.Icosahedral, FiniteGroup.Alternating(5)),
            (FiniteGroup.FullIcosahedral, FiniteGroup.DirectProduct(FiniteGroup.Alternating(5), FiniteGroup.Cyclic(2))),
            (FiniteGroup.Symmetric(3), FiniteGroup.Dihedral(3)),
            (FiniteGroup.Dicyclic(1), FiniteGroup.Cyclic(4)),
            (FiniteGroup.Quaternion, Examples.Quaternions),
            (FiniteGroup.Cyclic(1), FiniteGroup.Alternating(2)),
        ];
        foreach ((FiniteGroup first, FiniteGroup second) in pairs)
        {
            Homomorphism? map = Isomorphism.Find(first, second);
            Assert.True(map is { IsIsomorphism: true }, $"{first} and {second}");
            Law.Holds(Law.OfHomomorphisms(first, g => map[g], second.Multiply));
            Assert.True(second.IsIsomorphicTo(first));
        }
    }

    [Fact]
    public void Groups_of_different_kinds_are_not_isomorphic()
    {
        (FiniteGroup First, FiniteGroup Second)[] pairs =
        [
            (FiniteGroup.Dihedral(4), FiniteGroup.Quaternion),
            (FiniteGroup.Cyclic(4), FiniteGroup.Dihedral(2)),
            (FiniteGroup.Cyclic(4), FiniteGroup.Cyclic(5)),
            (FiniteGroup.Alternating(4), FiniteGroup.Dihedral(6)),
            (FiniteGroup.Symmetric(5), FiniteGroup.FullIcosahedral),
            (FiniteGroup.WithFlip(FiniteGroup.Alternating(4)), FiniteGroup.Symmetric(4)),
        ];
        Assert.All(pairs, pair => Assert.Null(Isomorphism.Find(pair.First, pair.Second)));
    }

    [Fact]
    public void Groups_whose_elements_have_the_same_orders_are_told_apart()
    {
        FiniteGroup c3 = FiniteGroup.Cyclic(3);
        FiniteGroup heisenberg = FiniteGroup.FromPermutations(
            "He3", [1, 2, 0, 4, 5, 3, 7, 8, 6], [0, 1, 2, 4, 5, 3, 8, 6, 7], [3, 4, 5, 6, 7, 8, 0, 1, 2]);
        FiniteGroup elementary = FiniteGroup.DirectProduct(c3, FiniteGroup.DirectProduct(c3, c3));
        Assert.Equal([27, 27], (int[])[heisenberg.Order, elementary.Order]);
        Assert.Equal([3, 3], (int[])[heisenberg.Exponent, elementary.Exponent]);
        Assert.False(heisenberg.IsIsomorphicTo(elementary));
    }

    [Fact]
    public void Renumbering_a_group_gives_an_isomorphic_one()
    {
        Random random = new(7);
        foreach (FiniteGroup group in Examples.Groups.Append(FiniteGroup.FullOctahedral))
        {
            int[] places = [0, .. Enumerable.Range(1, group.Order - 1).OrderBy(_ => random.Next())];
            int[,] table = new int[group.Order, group.Order];
            foreach ((GroupElement g, GroupElement h) in group.Elements.SelectMany(g => group.Elements.Select(h => (g, h))))
            {
                table[places[g.Index], places[h.Index]] = places[(g * h).Index];
            }

            Assert.True(group.IsIsomorphicTo(FiniteGroup.FromTable("renumbered", table)));
        }
    }

    [Fact]
    public void Subgroups_of_S4_fall_into_nine_kinds()
    {
        List<FiniteGroup> kinds = [];
        foreach (FiniteGroup group in Subgroup.AllOf(FiniteGroup.Symmetric(4)).Select(k => k.AsGroup()))
        {
            if (!kinds.Exists(group.IsIsomorphicTo))
            {
                kinds.Add(group);
            }
        }

        Assert.Equal([1, 2, 3, 4, 4, 6, 8, 12, 24], kinds.Select(group => group.Order));
    }
}
