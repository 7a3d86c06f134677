using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GCnn.Experiments.Data;
using GCnn.Experiments.Reports;
using static TorchSharp.torch;

namespace GCnn.Experiments.Scale;

/// <summary>
/// The question: do several processes train as one on the union of their batches, and what does talking to each other cost them?
/// </summary>
internal static class ScaleExperiment
{
    /// <summary>Trains in one process, then in jobs of several, and prints a line of figures for each.</summary>
    /// <param name="options">What is compared.</param>
    /// <param name="arguments">The options of the command, for the processes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether all jobs agree with the one process.</returns>
    public static async Task<bool> Run(ScaleOptions options, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        Console.WriteLine(
            $"{options.Model.Name}, {options.Parameters} parameters at most, {ScaleOptions.Steps} steps of {options.Optimizer.Kind} on {options.Batch} synthetic " +
            $"galaxies of {options.Size} x {options.Size} pixels, classes balanced; {Environment.ProcessorCount} cores");
        (double[][] wide, double[][] alone, double[][] reversed) = Alone(options);
        Console.WriteLine(
            "Rounding alone: in float32, one process that takes each batch in reverse differs by " +
            $"{Small(ScaleFigures.Difference(alone, reversed))}.");
        string[] headings =
        [
            "ranks", "difference, float64", "float32", "without common statistics", "ranks alike", "overlapped alike", "s/step", "communication",
            "gradients wait", "not overlapped", "begun early", "done early", "statistics", "sums/step", "latency", "GB/s",
        ];
        Console.WriteLine($"| {string.Join(" | ", headings)} |\n|{string.Concat(headings.Select(_ => "---|"))}");
        bool agree = true;
        var rows = new JsonArray();
        foreach (int ranks in options.Ranks)
        {
            ScaleFigures figures = await Job(ranks, arguments, cancellation).ConfigureAwait(false);
            double difference = ScaleFigures.Difference(wide, figures.Wide), narrow = ScaleFigures.Difference(alone, figures.Weights);
            double broken = ScaleFigures.Difference(wide, figures.WithoutStatistics);
            agree &= difference <= ScaleOptions.Tolerance && figures.Same && figures.SameNotOverlapped;
            agree &= ranks == 1 || broken > ScaleOptions.Tolerance;
            Console.WriteLine(Row(ranks, [difference, narrow, broken], figures));
            rows.Add(Json(ranks, [difference, narrow, broken], figures));
        }

        Console.WriteLine(
            agree
                ? $"In float64 every job has the weights of one process to {ScaleOptions.Tolerance:0e+0}; without common statistics "
                    + "none has."
                : $"Not every job has, in float64, the weights of one process to {ScaleOptions.Tolerance:0e+0}.");
        if (options.Json is not null)
        {
            JsonFile.Write(options.Json, new JsonObject { ["version"] = Provenance.Version, ["batch"] = options.Batch, ["optimizer"] = options.Optimizer.ToJson(), ["jobs"] = rows });
        }

        return agree;
    }

    private static (double[][] Wide, double[][] Narrow, double[][] Reversed) Alone(ScaleOptions options)
    {
        using var training = new ScaleTraining(options);
        return (
            training.Run(ScalarType.Float64).Weights, training.Run(ScalarType.Float32).Weights,
            training.Run(ScalarType.Float32, reversed: true).Weights);
    }

    private static async Task<ScaleFigures> Job(int ranks, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        string file = Path.GetTempFileName();
        try
        {
            await MpiRun.Run(ranks, [.. arguments, "--result", file], cancellation).ConfigureAwait(false);
            return JsonSerializer.Deserialize<ScaleFigures>(await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false))!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Row(int ranks, double[] differences, ScaleFigures figures)
    {
        string[] cells =
        [
            $"{ranks}", Small(differences[0]), Small(differences[1]), ranks == 1 ? "" : Small(differences[2]), Word(figures.Same), Word(figures.SameNotOverlapped),
            $"{figures.Step:0.000}", $"{100 * figures.Communication:0.0} %", Milliseconds(figures.Waiting),
            Milliseconds(figures.WaitingNotOverlapped), $"{figures.Early:0.0} of {figures.Buckets:0.0}", $"{figures.Done:0.0}",
            Milliseconds(figures.Statistics), $"{figures.StatisticsSums:0}", $"{1e6 * figures.Latency:0} µs",
            figures.PerByte > 0 ? $"{1e-9 / figures.PerByte:0.0}" : "",
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static JsonObject Json(int ranks, double[] differences, ScaleFigures figures)
    {
        JsonObject json = JsonSerializer.SerializeToNode(figures with { Wide = [], Weights = [], WithoutStatistics = [] })!.AsObject();
        json.Remove(nameof(figures.Wide));
        json.Remove(nameof(figures.Weights));
        json.Remove(nameof(figures.WithoutStatistics));
        (json["Ranks"], json["Difference"], json["DifferenceInFloat32"], json["DifferenceWithoutStatistics"]) =
            (ranks, differences[0], differences[1], differences[2]);
        return json;
    }

    private static string Small(double number) => number.ToString("0.0e+0", CultureInfo.InvariantCulture);

    private static string Milliseconds(double seconds) => $"{1000 * seconds:0.00} ms";

    private static string Word(bool holds) => holds ? "yes" : "NO";
}
