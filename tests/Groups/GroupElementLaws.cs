using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class GroupElementLaws
{
    [Fact]
    public void The_inverse_of_a_random_product_is_the_product_of_inverses_in_reverse()
    {
        FiniteGroup group = Examples.Symmetric4;
        Arbitrary<int[]> words = Gen.Choose(0, group.Order - 1).ArrayOf().ToArbitrary();
        Prop.ForAll(words, word =>
        {
            GroupElement forward = word.Aggregate(group.Identity, (g, h) => g * group[h]);
            GroupElement backward = word.Reverse().Aggregate(group.Identity, (g, h) => g * group[h].Inverse);
            return forward.Inverse == backward && forward * backward == group.Identity;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Products_apply_the_right_factor_first()
    {
        FiniteGroup group = FiniteGroup.FromPermutations("S3", [1, 2, 0], [1, 0, 2]);
        (GroupElement turn, GroupElement swap) = (group[1], group[2]);
        Assert.NotEqual(turn * swap, swap * turn);
        Assert.Equal(swap * turn * swap, turn.Inverse);
    }

    [Fact]
    public void Elements_of_equal_groups_multiply_and_print()
    {
        GroupElement g = FiniteGroup.Dihedral(4)[4] * FiniteGroup.Dihedral(4)[4];
        Assert.Equal(FiniteGroup.Dihedral(4).Identity, g);
        Assert.Equal("D4[0]", g.ToString());
    }

    [Fact]
    public void Elements_of_different_groups_are_refused() =>
        Message.Says<ArgumentException>(
            () => FiniteGroup.Dihedral(4)[4] * FiniteGroup.Cyclic(4)[1], "D4[4] * C4[1]", "different groups", "order 8", "order 4");
}
