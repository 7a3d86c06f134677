using System.Globalization;
using GCnn.Experiments.Evaluation;
using Spectre.Console;

namespace GCnn.Experiments.Reports;

/// <summary>The table of results: a row for each model, means with 95 % intervals where it was trained from several seeds.</summary>
internal static class ResultTable
{
    /// <summary>Puts the table together.</summary>
    public static Table Of(IReadOnlyList<ModelSummary> models, TableBorder border)
    {
        bool votes = models.Any(model => model.Runs.Any(run => run.Rmse is not null));
        var table = new Table().Border(border);
        string[] headings =
        [
            "model", "group", "parameters", .. votes ? ["error of votes"] : Array.Empty<string>(), "accuracy", "balanced", "calibration error",
            "same class rotated", "reflected", "max logit change", "under its group", "epochs", "s/epoch",
        ];
        foreach (string heading in headings)
        {
            table.AddColumn(new TableColumn(heading).NoWrap());
        }

        foreach (ModelSummary model in models)
        {
            table.AddRow([.. Cells(model, votes)]);
        }

        return table;
    }

    private static IEnumerable<string> Cells(ModelSummary model, bool votes) =>
    [
        model.Model, model.First.Group, $"{model.First.Parameters}",
        .. votes ? [Mean(model, run => run.Rmse, "0.0000")] : Array.Empty<string>(),
        Mean(model, run => run.Test.Accuracy), Mean(model, run => run.Test.BalancedAccuracy), Mean(model, run => run.Calibration?.Error),
        Mean(model, run => run.Invariance.RotationAgreement), Mean(model, run => run.Invariance.ReflectionAgreement),
        Most(model, run => run.Invariance.MaxLogitChange), Most(model, run => run.Own.MaxLogitChange), model.Epochs,
        model.Of(run => run.SecondsPerEpoch).Mean.ToString("0.0", CultureInfo.InvariantCulture),
    ];

    private static string Mean(ModelSummary model, Func<ModelRun, double?> number, string format = "0.000")
    {
        if (model.Runs.Any(run => number(run) is null))
        {
            return "";
        }

        MeanInterval mean = model.Of(run => number(run)!.Value);
        string text = mean.Mean.ToString(format, CultureInfo.InvariantCulture);
        return mean.HalfWidth is { } half ? $"{text} ± {half.ToString(format, CultureInfo.InvariantCulture)}" : text;
    }

    private static string Most(ModelSummary model, Func<ModelRun, double> number) =>
        model.Runs.Max(number).ToString("0.0e+0", CultureInfo.InvariantCulture);
}
