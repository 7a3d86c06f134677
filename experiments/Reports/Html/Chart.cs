using System.Text.Json.Nodes;

namespace GCnn.Experiments.Reports.Html;

/// <summary>A chart: a Vega-Lite specification with its data inside, drawn where the page is read. Source: [Satyanarayan2017].</summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Spec">The specification, but for the sizes and the style that all charts share.</param>
/// <param name="Height">Height of the plotting area in pixels; the width is that of the place.</param>
internal sealed record Chart(string Title, JsonObject Spec, int Height = 220)
{
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    /// <summary>The chart with a caption, which says what to see; at the same time its alternative text.</summary>
    public Fragment Figure(string caption) => Fragment.Of(
        $"<figure class=\"chart\"><h3>{Title}</h3>{Plot(caption)}<figcaption>{caption}</figcaption></figure>\n");

    /// <summary>The chart alone, for a figure that has several.</summary>
    /// <param name="alternative">What there is to see, in words.</param>
    public Fragment Part(string alternative) => Fragment.Of($"<div class=\"chart\"><h3>{Title}</h3>{Plot(alternative)}</div>\n");

    private Fragment Plot(string alternative)
    {
        var whole = new JsonObject
        {
            ["$schema"] = Schema, ["description"] = $"{Title}. {alternative}", ["width"] = "container", ["height"] = Height,
        };
        foreach ((string key, JsonNode? value) in Spec)
        {
            whole[key] = value?.DeepClone();
        }

        // The default encoder writes <, >, &, quotes and everything beyond ASCII as \uXXXX, so that no text can end the script element.
        return Fragment.Of(
            $"<div class=\"plot\"></div><script type=\"application/json\">{new Fragment(whole.ToJsonString())}</script>");
    }
}
