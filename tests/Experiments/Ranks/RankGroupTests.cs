using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Predict;
using GCnn.Experiments.Ranks;

namespace GCnn.Experiments.Tests.Ranks;

public class RankGroupTests
{
    [Fact]
    public void Alone_everything_is_its_own()
    {
        RankGroup alone = RankGroup.Current;
        Assert.Equal((true, false, Shard.Whole), (alone.IsFirst, alone.IsParallel, alone.Shard));
        Assert.Equal([7], alone.Share(7));
        Assert.Equal(7, alone.OfFirst(7));
        Assert.Null(alone.Exchange());
        alone.Meet();
        Logits answers = new([1, 2, 3, 4], 2);
        Assert.Same(answers, alone.Answers(["a", "b"], 2, places => places.SequenceEqual([0, 1]) ? [answers] : [])[0]);
    }

    [Fact]
    public void Each_object_is_of_one_rank_and_no_part_of_a_split_is_of_one_rank_alone()
    {
        string[] ids = [.. Enumerable.Range(0, 2000).Select(i => $"object-{i}")];
        foreach (int ranks in (int[])[2, 4, 5, 10])
        {
            Assert.All(ids, id => Assert.Single(Enumerable.Range(0, ranks), rank => new Shard(rank, ranks).Holds(id)));
            ILookup<GCnn.Data.SplitPart, int> parts = ids.ToLookup(GCnn.Data.SplitRule.PartOf, id => Shard.RankOf(id, ranks));
            Assert.All(parts, part => Assert.Equal(ranks, part.Distinct().Count()));
        }
    }
}
