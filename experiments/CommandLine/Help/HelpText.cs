namespace GCnn.Experiments.CommandLine.Help;

/// <summary>Text in lines of a width.</summary>
internal static class HelpText
{
    /// <summary>Breaks a text between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The most characters in a line, unless one word has more.</param>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    /// <summary>A text that begins behind a label and continues below its own beginning.</summary>
    /// <param name="label">The label, with the blanks behind it.</param>
    /// <param name="text">The text.</param>
    /// <param name="width">The most characters in a line.</param>
    public static IEnumerable<string> Hang(string label, string text, int width)
    {
        IReadOnlyList<string> lines = Wrap(text, width - label.Length);
        return lines.Count == 0 ? [label.TrimEnd()] : lines.Select((line, i) => (i == 0 ? label : new string(' ', label.Length)) + line);
    }
}
