using System.Diagnostics;
using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>One of those that do the same work.</summary>
/// <param name="Column">What its time stands for.</param>
/// <param name="Run">Does the work once and says how many milliseconds it took.</param>
public sealed record Contestant(BenchColumn Column, Func<double> Run)
{
    /// <summary>One that runs in this process, with all tensors that it made freed within its time.</summary>
    /// <param name="column">What its time stands for.</param>
    /// <param name="work">Does the work once.</param>
    public static Contestant Here(BenchColumn column, Action work) => new(column, () =>
    {
        long start = Stopwatch.GetTimestamp();
        using (NewDisposeScope())
        {
            work();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });
}
