using System.Text;
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
        if (result.Answer is CheckAnswer.CouldNotTell)
        {
            to.WriteLine("The measurement could not tell whether the model is equivariant (exit code 3); a larger --size may.");
        }
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
                    layer.Own.Fraction(layer.Own.Worst.MaxError),
                    layer.Own.Fraction(layer.Own.LargestOf(error => error.InteriorError)),
                    layer.Own.Fraction(layer.Own.LargestOf(error => error.BorderError)),
                    layer.Accumulated.Fraction(layer.Accumulated.Worst.MaxError),
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
                .. report.Stages.Select(stage => stage.Whole.Fraction(stage.Whole.Errors[i].MaxError)),
            ];
        }
    }

    private static IEnumerable<string> Each(ModelReport report, Func<ModelStage, string[]> columns) => report.Stages.SelectMany(columns);

    private static string When(ModelReport report, ModelStage stage) => ReferenceEquals(stage, report.Before) ? "before" : "after";

    private static void Write(TextWriter to, IEnumerable<string[]> table)
    {
        StringBuilder text = new();
        Columns.Append(text, [.. table]);
        to.Write(text);
    }
}
