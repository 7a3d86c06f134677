using System.Text;

namespace GCnn.Testing;

/// <summary>A model's report in print: the verdict, and a table for each stage.</summary>
internal static class ModelTable
{
    private static readonly string[] Header = ["layer", "under", "own error", "interior", "border", "so far", "verdict"];

    public static string Print(ModelReport report)
    {
        StringBuilder text = new();
        text.AppendLine(Verdict(report));
        foreach (ModelStage stage in report.Stages)
        {
            string verdict = stage.Whole.IsEquivariant ? "holds" : stage.Whole.Vacuity is null ? "broken" : "not tested";
            text.AppendLine().AppendLine(
                $"{stage.Title}: {verdict}; error of the whole {Of(stage.Whole)} (allowed: {stage.Whole.Tolerance}). Errors are " +
                "fractions of the layer's output scale.");
            if (stage.Layers.Count > 0)
            {
                Columns.Append(text, [Header, .. stage.Layers.Select(Row)]);
            }
        }

        foreach (SkippedLayer skipped in report.Skipped)
        {
            text.AppendLine($"not measured: {skipped.Path} {skipped.Kind}, {skipped.Reason}");
        }

        return text.ToString();
    }

    /// <summary>One sentence, or two.</summary>
    public static string Verdict(ModelReport report)
    {
        if (report.Failed is not ModelStage stage)
        {
            return $"The model commutes with {report.Group}, {string.Join(" and ", report.Stages.Select(stage => stage.Title))}.";
        }

        if (stage.Whole.Vacuity is string vacuity)
        {
            return $"The model was not tested {stage.Title}: {vacuity}";
        }

        ElementError worst = stage.Whole.Worst;
        return $"The model does not commute with {report.Group} {stage.Title}: error {Of(stage.Whole)} for {worst.Name}. " +
            (report.FirstOffender is LayerReport offender
                ? $"First offender: {offender.Title}, own error {Of(offender.Own)} for {offender.Own.Worst.Name}."
                : "No measured layer is at fault alone; look at what joins them, and at those that were not measured.");
    }

    private static string[] Row(LayerReport layer) =>
    [
        layer.Title,
        layer.Group.Name,
        Of(layer.Own),
        layer.Own.Fraction(layer.Own.LargestOf(error => error.InteriorError)),
        layer.Own.Fraction(layer.Own.LargestOf(error => error.BorderError)),
        Of(layer.Accumulated),
        Verdict(layer.Own) + (layer.Note is null ? string.Empty : $": {layer.Note}"),
    ];

    private static string Verdict(EquivarianceReport own) =>
        !own.Holds ? "BROKEN" : own.Worst.MaxError == 0 ? "exact" : "within tolerance";

    private static string Of(EquivarianceReport report) => report.Fraction(report.Worst.MaxError);
}
