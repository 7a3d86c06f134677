namespace GCnn.Data;

/// <summary>A split in which every class has the same part of its objects in training, validation and test: of each class, sorted by a hash
/// of the object id, the first go to the test part, the next to validation, the rest to training.</summary>
/// <remarks>
/// Of a class of <c>n</c> objects, <c>floor(n t / 100)</c> are for the test and <c>floor(n (t + v) / 100)</c> for test and validation
/// together. What is promised: the parts depend on ids and classes alone, not on their order, a seed, or the machine; no class differs
/// from its share by an object; and one object more, or one less, moves nothing in other classes and at most two others of its own, one
/// over each border, never between training and test (where validation has at least one of the class). What is not: that an object stays where
/// it is whatever else comes, which <see cref="SplitRule"/> gives at the price of shares that only hold on average.
/// </remarks>
public static class StratifiedSplit
{
    /// <summary>The part of each object.</summary>
    /// <param name="objectIds">The objects' unique names.</param>
    /// <param name="classes">The objects' classes.</param>
    /// <param name="testPercent">Objects of a hundred in the test part.</param>
    /// <param name="validationPercent">Objects of a hundred in the validation part.</param>
    /// <returns>A part for each object, in the order of <paramref name="objectIds"/>.</returns>
    /// <exception cref="ArgumentException">There is not one class for each id, an id occurs twice, or the percentages leave nothing to
    /// learn from.</exception>
    public static SplitPart[] PartsOf(
        IReadOnlyList<string> objectIds, IReadOnlyList<int> classes, int testPercent = SplitRule.TestPercent,
        int validationPercent = SplitRule.ValidationPercent)
    {
        ArgumentNullException.ThrowIfNull(objectIds);
        ArgumentNullException.ThrowIfNull(classes);
        Check(objectIds, classes, testPercent, validationPercent);
        ulong[] hashes = [.. objectIds.Select(SplitRule.Hash)];
        var parts = new SplitPart[objectIds.Count];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, parts.Length).GroupBy(i => classes[i]))
        {
            int[] members = [.. group.OrderBy(i => hashes[i]).ThenBy(i => objectIds[i], StringComparer.Ordinal)];
            int test = Share(members.Length, testPercent), both = Share(members.Length, testPercent + validationPercent);
            for (int rank = 0; rank < members.Length; rank++)
            {
                parts[members[rank]] = rank < test ? SplitPart.Test : rank < both ? SplitPart.Validation : SplitPart.Train;
            }
        }

        return parts;
    }

    private static int Share(int count, int percent) => (int)((long)count * percent / 100);

    private static void Check(IReadOnlyList<string> objectIds, IReadOnlyList<int> classes, int test, int validation)
    {
        if (classes.Count != objectIds.Count)
        {
            throw new ArgumentException(
                $"StratifiedSplit: {objectIds.Count} ids and {classes.Count} classes were given; each object needs one of each.",
                nameof(classes));
        }

        if (test < 0 || validation < 0 || test + validation >= 100)
        {
            throw new ArgumentException(
                $"StratifiedSplit: {test} % for the test and {validation} % for validation leave nothing to learn from; they must be 0 " +
                "or more and together less than 100.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (objectIds.FirstOrDefault(id => !seen.Add(id)) is { } twice)
        {
            throw new ArgumentException(
                $"StratifiedSplit: the object '{twice}' was given twice; it could come to lie in training and test at once.",
                nameof(objectIds));
        }
    }
}
