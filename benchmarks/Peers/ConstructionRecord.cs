namespace GCnn.Benchmarks;

/// <summary>A line of a construction file: one case and cache, as benchmarks/peers/README.md describes it.</summary>
internal sealed record ConstructionRecord(
    string Library,
    string Layer,
    string Group,
    int Fields,
    int Size,
    bool Initialize,
    string Cache,
    double? Median,
    double? Min,
    double? Max,
    int Runs,
    double? GroupMedian,
    double? FilterMedian,
    double? CompilingMedian,
    long Parameters,
    int Threads,
    double Limit,
    int Processes,
    int Stopped)
{
    /// <summary>The record of all processes' lines; an array for each process.</summary>
    public static ConstructionRecord Of(ConstructionCase layer, string cache, ConstructionLine[][] processes, double limit)
    {
        ConstructionLine[] all = [.. processes.SelectMany(lines => lines)];
        double[] seconds = Seconds(cache);
        return new(
            $"GCnn {typeof(ConstructionRecord).Assembly.GetName().Version!.ToString(3)}",
            layer.Layer,
            layer.Group,
            layer.Fields,
            layer.Size,
            Initialize: true,
            cache,
            Middle(seconds),
            seconds.Length == 0 ? null : seconds.Min(),
            seconds.Length == 0 ? null : seconds.Max(),
            seconds.Length,
            Middle(Seconds("group")),
            Middle(Seconds("filter")),
            Middle([.. all.Where(line => line.What == cache).Select(line => line.CompilingSeconds)]),
            all.Where(line => line.What == cache).Select(line => line.Parameters).DefaultIfEmpty().Max(),
            Threads: 1,
            limit,
            processes.Length,
            processes.Count(lines => Array.TrueForAll(lines, line => line.What != cache)));

        double[] Seconds(string what) => [.. all.Where(line => line.What == what).Select(line => line.Seconds)];
    }

    private static double? Middle(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
