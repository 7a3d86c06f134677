using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace GCnn.Benchmarks;

/// <summary>Measures how long our layers of regular fields take to construct, on one thread, each run in a new process.</summary>
internal static class ConstructionReport
{
    private const int Processes = 5;
    private const double LimitSeconds = 120;

    public static int Run(string path)
    {
        using StreamWriter file = new(path);
        foreach (ConstructionCase layer in ConstructionCase.All)
        {
            Console.Error.WriteLine($"measuring {layer.Layer}");
            ConstructionLine[][] processes = [.. Enumerable.Range(0, Processes).Select(_ => Measure(layer))];
            foreach (string cache in new[] { "cold", "warm" })
            {
                ConstructionRecord record = ConstructionRecord.Of(layer, cache, processes, LimitSeconds);
                file.WriteLine(JsonSerializer.Serialize(record, PeerJson.Names));
                file.Flush();
                Console.WriteLine(
                    $"{layer.Layer}, {cache}: {Milliseconds(record.Median)} ms ({Milliseconds(record.Min)} to {Milliseconds(record.Max)})");
            }
        }

        return 0;
    }

    /// <summary>What one new process measures: its lines, as far as it came within the limit.</summary>
    private static ConstructionLine[] Measure(ConstructionCase layer)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        bool byDotnet = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        string[] program = byDotnet ? [Environment.GetCommandLineArgs()[0]] : [];
        string[] command = [.. program, "peers", "worker", layer.Group, layer.Fields.ToString(), layer.Size.ToString()];
        Array.ForEach(command, start.ArgumentList.Add);
        foreach (string name in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS" })
        {
            start.Environment[name] = "1";
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(LimitSeconds)))
        {
            process.Kill();
        }

        return [.. output.Result
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<ConstructionLine>(line)!)];
    }

    private static string Milliseconds(double? seconds) =>
        seconds is double s ? (1000 * s).ToString("0.0", CultureInfo.InvariantCulture) : "-";
}
