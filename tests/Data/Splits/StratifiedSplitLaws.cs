namespace GCnn.Data.Tests.Splits;

public sealed class StratifiedSplitLaws
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 3_000).Select(i => $"58772295276743{i:D4}")];

    // Classes as unequal as those of galaxies: 70, 20, 7, 3 of a hundred.
    private static readonly int[] Classes = [.. Ids.Select((_, i) => (i * 37 % 100) switch { < 70 => 0, < 90 => 1, < 97 => 2, _ => 3 })];

    [Fact]
    public void Every_class_has_its_share_to_an_object() => HasItsShares(StratifiedSplit.PartsOf(Ids, Classes));

    [Fact]
    public void The_split_by_id_alone_has_them_on_average_only() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => HasItsShares([.. Ids.Select(SplitRule.PartOf)]));

    [Fact]
    public void It_depends_on_ids_and_classes_and_not_on_their_order()
    {
        int[] other = [.. Enumerable.Range(0, Ids.Length).OrderBy(i => i * 7919 % 3001)];
        SplitPart[] parts = StratifiedSplit.PartsOf(Ids, Classes);
        SplitPart[] moved = StratifiedSplit.PartsOf([.. other.Select(i => Ids[i])], [.. other.Select(i => Classes[i])]);
        Assert.Equal(other.Select(i => parts[i]), moved);
    }

    [Fact]
    public void One_object_more_moves_at_most_two_others_of_its_class_and_none_between_training_and_test() =>
        MovesFew(StratifiedSplit.PartsOf);

    [Fact]
    public void A_split_by_position_moves_many() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => MovesFew((ids, _, _, _) =>
            [.. ids.Select((_, i) => (i % 5) switch { 0 => SplitPart.Test, 1 => SplitPart.Validation, _ => SplitPart.Train })]));

    [Fact]
    public void One_object_less_undoes_what_one_more_did()
    {
        SplitPart[] before = StratifiedSplit.PartsOf(Ids[..500], Classes[..500]);
        SplitPart[] more = StratifiedSplit.PartsOf(Ids[..501], Classes[..501]);
        Assert.Equal(before, StratifiedSplit.PartsOf(Ids[..500], Classes[..500]));
        Assert.InRange(before.Zip(more).Count(p => p.First != p.Second), 0, 2);
    }

    // 0 train, 1 validation, 2 test, from Python's hashlib.
    [Fact]
    public void Pinned_objects_stay_where_they_are() => Assert.Equal(
        "200001200220200000010000000200",
        string.Concat(StratifiedSplit.PartsOf([.. Enumerable.Range(0, 30).Select(i => $"galaxy-{i}")], new int[30]).Select(part => (int)part)));

    [Fact]
    public void Other_percentages_are_kept_too()
    {
        SplitPart[] parts = StratifiedSplit.PartsOf(Ids, Classes, testPercent: 0, validationPercent: 50);
        Assert.DoesNotContain(SplitPart.Test, parts);
        Assert.Equal(1500, parts.Count(part => part == SplitPart.Validation));
    }

    [Fact]
    public void What_cannot_be_split_is_refused_with_a_sentence()
    {
        Assert.StartsWith(
            "StratifiedSplit: 2 ids and 1 classes were given; each object needs one of each.",
            Assert.Throws<ArgumentException>(() => StratifiedSplit.PartsOf(["a", "b"], [0])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "StratifiedSplit: the object 'a' was given twice; it could come to lie in training and test at once.",
            Assert.Throws<ArgumentException>(() => StratifiedSplit.PartsOf(["a", "b", "a"], [0, 0, 0])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "StratifiedSplit: 60 % for the test and 40 % for validation leave nothing to learn from",
            Assert.Throws<ArgumentException>(() => StratifiedSplit.PartsOf(["a"], [0], 60, 40)).Message, StringComparison.Ordinal);
    }

    private static void HasItsShares(SplitPart[] parts)
    {
        for (int c = 0; c < 4; c++)
        {
            SplitPart[] ofClass = [.. parts.Where((_, i) => Classes[i] == c)];
            double n = ofClass.Length;
            Assert.InRange(ofClass.Count(p => p == SplitPart.Test), (0.20 * n) - 1, 0.20 * n);
            Assert.InRange(ofClass.Count(p => p != SplitPart.Train), (0.28 * n) - 1, 0.28 * n);
        }
    }

    // Objects come one by one, each of 60 in turn, into a set of 300.
    private static void MovesFew(Func<IReadOnlyList<string>, IReadOnlyList<int>, int, int, SplitPart[]> split)
    {
        for (int count = 300; count < 360; count++)
        {
            // The new object stands first.
            string[] ids = [Ids[2000 + count], .. Ids[..count]];
            int[] classes = [count % 4, .. Classes[..count]];
            SplitPart[] before = split(ids[1..], classes[1..], 20, 8), after = split(ids, classes, 20, 8)[1..];
            int[] moved = [.. Enumerable.Range(0, count).Where(i => before[i] != after[i])];
            Assert.InRange(moved.Length, 0, 2);
            Assert.All(moved, i =>
            {
                Assert.Equal(count % 4, Classes[i]);
                Assert.True(before[i] == SplitPart.Validation || after[i] == SplitPart.Validation || ClassIsSmall(classes));
            });
        }
    }

    // Fewer than 13 objects of a class may leave none for validation.
    private static bool ClassIsSmall(int[] classes) => classes.Count(c => c == classes[0]) < 13;
}
