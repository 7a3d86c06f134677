using System.Reflection;
using System.Text;

namespace GCnn.Experiments.Reports.Html;

/// <summary>The parts of the page that are the same in every report: style, script, and the libraries that draw its charts.</summary>
internal static class PageResource
{
    private static readonly Assembly Own = typeof(PageResource).Assembly;

    /// <summary>The libraries, in the order in which a page needs them.</summary>
    public static IReadOnlyList<string> Libraries { get; } = ["vega", "vega-lite", "vega-embed"];

    /// <summary>The text of a part, such as <c>report.css</c> or <c>vega.min.js</c>.</summary>
    public static string Read(string name)
    {
        using Stream stream = Own.GetManifestResourceStream($"Page/{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The version of a library.</summary>
    public static string Version(string library) =>
        Own.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == library).Value!;
}
