using System.Diagnostics;
using System.Runtime;
using System.Text.Json;
using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Benchmarks;

/// <summary>In a process of its own: the first layer, its filter, the layers after it; a line of JSON for each, at once.</summary>
internal static class ConstructionWorker
{
    /// <summary>Layers built again in each process,</summary>
    private const int Warm = 30;

    /// <summary>unless they take longer than this together.</summary>
    private const double WarmSeconds = 10;

    public static int Run(ConstructionCase layer)
    {
        // Loading libtorch is an import, which is not counted; nor are e2cnn's.
        set_num_threads(1);
        zeros(1).Dispose();
        FieldType type = Timed("group", () => FieldType.Regular(layer.PlaneGroup, layer.Fields), _ => 0);
        Stencil stencil = Stencil.Square(layer.Size);
        Stopwatch all = Stopwatch.StartNew();
        for (int run = 0; run <= Warm && (run < 2 || all.Elapsed.TotalSeconds < WarmSeconds); run++)
        {
            GC.Collect();
            string cache = run == 0 ? "cold" : "warm";
            using Convolution convolution = Timed(cache, () => new Convolution(type, type, stencil), made => made.Weight.numel());
            if (run == 0)
            {
                Timed("filter", convolution.ExpandedFilter, filter => filter.numel()).Dispose();
            }
        }

        return 0;
    }

    private static T Timed<T>(string what, Func<T> make, Func<T, long> size)
    {
        TimeSpan compiled = JitInfo.GetCompilationTime(currentThread: true);
        long start = Stopwatch.GetTimestamp();
        T made = make();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double compiling = (JitInfo.GetCompilationTime(currentThread: true) - compiled).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new ConstructionLine(what, seconds, compiling, size(made))));
        return made;
    }
}

/// <summary>A measurement.</summary>
/// <param name="What">group, cold, warm or filter.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="CompilingSeconds">How much of it .NET took to compile methods at their first call.</param>
/// <param name="Parameters">How many numbers came out.</param>
internal sealed record ConstructionLine(string What, double Seconds, double CompilingSeconds, long Parameters);
