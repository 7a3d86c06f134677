using GCnn.Testing;

namespace GCnn.Experiments.Check;

/// <summary>The answer in print: proof, layers, elements, verdict.</summary>
internal static class CheckTable
{
    public static void Print(CheckResult result, TextWriter to)
    {
        ModelReport report = result.Report;
        string weights = result.Epochs is int epochs ? $"trained for {epochs} epochs" : "initial weights";
        to.WriteLine($"{result.Model.Name} on {result.Certificate.Input}, {weights}; claims {report.Group}");
        foreach (string line in result.Verdict())
        {
            to.WriteLine(line);
        }

        to.WriteLine();
        to.WriteLine($"errors, as fractions of the layer's output scale (allowed: {report.Before.Whole.Tolerance.Relative:0.#e0}):");
        Write(to, Layers(report));
        to.WriteLine();
        to.WriteLine("change of the logits, element by element:");
        Write(to, Elements(report));
        to.WriteLine();
        to.WriteLine(report.ToString().Split(Environment.NewLine)[0]);
    }

    private static IEnumerable<string[]> Layers(ModelReport report)
    {
        yield return ["layer", .. Each(report, stage => new[] { $"own {When(report, stage)}", "interior", "border", "so far" }), "verdict"];
        for (int i = 0; i < report.Before.Layers.Count; i++)
        {
            LayerReport[] stages = [.. report.Stages.Select(stage => stage.Layers[i])];
            yield return
            [
                stages[0].Title,
                .. stages.SelectMany(layer => new[]
                {
                    Fraction(layer.Own, layer.Own.Worst.MaxError),
                    Part(layer.Own, error => error.InteriorError),
                    Part(layer.Own, error => error.BorderError),
                    Fraction(layer.Accumulated, layer.Accumulated.Worst.MaxError),
                }),
                Array.Exists(stages, layer => !layer.Own.Holds) ? "BROKEN" : "ok",
            ];
        }
    }

    private static IEnumerable<string[]> Elements(ModelReport report)
    {
        yield return ["element", .. report.Stages.Select(stage => When(report, stage))];
        for (int i = 0; i < report.Before.Whole.Errors.Count; i++)
        {
            yield return [
                report.Before.Whole.Errors[i].Name,
                .. report.Stages.Select(stage => Fraction(stage.Whole, stage.Whole.Errors[i].MaxError)),
            ];
        }
    }

    private static IEnumerable<string> Each(ModelReport report, Func<ModelStage, string[]> columns) => report.Stages.SelectMany(columns);

    private static string When(ModelReport report, ModelStage stage) => ReferenceEquals(stage, report.Before) ? "before" : "after";

    private static string Part(EquivarianceReport report, Func<ElementError, double?> part) =>
        report.Errors.Max(part) is double largest ? Fraction(report, largest) : "-";

    private static string Fraction(EquivarianceReport report, double error) => error == 0 ? "0" : $"{error / report.Scale:0.0e0}";

    private static void Write(TextWriter to, IEnumerable<string[]> table)
    {
        string[][] rows = [.. table];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            to.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
