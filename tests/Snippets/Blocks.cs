namespace GCnn.Snippets.Tests;

/// <summary>Blocks of code: those that a test runs, between two marks, and those that a page quotes.</summary>
internal static class Blocks
{
    private const string Fence = "```";

    /// <summary>What stands between <c>// page: begin</c> and <c>// page: end</c> in a source file beside the tests.</summary>
    public static string[] Run(string source, string page) =>
        [.. Between(Read(source), $"        // {page}: begin\n", $"        // {page}: end\n").Select(Unindented)];

    /// <summary>The fenced blocks of a page.</summary>
    public static string[] Quoted(string page) => [.. Between(Read(page), $"\n{Fence}csharp\n", $"\n{Fence}\n")];

    /// <summary>The parts of a text that follow a mark, each up to another.</summary>
    public static IEnumerable<string> Between(string text, string begin, string end) =>
        text.Split(begin)[1..].Select(rest => rest[..rest.IndexOf(end, StringComparison.Ordinal)]);

    /// <summary>A file that was copied beside the tests.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    private static string Unindented(string block) =>
        string.Join('\n', block.Split('\n').Select(line => line.Length >= 8 ? line[8..] : "")).TrimEnd();
}
