using GCnn.Data;

namespace GCnn.Experiments.Data;

/// <summary>The indices of a set's objects in each part, and checksums that tell whether two runs used the same objects.</summary>
/// <param name="Train">Objects the network learns from.</param>
/// <param name="Validation">Objects that choose the best epoch.</param>
/// <param name="Test">Objects looked at once, at the end.</param>
/// <param name="Checksum">Of all ids, whatever their order.</param>
/// <param name="TestChecksum">Of the ids of the test part: equal for two runs whose scores may be compared.</param>
public sealed record GalaxySplit(
    IReadOnlyList<int> Train, IReadOnlyList<int> Validation, IReadOnlyList<int> Test, string Checksum, string TestChecksum)
{
    /// <summary>Splits a set by <see cref="SplitRule"/>.</summary>
    public static GalaxySplit Of(IReadOnlyList<string> objectIds) => Of(objectIds, [.. objectIds.Select(SplitRule.PartOf)]);

    /// <summary>Splits a set by <see cref="StratifiedSplit"/>.</summary>
    public static GalaxySplit Stratified(IReadOnlyList<string> objectIds, IReadOnlyList<int> classes) =>
        Of(objectIds, StratifiedSplit.PartsOf(objectIds, classes));

    private static GalaxySplit Of(IReadOnlyList<string> objectIds, SplitPart[] partOf)
    {
        var parts = Enumerable.Range(0, objectIds.Count).ToLookup(i => partOf[i]);
        int[] test = [.. parts[SplitPart.Test]];
        return new([.. parts[SplitPart.Train]], [.. parts[SplitPart.Validation]], test,
            SplitRule.Checksum(objectIds), SplitRule.Checksum(test.Select(i => objectIds[i])));
    }
}
