using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Reports;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Tests.Reports;

[Collection(ConsoleCollection.Name)]
public sealed class ConsoleReporterTests
{
    [Fact]
    public void A_long_line_is_not_wrapped_in_a_log()
    {
        string folder = string.Join(' ', Enumerable.Repeat("word", 200));
        Assert.Equal($"{folder}: results.json, poses.png\n", Written(console => console.Wrote(folder, "results.json", "poses.png")));
    }

    [Fact]
    public void Line_ends_and_terminal_commands_in_names_become_spaces() =>
        Assert.Equal("a b [31m: c\n", Written(console => console.Wrote("a\nb\u001b[31m", "c")));

    [Fact]
    public void Square_brackets_are_letters_like_others() =>
        Assert.Equal("[red]: [/]\n", Written(console => console.Wrote("[red]", "[/]")));

    [Fact]
    public void An_epoch_is_one_line_and_its_steps_are_none() => Assert.Equal(
        "p4: epoch 1/2, loss 0.500, balanced accuracy on validation 0.750, 0:00:09 left\n" +
        "p4: epoch 2/2, loss 0.250, balanced accuracy on validation 1.000\n",
        Written(console => console.Training("p4", 2, progress =>
        {
            progress.Report(new EpochReport(1, 2, 0.5, 0.7, TimeSpan.FromSeconds(4)));
            progress.Report(new EpochReport(1, 2, 1, 0.5, TimeSpan.FromSeconds(9)));
            progress.EpochDone(Epoch(1, loss: 0.5, balanced: 0.75));
            progress.Report(new EpochReport(2, 2, 1, 0.25, TimeSpan.FromSeconds(18)));
            progress.EpochDone(Epoch(2, loss: 0.25, balanced: 1));
        })));

    [Fact]
    public void A_model_that_has_no_epoch_to_go_says_nothing() =>
        Assert.Empty(Written(console => console.Training("p4", 0, _ => throw new InvalidOperationException("must not train"))));

    [Fact]
    public void The_table_is_markdown_with_a_row_for_each_model()
    {
        string[] lines = Written(console => console.Table(null, ModelSummary.Of(
        [
            new ModelRun("z2", "p1", 79_900, new Scores(0.5, 0.4), new Invariance(0.875, 0.75, 1.25), new OwnInvariance(1, 0), 3.25, 12),
            new ModelRun("p4m", "p4m", 79_800, new Scores(0.85, 0.8), new Invariance(1, 1, 0.0000025), new OwnInvariance(1, 0.0000025), 12, 12),
        ]))).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(4, lines.Length);
        Assert.Equal(
            [
                "model", "group", "parameters", "accuracy", "balanced", "calibration error", "same class rotated", "reflected", "max logit change",
                "under its group", "epochs", "s/epoch",
            ],
            Cells(lines[0]));
        Assert.All(Cells(lines[1]), cell => Assert.Matches("^-+$", cell));
        Assert.Equal(["z2", "p1", "79900", "0.500", "0.400", "", "0.875", "0.750", "1.3e+0", "0.0e+0", "12", "3.3"], Cells(lines[2]));
        Assert.Equal(["p4m", "p4m", "79800", "0.850", "0.800", "", "1.000", "1.000", "2.5e-6", "2.5e-6", "12", "12.0"], Cells(lines[3]));
    }

    private static EpochRecord Epoch(int number, double loss, double balanced) => new(
        number, loss, 0.01, 9, new Dictionary<string, double>(StringComparer.Ordinal) { [Metric.BalancedAccuracy.Name] = balanced });

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    private static string Written(Action<ConsoleReporter> report)
    {
        TextWriter before = Console.Out;
        using var written = new StringWriter();
        try
        {
            Console.SetOut(written);
            report(new ConsoleReporter());
            return written.ToString();
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
