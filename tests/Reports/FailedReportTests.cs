using GCnn.Experiments.Tests.Support;

namespace GCnn.Reports.Tests;

[Collection(ConsoleCollection.Name)]
public sealed class FailedReportTests(SkyFolder sky)
{
    [Fact]
    public async Task A_report_that_cannot_be_written_is_one_sentence_and_the_results_are_kept()
    {
        string folder = sky.New();
        Directory.CreateDirectory(Path.Combine(folder, "report.html", "in the way"));
        Outcome outcome = await Outcome.Of(
            "galaxy", "--data", sky.Zip, "--models", "z2", "--size", "17", "--parameters", "1500", "--threads", "1", "--epochs", "1",
            "--out", folder);
        Assert.StartsWith($"Could not write {Path.Combine(folder, "report.html")}: ", outcome.Sentence(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "results.json")));
    }
}
