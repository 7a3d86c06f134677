using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GCnn.Experiments.Data;
using GCnn.Reports.Tests.Support;

namespace GCnn.Reports.Tests;

public sealed partial class HtmlReportTests
{
    private const int Objects = 30;

    private static readonly GalaxyTask Task = GalaxyTask.Of([MadeReport.Hostile, "spiral", "edge-on"]);

    private static readonly Lazy<string> Page = new(() => File.ReadAllText(MadeReport.Write(
        Task, Objects, MadeReport.Run("z2", Task, Objects, 0.5), MadeReport.Run("p4m", Task, Objects, 0.9))));

    [Fact]
    public void Nothing_is_asked_of_a_network_or_of_other_files()
    {
        string markup = WithoutScripts(Page.Value);
        Assert.All(Pictures().Matches(markup), picture => Assert.Matches(OwnPicture(), picture.Value));
        Assert.All(Links().Matches(markup), link => Assert.Matches("^<a href=\"#[a-z]+\">$", link.Value));
        Assert.DoesNotMatch("<link|<iframe|<object|<embed|@import|url\\(|<script[^>]* src", markup);
        Assert.Contains("default-src 'none'", markup, StringComparison.Ordinal);
        Assert.NotEmpty(Pictures().Matches(markup));
    }

    [Fact]
    public void Every_chart_is_JSON_with_its_data_and_words_for_those_who_cannot_see_it()
    {
        JsonObject[] specs = [.. Specs(Page.Value)];
        // Two of scores, a loss for each model, two more of learning, reliability for each model.
        Assert.Equal(2 + 2 + 2 + 2, specs.Length);
        Assert.All(specs, spec =>
        {
            Assert.NotEmpty(spec["data"]!["values"]!.AsArray());
            Assert.NotEmpty((string)spec["description"]!);
            Assert.Equal("container", (string)spec["width"]!);
        });
    }

    [Fact]
    public void Every_picture_and_every_table_heading_says_what_it_is()
    {
        string markup = WithoutScripts(Page.Value);
        Assert.DoesNotMatch("<img (?![^>]* alt=\"[^\"]+\")", markup);
        Assert.DoesNotMatch("<th(?! scope=)[ >]", markup);
    }

    [Fact]
    public void Names_from_the_data_stay_text_wherever_they_stand()
    {
        Assert.DoesNotContain("<img src=x", Page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(Spec().Matches(Page.Value), spec => spec.Value.Contains('\u2028', StringComparison.Ordinal));
        Assert.DoesNotContain("\0", Page.Value, StringComparison.Ordinal);
        // Four scripts of the page's own, and the charts: a name that ended one would make another end.
        Assert.Equal(4 + Specs(Page.Value).Count(), Regex.Count(Page.Value, "</script", RegexOptions.None, TimeSpan.FromSeconds(10)));
        Assert.Contains("&lt;/script&gt;&lt;img src=x onerror=", Page.Value, StringComparison.Ordinal);
        Assert.Contains(Specs(Page.Value), spec => spec.ToJsonString().Contains("\\u003C/script\\u003E", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_in_which_a_name_is_markup_is_found()
    {
        string broken = Page.Value.Replace("&lt;img src=x onerror=", "<img src=x onerror=", StringComparison.Ordinal);
        Assert.Contains(Pictures().Matches(WithoutScripts(broken)), picture => !OwnPicture().IsMatch(picture.Value));
    }

    [Fact]
    public void The_libraries_stand_in_it_once_and_their_licences_with_them()
    {
        Assert.Equal(1, Regex.Count(Page.Value, "vegaLite=\\{\\}", RegexOptions.None, TimeSpan.FromSeconds(10)));
        Assert.Equal(1, Regex.Count(Page.Value, "\\.vegaEmbed=", RegexOptions.None, TimeSpan.FromSeconds(10)));
        Assert.Contains("vega 6.4.0, vega-lite 6.5.0 and vega-embed 7.3.0", Page.Value, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(Page.Value, "Redistributions in binary form", RegexOptions.None, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void It_is_written_whole_or_not_at_all()
    {
        string path = MadeReport.Write(Task, Objects, MadeReport.Run("z2", Task, Objects, 0.5));
        Assert.Equal(["report.html"], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
        Assert.EndsWith("</html>\n", File.ReadAllText(path), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonObject> Specs(string page) =>
        Spec().Matches(page).Select(match => JsonNode.Parse(match.Groups["json"].Value)!.AsObject());

    private static string WithoutScripts(string page) => Script().Replace(page, "");

    [GeneratedRegex(
        "<script type=\"application/json\">(?<json>.*?)</script>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10_000)]
    private static partial Regex Spec();

    [GeneratedRegex("<script[^>]*>.*?</script>", RegexOptions.Singleline, 10_000)]
    private static partial Regex Script();

    [GeneratedRegex("<img[^>]*>", RegexOptions.None, 10_000)]
    private static partial Regex Pictures();

    [GeneratedRegex(
        "^<img class=\"(pixels|hexagon)\"( style=\"--a: [0-9.]+\")? src=\"data:image/png;base64,[A-Za-z0-9+/=]+\" ",
        RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OwnPicture();

    [GeneratedRegex("<a [^>]*>", RegexOptions.None, 10_000)]
    private static partial Regex Links();
}
