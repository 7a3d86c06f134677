namespace GCnn.Experiments.CommandLine;

/// <summary>A command as it would be typed.</summary>
internal static class ShellText
{
    private const string Plain = "-_./,+:=@%";

    /// <summary>The words with spaces between, in quotes where a shell would not take them as they are.</summary>
    /// <param name="words">The program's name and its arguments.</param>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
