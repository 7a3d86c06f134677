using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace GCnn.Experiments.Reports.Html;

/// <summary>Writes an interpolated string as HTML: literal parts as they are, all else escaped, for text and quoted attributes.</summary>
[InterpolatedStringHandler]
internal readonly ref struct FragmentHandler
{
    private readonly StringBuilder _html;

    /// <summary>Begins; the compiler calls it.</summary>
    public FragmentHandler(int literalLength, int formattedCount) => _html = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>Markup of the program.</summary>
    public void AppendLiteral(string markup) => _html.Append(markup);

    /// <summary>Text.</summary>
    public void AppendFormatted(string? text) => _html.Append(Escape(text ?? ""));

    /// <summary>A number, in the invariant culture.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => _html.Append(Escape(value.ToString(format, CultureInfo.InvariantCulture)));

    /// <summary>A piece of HTML.</summary>
    public void AppendFormatted(Fragment piece) => _html.Append(piece.Html);

    /// <summary>Pieces of HTML.</summary>
    public void AppendFormatted(IEnumerable<Fragment> pieces)
    {
        foreach (Fragment piece in pieces)
        {
            _html.Append(piece.Html);
        }
    }

    /// <summary>What was written.</summary>
    public override string ToString() => _html.ToString();

    // HTML knows no control characters but white space, and no halves of surrogate pairs (which HtmlEncode replaces).
    private static string Escape(string text) => WebUtility.HtmlEncode(
        string.Concat(text.Select(letter => char.IsControl(letter) && letter is not ('\n' or '\t') ? '\uFFFD' : letter)));
}
