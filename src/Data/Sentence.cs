namespace GCnn.Data;

/// <summary>Text for one line. Names of files and objects come from the data: they may hold line ends and terminal commands.</summary>
internal static class Sentence
{
    private const int MaximumLength = 600;

    /// <summary>The text in one line: spaces for all control characters, and nothing beyond 600 letters.</summary>
    public static string OneLine(string text)
    {
        var letters = text.Take(MaximumLength).Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);
        var line = string.Concat(letters);
        return text.Length > MaximumLength ? line + " ..." : line;
    }
}
