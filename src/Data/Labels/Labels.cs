namespace GCnn.Data;

/// <summary>What is known of objects, by their ids: of each its class (<see cref="ClassLabels"/>) or some numbers
/// (<see cref="NumberLabels"/>).</summary>
public abstract class Labels
{
    private readonly Dictionary<string, int> _rowOf;

    private protected Labels(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Ids = ids;
        _rowOf = new Dictionary<string, int>(ids.Count, StringComparer.Ordinal);
        for (int row = 0; row < ids.Count; row++)
        {
            if (!_rowOf.TryAdd(ids[row], row))
            {
                throw new ArgumentException(
                    $"Labels: the object '{ids[row]}' was given twice, in rows {_rowOf[ids[row]]} and {row}; each object has one label.",
                    nameof(ids));
            }
        }
    }

    /// <summary>The objects' unique names, row by row.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The number of objects.</summary>
    public int Count => Ids.Count;

    /// <summary>Whether there is a label for an object.</summary>
    /// <param name="id">The object.</param>
    public bool Contains(string id) => _rowOf.ContainsKey(id);

    /// <summary>The row of an object.</summary>
    /// <param name="id">The object.</param>
    /// <exception cref="ArgumentException">There is no label for it.</exception>
    public int RowOf(string id) => _rowOf.TryGetValue(id, out int row)
        ? row
        : throw new ArgumentException($"Labels: there is no label for the object '{id}' among {Count}.", nameof(id));
}
