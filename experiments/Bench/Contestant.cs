using System.Diagnostics;
using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>One of those that do the same work.</summary>
/// <param name="Column">What its time stands for.</param>
/// <param name="Run">Does the work once and says how many milliseconds it took.</param>
internal sealed record Contestant(BenchColumn Column, Func<double> Run)
{
    /// <summary>One that runs in this process, with all tensors that it made freed within its time.</summary>
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

/// <summary>Who a time is of.</summary>
internal enum BenchColumn
{
    /// <summary>Our group-Fourier route.</summary>
    Fourier,

    /// <summary>Our expanded route.</summary>
    Expanded,

    /// <summary>The plain layer or net, with channels before pixels.</summary>
    PlainChannelsFirst,

    /// <summary>The same with channels after pixels in memory.</summary>
    PlainChannelsLast,

    /// <summary>Another library.</summary>
    Peer,
}
