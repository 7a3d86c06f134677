namespace GCnn.Data;

/// <summary>A class for each object.</summary>
public sealed class ClassLabels : Labels
{
    private readonly int[] _classes;

    /// <summary>Puts labels together.</summary>
    /// <param name="names">The classes' names; a class is known by its index here.</param>
    /// <param name="ids">The objects.</param>
    /// <param name="classes">The objects' classes.</param>
    /// <exception cref="ArgumentException">An object has no class, a class no name, or an object is given twice.</exception>
    public ClassLabels(IReadOnlyList<string> names, IReadOnlyList<string> ids, IReadOnlyList<int> classes)
        : base(ids)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count != ids.Count)
        {
            throw new ArgumentException($"ClassLabels: {classes.Count} classes for {ids.Count} objects; each needs one.", nameof(classes));
        }

        (Names, _classes) = (names, [.. classes]);
        int odd = Array.FindIndex(_classes, c => c < 0 || c >= names.Count);
        if (odd >= 0)
        {
            throw new ArgumentException(
                $"ClassLabels: object '{ids[odd]}' has class {_classes[odd]}; there are {names.Count} names, for classes from 0.",
                nameof(classes));
        }
    }

    /// <summary>The classes' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The class of each object, row by row.</summary>
    public IReadOnlyList<int> Classes => _classes;

    /// <summary>The class of an object.</summary>
    /// <param name="id">The object.</param>
    /// <exception cref="ArgumentException">There is no label for it.</exception>
    public int ClassOf(string id) => _classes[RowOf(id)];

    /// <summary>Labels from words: the classes are the words that occur, in the order of their characters' codes.</summary>
    /// <param name="ids">The objects.</param>
    /// <param name="words">A word for each.</param>
    public static ClassLabels FromWords(IReadOnlyList<string> ids, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        string[] names = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new ClassLabels(names, ids, [.. words.Select(word => Array.BinarySearch(names, word, StringComparer.Ordinal))]);
    }

    /// <summary>Labels from the numbers of classes, which are then their names: <c>0</c> to the greatest that occurs.</summary>
    /// <param name="ids">The objects.</param>
    /// <param name="classes">The classes, from 0.</param>
    public static ClassLabels FromNumbers(IReadOnlyList<string> ids, IReadOnlyList<int> classes) =>
        new([.. Enumerable.Range(0, classes.DefaultIfEmpty(-1).Max() + 1).Select(c => $"{c}")], ids, classes);
}
