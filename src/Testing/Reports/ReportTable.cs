using System.Text;

namespace GCnn.Testing;

/// <summary>The table of a report: columns as wide as their widest cell.</summary>
internal static class ReportTable
{
    private static readonly string[] Header =
        ["element", "max error", "mean error", "of scale", "interior", "border", "worst index", "verdict"];

    public static string Print(EquivarianceReport report)
    {
        string[][] rows = [Header, .. report.Errors.Select(error => Row(report, error))];
        StringBuilder text = new();
        text.AppendLine($"{report.Law}: {Summary(report)}; output scale {report.Scale:g6}, tolerance {report.Tolerance}");
        Columns.Append(text, rows);
        return text.ToString();
    }

    private static string Summary(EquivarianceReport report) =>
        report.Vacuity is not null ? "not tested" : report.IsEquivariant ? "holds" : "broken";

    private static string Part(double? error) => error is double number ? $"{number:g4}" : "-";

    private static string[] Row(EquivarianceReport report, ElementError error) =>
    [
        $"{error.Element.Point}: {error.Element.Matrix} + {error.Element.Translation}",
        $"{error.MaxError:g4}",
        $"{error.MeanError:g4}",
        $"{report.Relative(error):g4}",
        Part(error.InteriorError),
        Part(error.BorderError),
        error.WorstIndex,
        report.IsAllowed(error) ? (error.MaxError == 0 ? "exact" : "within tolerance") : "BROKEN",
    ];
}
