using GCnn.Experiments.Data;
using GCnn.Experiments.Tests.Support;
using GCnn.Reports.Tests.Support;
using Microsoft.Playwright;

namespace GCnn.Reports.Tests.Browser;

[Collection(ConsoleCollection.Name)]
public sealed class ReportInBrowserTests(SkyFolder sky, Chromium chromium) : IClassFixture<Chromium>
{
    private const int Objects = 30;

    [BrowserFact]
    public async Task The_report_of_a_run_is_drawn_whole_at_any_width_light_and_dark()
    {
        string folder = sky.New();
        Outcome outcome = await Outcome.Of(
            "galaxy", "--data", sky.Zip, "--models", "z2,p4m", "--size", "17", "--parameters", "1500", "--threads", "1", "--epochs", "2",
            "--out", folder);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            foreach (int width in (int[])[400, 1400])
            {
                await using OpenedPage page = await chromium.Open(Path.Combine(folder, "report.html"), width, scheme);
                Assert.Empty(page.Complaints);
                Assert.Equal(8, await page.Charts);
            }
        }
    }

    [BrowserFact]
    public async Task Hexagons_seeds_and_hostile_names_are_drawn_too_and_no_name_becomes_a_script()
    {
        GalaxyTask task = GalaxyTask.Of([MadeReport.Hostile, "spiral", "edge-on"]);
        string path = MadeReport.Write(
            task, Objects, MadeReport.Run("z2", task, Objects, 0.5), MadeReport.Run("z2", task, Objects, 0.6, seed: 1),
            MadeReport.Run("p6m", task, Objects, 1));
        await using OpenedPage page = await chromium.Open(path, 400, ColorScheme.Light);
        Assert.Empty(page.Complaints);
        Assert.True(await page.Evaluate<bool>("window.hacked === undefined"));
    }

    [BrowserFact]
    public async Task A_chart_that_cannot_be_drawn_is_found()
    {
        IReadOnlyList<string> complaints = await Broken("\"mark\":{\"type\":\"line\"", "\"mark\":{\"type\":\"no-such-mark\"");
        Assert.Contains(complaints, complaint => complaint.StartsWith("not drawn: ", StringComparison.Ordinal));
        Assert.Contains(complaints, complaint => complaint.StartsWith("error: ", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_chart_without_data_is_found() => Assert.Contains(
        "not drawn: Learning rate", await Broken("\"rate\",\"value\":", "\"rate\",\"nothing\":"));

    [BrowserFact]
    public async Task A_picture_from_a_network_is_found() => Assert.Contains(
        await Broken("<main>", "<main><img src=\"https://example.org/galaxy.png\">"),
        complaint => complaint.Contains("https://example.org/galaxy.png", StringComparison.Ordinal));

    [BrowserFact]
    public async Task A_page_wider_than_its_window_is_found() => Assert.Contains(
        "1500 pixels wide in a window of 400", await Broken("<main>", "<main style=\"position: absolute; left: 0; width: 1500px\">"));

    // A report in which a text stands instead of another, seen at 400 pixels.
    private async Task<IReadOnlyList<string>> Broken(params string[] changes)
    {
        GalaxyTask task = GalaxyTask.Morphology;
        string path = MadeReport.Write(task, Objects, MadeReport.Run("z2", task, Objects, 0.5));
        string page = File.ReadAllText(path);
        foreach (string[] change in changes.Chunk(2))
        {
            Assert.Contains(change[0], page, StringComparison.Ordinal);
            page = page.Replace(change[0], change[1], StringComparison.Ordinal);
        }

        File.WriteAllText(path, page);
        await using OpenedPage opened = await chromium.Open(path, 400, ColorScheme.Light);
        return opened.Complaints;
    }
}
