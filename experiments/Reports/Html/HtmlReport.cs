using System.Text;
using GCnn.Data;
using GCnn.Experiments.Galaxy;

namespace GCnn.Experiments.Reports.Html;

/// <summary>
/// The report of a galaxy run as one HTML file, which needs nothing beside it: pictures, data, style and the libraries that draw its charts
/// (Vega, Vega-Lite and Vega-Embed) stand inside, and its policy forbids any request to a network.
/// </summary>
public sealed class HtmlReport
{
    // Vega compiles its expressions, for which it needs unsafe-eval.
    private const string Policy =
        "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval'; base-uri 'none'; " +
        "form-action 'none'";

    private readonly ReportContent _content;

    /// <summary>Prepares the report.</summary>
    /// <param name="options">The run's options.</param>
    /// <param name="data">Its data, which must still be open.</param>
    /// <param name="runs">What was measured, at least one run.</param>
    public HtmlReport(GalaxyOptions options, GalaxyData data, IReadOnlyList<ModelRun> runs)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(runs);
        _content = new ReportContent(options, data, ReportModel.Of(runs, options.Task.Reflection));
    }

    /// <summary>Writes the report, whole or not at all.</summary>
    /// <param name="path">Where to.</param>
    /// <exception cref="IOException">The file could not be written; one sentence.</exception>
    public void Write(string path)
    {
        byte[] page = Encoding.UTF8.GetBytes(Page().Html);
        AtomicFile.Write(path, stream => stream.Write(page));
    }

    private static Fragment Script(string resource) => new($"<script>{PageResource.Read(resource)}</script>\n");

    private static Fragment Licence(string library) => Fragment.Of($"<pre>{PageResource.Read($"{library}.LICENSE")}</pre>\n");

    private Fragment Page()
    {
        string title = $"{_content.Options.Task}: {Numbers.List(_content.Names)}";
        Section[] sections = [.. Sections().OfType<Section>()];
        return Fragment.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{new Fragment(Policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>{new Fragment(PageResource.Read("report.css"))}</style>
            </head>
            <body>
            <header>
            <h1>{Question()}</h1>
            <p class="under">{_content.Options.Task.Name}, {Numbers.List(_content.Names)}, on <bdi>{_content.Source}</bdi></p>
            {SummarySentences.Of(_content).Select(sentence => Fragment.Of($"<p class=\"summary\">{sentence}</p>\n"))}
            <nav>{sections.Select(section => section.Link)}</nav>
            </header>
            <main>
            {sections.Select(section => section.Html)}</main>
            {Foot()}
            {PageResource.Libraries.Select(library => Script($"{library}.min.js"))}{Script("report.js")}</body>
            </html>

            """);
    }

    private string Question() => _content.Models.Count > 1
        ? "Does it help a net to know how a galaxy can be turned?"
        : $"How well does {_content.Names[0]} know galaxies?";

    private IEnumerable<Section?> Sections()
    {
        var gallery = new Gallery(_content.Data, _content.Options.Size);
        return
        [
            ModelsSection.Of(_content), LearningSection.Of(_content), ConfusionSection.Of(_content), ReliabilitySection.Of(_content),
            PosesSection.Of(_content, gallery), FiltersSection.Of(_content), MapsSection.Of(_content),
            MistakesSection.Of(_content, gallery), ConfigurationSection.Of(_content),
        ];
    }

    private static Fragment Foot()
    {
        string libraries = Numbers.List([.. PageResource.Libraries.Select(library => $"{library} {PageResource.Version(library)}")]);
        return Fragment.Of(
            $"""
            <footer>
            <p>Written by GCnn {Provenance.Version}. Charts are drawn by {libraries}, under the BSD 3-Clause License.</p>
            <details><summary>Their licences</summary>{PageResource.Libraries.Select(Licence)}</details>
            </footer>
            """);
    }
}
