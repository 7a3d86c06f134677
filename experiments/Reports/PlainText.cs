namespace GCnn.Experiments.Reports;

/// <summary>Text for a console. File names and object ids come from the data: they may hold line ends and terminal commands.</summary>
internal static class PlainText
{
    /// <summary>The text in one line, with spaces for all control characters.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
