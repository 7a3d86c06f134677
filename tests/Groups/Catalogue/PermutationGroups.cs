namespace GCnn.Groups.Tests;

public sealed class PermutationGroups
{
    [Fact]
    public void The_closure_has_the_textbook_order()
    {
        Assert.Equal(24, Examples.Symmetric4.Order);
        Assert.Equal(60, FiniteGroup.FromPermutations("A5", [1, 2, 3, 4, 0], [1, 2, 0, 3, 4]).Order);
        Assert.Equal(1, FiniteGroup.FromPermutations("1", [0]).Order);
    }

    [Fact]
    public void The_product_applies_the_right_permutation_first()
    {
        int[] turn = [1, 2, 0];
        int[] swap = [1, 0, 2];
        FiniteGroup group = FiniteGroup.FromPermutations("S3", turn, swap);
        int[][] permutations = [[0, 1, 2], turn, swap];
        int[] product = [.. Enumerable.Range(0, 3).Select(i => turn[swap[i]])];
        FiniteGroup again = FiniteGroup.FromPermutations("S3", turn, swap, product);
        Assert.Equal(again.Multiply(1, 2), Array.FindIndex([.. permutations, product], p => p.SequenceEqual(product)));
        Assert.Equal(6, group.Order);
    }

    [Fact]
    public void The_identity_comes_first_and_then_the_generators() =>
        Assert.Equal(FiniteGroup.Cyclic(5), FiniteGroup.FromPermutations("C5", [1, 2, 3, 4, 0]));

    [Fact]
    public void A_generator_that_is_not_a_permutation_is_refused()
    {
        Message.Says<ArgumentException>(() => FiniteGroup.FromPermutations("G", [1, 0, 2], [1, 1, 0]), "generator 1 is [1, 1, 0]",
            "0 to 2");
        Message.Says<ArgumentException>(() => FiniteGroup.FromPermutations("G", [1, 0], [1, 2, 0]), "generator 1",
            "generator 0 moves 2 points");
    }

    [Fact]
    public void No_generators_are_refused() =>
        Message.Says<ArgumentException>(() => FiniteGroup.FromPermutations("G"), "at least one generator", "[0]");
}
