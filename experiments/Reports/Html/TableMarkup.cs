namespace GCnn.Experiments.Reports.Html;

/// <summary>Parts of tables.</summary>
internal static class TableMarkup
{
    /// <summary>The head: a corner, and a heading for each column.</summary>
    /// <param name="corner">What stands above the rows' headings.</param>
    /// <param name="columns">The columns' headings.</param>
    public static Fragment Head(string corner, IEnumerable<string> columns) => Fragment.Of(
        $"<thead><tr>{columns.Prepend(corner).Select(column => Fragment.Of($"<th scope=\"col\">{column}</th>"))}</tr></thead>\n");

    /// <summary>A row: its heading, then its cells.</summary>
    public static Fragment Row(Fragment heading, IEnumerable<Fragment> cells) =>
        Fragment.Of($"<tr><th scope=\"row\">{heading}</th>{cells}</tr>\n");

    /// <summary>A row whose heading is text.</summary>
    public static Fragment Row(string heading, IEnumerable<Fragment> cells) => Row(Fragment.Of($"{heading}"), cells);

    /// <summary>A cell.</summary>
    public static Fragment Cell(Fragment content) => Fragment.Of($"<td>{content}</td>");
}
