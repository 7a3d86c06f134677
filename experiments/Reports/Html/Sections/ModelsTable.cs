using System.Globalization;

namespace GCnn.Experiments.Reports.Html;

/// <summary>The table of models: what each knows, how its answers move, what it costs.</summary>
internal static class ModelsTable
{
    /// <summary>The table, in a box of its own that scrolls.</summary>
    public static Fragment Of(ReportContent content)
    {
        double best = content.Models.Max(model => model.Runs.Average(run => run.Test.BalancedAccuracy));
        List<(string Heading, Func<ReportModel, Fragment> Cell)> columns = Columns(content);
        string Mark(ReportModel model) => model.Runs.Average(run => run.Test.BalancedAccuracy) == best ? "best" : "";
        IEnumerable<Fragment> Cells(ReportModel model) => columns.Select(column => TableMarkup.Cell(column.Cell(model)));
        IEnumerable<Fragment> rows = content.Models.Select(model => Fragment.Of(
            $"<tr class=\"{Mark(model)}\"><th scope=\"row\">{model.Label}</th>{Cells(model)}</tr>\n"));
        return Fragment.Of(
            $"""
            <div class="scroll"><table class="figures">
            {TableMarkup.Head("model", columns.Select(column => column.Heading))}<tbody>
            {rows}</tbody>
            </table></div>
            """);
    }

    // What the answer is first: on a narrow screen the rest must be scrolled to.
    private static List<(string Heading, Func<ReportModel, Fragment> Cell)> Columns(ReportContent content)
    {
        static Fragment Text(string text) => Fragment.Of($"{text}");
        static double Mean(ReportModel model, Func<ModelRun, double> number) => model.Runs.Average(number);
        List<(string, Func<ReportModel, Fragment>)> columns = [];
        if (content.Classifiers.Count == content.Models.Count)
        {
            columns.AddRange([
                ("balanced accuracy", model => Numbers.Marked(model.Balanced)),
                ("accuracy", model => Numbers.Marked(model.Accuracy)),
                ("same class rotated", model => Text(Numbers.Percent(Mean(model, run => run.Invariance.RotationAgreement)))),
                ("same class reflected", model => Text(Numbers.Percent(Mean(model, run => run.Invariance.ReflectionAgreement)))),
            ]);
        }

        if (content.Models.Any(model => model.First.Rmse is not null))
        {
            columns.Add((
                "root mean square error",
                model => Text(model.First.Rmse is null ? "" : Numbers.Fraction(Mean(model, run => run.Rmse ?? 0)))));
        }

        columns.AddRange([
            ("largest change of an output", model => Text(Numbers.Size(model.Runs.Max(run => run.Invariance.MaxLogitChange)))),
            ("group", model => Text(model.First.Group)),
            ("parameters", model => Text(Numbers.Count(model.First.Parameters))),
        ]);
        if (content.Models.Any(model => model.First.MultiplyAdds is not null))
        {
            columns.Add(("multiply-adds", model => Text(Millions(model))));
        }

        columns.AddRange([
            ("epochs", model => Text(Numbers.Count((int)Math.Round(Mean(model, run => run.Epochs))))),
            ("training", model => Text(Duration(Mean(model, run => run.SecondsPerEpoch * run.Epochs)))),
        ]);
        return columns;
    }

    /// <summary>What to see in it.</summary>
    public static string Caption(ReportContent content) =>
        $"Each of the {Numbers.Count(content.Data.Test.Count)} test galaxies is shown in every pose of its lattice. Balanced accuracy is " +
        "the mean over classes of the part that is right; \u00B1 is one standard error, from the number of test galaxies" +
        (content.HasSeeds ? $" and the spread over {content.Models.Max(model => model.Runs.Count)} seeds, whose mean is shown" : "") +
        ". \u201CSame class\u201D is the part of galaxies whose predicted class no rotation, or no reflection, changes; outputs are " +
        "logits, before the softmax. Multiply-adds are those of one image, training is the time it took.";

    private static string Millions(ReportModel model) => model.First.MultiplyAdds is { } count
        ? $"{(count / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} M"
        : "";

    private static string Duration(double seconds) => seconds switch
    {
        < 100 => $"{seconds.ToString("0.0", CultureInfo.InvariantCulture)} s",
        < 6000 => $"{(seconds / 60).ToString("0.0", CultureInfo.InvariantCulture)} min",
        _ => $"{(seconds / 3600).ToString("0.0", CultureInfo.InvariantCulture)} h",
    };
}
