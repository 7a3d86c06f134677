using GCnn.Data;
using GCnn.Experiments.Data;

namespace GCnn.Experiments.Tests.Data;

public sealed class SplitRuleTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 5_000).Select(i => $"58772295276743{i:D4}")];

    [Fact]
    public void The_part_of_an_object_never_depends_on_the_others()
    {
        string[] others = [.. Ids.Where((_, i) => i % 7 != 3).Reverse()];
        var kept = others.ToHashSet();
        Assert.Equal(PartsOf(Ids, GalaxySplit.Of).Where(p => kept.Contains(p.Id)), PartsOf(others, GalaxySplit.Of));
    }

    [Fact]
    public void A_split_by_position_would_depend_on_the_others()
    {
        static GalaxySplit ByPosition(IReadOnlyList<string> ids)
        {
            var parts = Enumerable.Range(0, ids.Count).ToLookup(i => i % 5 == 0);
            return new([.. parts[false]], [], [.. parts[true]], "", "");
        }

        string[] others = [.. Ids.Take(100).Skip(1)];
        Assert.NotEqual(PartsOf(Ids[..100], ByPosition).Where(p => others.Contains(p.Id)), PartsOf(others, ByPosition));
    }

    [Fact]
    public void Every_object_is_in_one_part_and_the_parts_have_their_sizes()
    {
        var split = GalaxySplit.Of(Ids);
        Assert.Equal(Enumerable.Range(0, Ids.Length), split.Train.Concat(split.Validation).Concat(split.Test).Order());
        Assert.InRange(split.Test.Count, 920, 1_080);
        Assert.InRange(split.Validation.Count, 345, 455);
    }

    [Theory]
    [InlineData("58772295276740", SplitPart.Test)] // 14 of 100, from Python's hashlib
    [InlineData("58772295276743", SplitPart.Validation)] // 20
    [InlineData("58772295276741", SplitPart.Validation)] // 27
    [InlineData("58772295276742", SplitPart.Train)] // 35
    [InlineData("58772295276745", SplitPart.Train)] // 98
    public void Pinned_objects_stay_where_they_are(string id, SplitPart part) => Assert.Equal(part, SplitRule.PartOf(id));

    [Fact]
    public void The_checksum_is_that_of_the_sorted_lines()
    {
        // printf 'a\nb\n' | sha256sum
        const string Expected = "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2";
        Assert.Equal(Expected, SplitRule.Checksum(["b", "a"]));
        Assert.NotEqual(Expected, SplitRule.Checksum(["ab", ""]));
    }

    private static List<(string Id, SplitPart Part)> PartsOf(string[] ids, Func<IReadOnlyList<string>, GalaxySplit> rule)
    {
        var split = rule(ids);
        return [.. split.Train.Select(i => (ids[i], SplitPart.Train))
            .Concat(split.Validation.Select(i => (ids[i], SplitPart.Validation)))
            .Concat(split.Test.Select(i => (ids[i], SplitPart.Test)))
            .OrderBy(p => p.Item1, StringComparer.Ordinal)];
    }
}
