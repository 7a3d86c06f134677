using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class IndexMapLaws
{
    private static Gen<IndexMap> Permutations => Gen.Shuffle(Enumerable.Range(0, 9).Select(i => (long)i)).Select(p => new IndexMap(p, 9));

    private static Gen<IndexMap> Gathers => Gen.Choose(0, 8).ArrayOf(9).Select(s => new IndexMap([.. s.Select(i => (long)i)], 9));

    [Fact]
    public void A_gather_reads_its_sources() =>
        Assert.Equal("caac", new string(new IndexMap([2, 0, 0, 2], 3).Apply<char>("abc")));

    [Fact]
    public void Composition_is_one_gather_after_the_other() =>
        Prop.ForAll(Gathers.ToArbitrary(), Gathers.ToArbitrary(), (second, first) =>
            second.Compose(first).Apply<char>("abcdefghi").SequenceEqual(second.Apply<char>(first.Apply<char>("abcdefghi"))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Composition_in_the_wrong_order_is_noticed() =>
        Assert.ThrowsAny<Exception>(() => Prop.ForAll(Gathers.ToArbitrary(), Gathers.ToArbitrary(), (second, first) =>
            first.Compose(second).Apply<char>("abcdefghi").SequenceEqual(second.Apply<char>(first.Apply<char>("abcdefghi"))))
            .QuickCheckThrowOnFailure());

    [Fact]
    public void The_inverse_of_a_permutation_undoes_it() =>
        Prop.ForAll(Permutations.ToArbitrary(), map =>
            map.IsPermutation
            && map.Compose(map.Invert()).Equals(IndexMap.Identity(9))
            && map.Invert().Compose(map).Equals(IndexMap.Identity(9)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Maps_are_equal_by_sources_and_input_length()
    {
        Assert.Equal(new IndexMap([1, 0], 2), new IndexMap([1, 0], 2));
        Assert.Equal(new IndexMap([1, 0], 2).GetHashCode(), new IndexMap([1, 0], 2).GetHashCode());
        Assert.NotEqual(new IndexMap([1, 0], 2), new IndexMap([1, 0], 3));
        Assert.NotEqual(new IndexMap([1, 0], 2), new IndexMap([0, 1], 2));
        Assert.Equal(new IndexMap([], 0).GetHashCode(), IndexMap.Identity(0).GetHashCode());
        Assert.False(IndexMap.Identity(1).Equals((object?)null));
        Assert.Equal("index map from 3 to 2", new IndexMap([1, 0], 3).ToString());
    }

    [Fact]
    public void Only_permutations_have_an_inverse()
    {
        Assert.False(new IndexMap([0, 1], 3).IsPermutation);
        Message.Says<InvalidOperationException>(() => new IndexMap([0, 0], 2).Invert(), "2 outputs from 2 inputs, 1 of them used",
            "permutation");
    }

    [Fact]
    public void Maps_that_do_not_fit_are_refused()
    {
        Message.Says<ArgumentException>(() => new IndexMap([0, 3], 3), "Output 1", "input 3", "3 inputs");
        Message.Says<ArgumentException>(() => new IndexMap([0, -1], 3), "input -1");
        Message.Says<ArgumentException>(() => IndexMap.Identity(2).Compose(IndexMap.Identity(3)), "3 outputs", "needs 2 inputs",
            "exchanged");
        Message.Says<ArgumentException>(() => IndexMap.Identity(2).Apply<char>("abc"), "from 2 values", "given 3");
    }
}
