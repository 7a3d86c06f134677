namespace GCnn.Data;

/// <summary>Some numbers for each object, such as the fractions of votes for the answers to questions about it: targets of a regression.
/// </summary>
public sealed class NumberLabels : Labels
{
    private readonly float[] _values;

    /// <summary>Puts labels together.</summary>
    /// <param name="columns">What each number is, in order.</param>
    /// <param name="ids">The objects.</param>
    /// <param name="values">The objects' numbers, one object after the other; the array is kept.</param>
    /// <exception cref="ArgumentException">There are not as many numbers as objects times columns, or an object is given twice.</exception>
    public NumberLabels(IReadOnlyList<string> columns, IReadOnlyList<string> ids, float[] values)
        : base(ids)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(values);
        if (values.LongLength != (long)ids.Count * columns.Count)
        {
            throw new ArgumentException(
                $"NumberLabels: {values.Length} numbers for {ids.Count} objects and {columns.Count} columns; " +
                $"{(long)ids.Count * columns.Count} are needed.",
                nameof(values));
        }

        (Columns, _values) = (columns, values);
    }

    /// <summary>What each number is.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The numbers of an object, in the order of <see cref="Columns"/>.</summary>
    /// <param name="id">The object.</param>
    /// <exception cref="ArgumentException">There is no label for it.</exception>
    public ReadOnlySpan<float> NumbersOf(string id) => Row(RowOf(id));

    /// <summary>Classes by thresholds: an object is of the class whose rule holds for it. Objects for which no rule holds, or more than
    /// one, have no label.</summary>
    /// <param name="rules">The rules, one for each class.</param>
    /// <exception cref="ArgumentException">A rule asks for a column that is not there.</exception>
    public ClassLabels ByThreshold(IReadOnlyList<ThresholdRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        int[] columns = [.. rules.Select(rule => Column(rule.Column))];
        var kept = new List<(string Id, int Class)>();
        for (int row = 0; row < Count; row++)
        {
            ReadOnlySpan<float> numbers = Row(row);
            (int holding, int last) = (0, -1);
            for (int rule = 0; rule < columns.Length; rule++)
            {
                if (numbers[columns[rule]] >= rules[rule].AtLeast)
                {
                    (holding, last) = (holding + 1, rule);
                }
            }

            if (holding == 1)
            {
                kept.Add((Ids[row], last));
            }
        }

        return new ClassLabels([.. rules.Select(rule => rule.Class)], [.. kept.Select(k => k.Id)], [.. kept.Select(k => k.Class)]);
    }

    private ReadOnlySpan<float> Row(int row) => _values.AsSpan(row * Columns.Count, Columns.Count);

    private int Column(string name)
    {
        int column = Columns.Index().FirstOrDefault(c => c.Item == name, (Index: -1, Item: name)).Index;
        return column >= 0
            ? column
            : throw new ArgumentException(
                $"NumberLabels: there is no column '{name}' among {string.Join(", ", Columns.Take(40))}.", nameof(name));
    }
}
