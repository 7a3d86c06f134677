using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace GCnn.Distributed.Tests;

/// <summary>A job of several processes, run once for all tests that ask for it, and what process 0 printed.</summary>
internal sealed record MpiJob(int Code, IReadOnlyDictionary<string, double> Answers, string Error)
{
    private static readonly ConcurrentDictionary<(string Question, int Ranks), Lazy<MpiJob>> Jobs = [];

    public double this[string name] => Answers.TryGetValue(name, out double value)
        ? value
        : throw new KeyNotFoundException($"No answer '{name}'; exit code {Code}: {Error}");

    public static MpiJob Of(string question, int ranks) =>
        Jobs.GetOrAdd((question, ranks), key => new(() => Run(key.Question, key.Ranks))).Value;

    private static MpiJob Run(string question, int ranks)
    {
        string dll = Path.Combine(AppContext.BaseDirectory, "GCnn.Distributed.Tests.dll");
        var start = new ProcessStartInfo("mpirun") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[
            "--allow-run-as-root", "--oversubscribe", "-n", ranks.ToString(CultureInfo.InvariantCulture), "dotnet", "exec", dll, question])
        {
            start.ArgumentList.Add(argument);
        }

        // Processes get a terminal from mpirun, and .NET would greet it.
        start.Environment["TERM"] = "dumb";
        start.Environment["OMP_NUM_THREADS"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return new MpiJob(process.ExitCode, lines.ToDictionary(Name, Value), error.Result);
    }

    private static string Name(string line) => line[..line.LastIndexOf(' ')];

    private static double Value(string line) => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
}
