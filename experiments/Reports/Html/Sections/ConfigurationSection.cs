using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GCnn.Experiments.Galaxy;

namespace GCnn.Experiments.Reports.Html;

/// <summary>What the run depends on: its options, program, machine and data.</summary>
internal static class ConfigurationSection
{
    // For people; what reads it in the page is no parser, and it is escaped as any other text.
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The section.</summary>
    public static Section Of(ReportContent content)
    {
        (string Name, string Value)[] facts =
        [
            ("command", content.Options.CommandLine), ("data", content.Data.Name),
            ("objects", $"{content.Data.Train.Count} training, {content.Data.Validation.Count} validation, {content.Data.Test.Count} test"),
            ("checksum of all ids", content.Data.Checksum), ("version", Provenance.Version), ("engine", Provenance.Engine),
            ("machine", Provenance.Machine), ("threads", $"{content.Options.Threads}"),
        ];
        Fragment body = Fragment.Of(
            $"""
            <dl>{facts.Where(fact => fact.Value.Length > 0).Select(fact => Fact(fact.Name, fact.Value))}</dl>
            {Json("Configuration", RunConfig.ToJson(content.Options, content.Data.Train.Count))}
            {Json("Manifest of the data", content.Data.Manifest.ToJson())}
            <p class="note">The configuration is <code>config.json</code> too, which <code>gcnn galaxy --config</code> runs again.</p>
            """);
        return new Section("configuration", "Configuration and provenance", body);
    }

    private static Fragment Fact(string name, string value) => Fragment.Of($"<dt>{name}</dt><dd><code>{value}</code></dd>\n");

    private static Fragment Json(string title, JsonObject content) => Fragment.Of(
        $"<details class=\"paper\"><summary>{title}</summary><pre>{content.ToJsonString(Indented)}</pre></details>\n");
}
