namespace GCnn.Groups;

/// <summary>Compares arrays of integers entry by entry.</summary>
internal sealed class SequenceComparer : IEqualityComparer<int[]>
{
    /// <summary>The one instance.</summary>
    public static SequenceComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(int[] obj) => GroupTable.Hash(obj);

    /// <summary>
    /// Finds arrays again: the number of an equal array seen before, else the offered number, under which this one is kept.
    /// </summary>
    public static Func<int[], int, int> Numbering()
    {
        Dictionary<int[], int> numbers = new(Instance);
        return (array, offered) => numbers.TryAdd(array, offered) ? offered : numbers[array];
    }

    /// <summary>The place of each array in a list of different arrays.</summary>
    public static Dictionary<int[], int> Places(IEnumerable<int[]> arrays) =>
        arrays.Index().ToDictionary(entry => entry.Item, entry => entry.Index, Instance);
}
