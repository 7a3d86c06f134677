using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Predict;

namespace GCnn.Experiments.Tests.Predict;

public sealed class ShardLaws
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 2000).Select(i => $"object-{i}")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Every_object_is_of_one_rank_and_the_ranks_have_about_as_many(int ranks)
    {
        int[] counts = [.. Enumerable.Range(0, ranks).Select(rank => Ids.Count(new Shard(rank, ranks).Holds))];
        Assert.Equal(Ids.Length, counts.Sum());
        Assert.All(Ids, id => Assert.Single(Enumerable.Range(0, ranks), rank => new Shard(rank, ranks).Holds(id)));
        Assert.All(counts, count => Assert.InRange(count, 0.85 * Ids.Length / ranks, 1.15 * Ids.Length / ranks));
    }

    // SHA-256 of "a" begins ca978112ca1bbdca, that of "d" 18ac3e7343f01689; a hundredth of them is 2 and 3 modulo 4.
    [Fact]
    public void The_rank_is_a_hundredth_of_the_hash_modulo_the_ranks() =>
        Assert.Equal((2, 3), (Shard.RankOf("a", 4), Shard.RankOf("d", 4)));

    // Twin: the hash itself, of which the parts of a set are made: the test part would lie in 20 of 100 ranks.
    [Fact]
    public void Every_rank_has_its_share_of_every_part()
    {
        string[] test = [.. Ids.Where(id => SplitRule.PartOf(id) == SplitPart.Test)];
        Assert.All(Enumerable.Range(0, 10), rank => Assert.Contains(test, new Shard(rank, 10).Holds));
        Assert.Contains(Enumerable.Range(0, 100), rank => !test.Any(id => SplitRule.Hash(id) % 100 == (ulong)rank));
    }

    [Theory]
    [InlineData("0/4", 0, 4)]
    [InlineData("3/4", 3, 4)]
    public void A_rank_is_read(string text, int rank, int ranks) => Assert.Equal(new Shard(rank, ranks), Shard.Parse(text));

    [Theory]
    [InlineData("4", "--shard 4: a rank and the number of ranks are needed, such as 0/4.")]
    [InlineData("a/b", "--shard a/b: a rank and the number of ranks are needed, such as 0/4.")]
    [InlineData("-1/4", "--shard -1/4: a rank and the number of ranks are needed, such as 0/4.")]
    [InlineData("4/4", "--shard 4/4: of n ranks, from 1 to 100000, they are numbered from 0 to n - 1.")]
    [InlineData("0/0", "--shard 0/0: of n ranks, from 1 to 100000, they are numbered from 0 to n - 1.")]
    public void Another_text_is_one_sentence(string text, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<UsageException>(() => Shard.Parse(text)).Message);
}
