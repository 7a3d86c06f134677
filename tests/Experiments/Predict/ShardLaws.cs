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

    // SHA-256 of "a" begins ca978112ca1bbdca, which is 2 modulo 4; that of "d" begins 18ac3e7343f01689, which is 1.
    [Fact]
    public void The_rank_is_the_hash_modulo_the_ranks() =>
        Assert.Equal((2, 1), (Shard.RankOf("a", 4), Shard.RankOf("d", 4)));

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
