namespace GCnn.Checkpoints;

/// <summary>Names from a file for a sentence: they may be of any length and hold line ends and terminal commands.</summary>
internal static class Quoted
{
    private const int MaximumLength = 80;
    private const int MostNames = 4;

    /// <summary>A name in quotes, in one line.</summary>
    public static string Name(string name)
    {
        string letters = string.Concat(name.Take(MaximumLength).Select(letter => IsPlain(letter) ? letter : '?'));
        return name.Length > MaximumLength ? $"'{letters}...'" : $"'{letters}'";
    }

    /// <summary>The first of some names, and how many more there are.</summary>
    public static string Names(IReadOnlyCollection<string> names)
    {
        string first = string.Join(", ", names.Take(MostNames).Select(Name));
        return names.Count > MostNames ? $"{first} and {names.Count - MostNames} more" : first;
    }

    private static bool IsPlain(char letter) =>
        !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\u2028' or '\u2029');
}
