using System.Runtime.ExceptionServices;

namespace GCnn.Experiments.Data;

/// <summary>A parallel loop that throws what its body threw, not a bundle of it.</summary>
internal static class Threads
{
    public static void For(int count, int threads, Action<int> body, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, count, options, body);
        }
        catch (AggregateException bundle)
        {
            ExceptionDispatchInfo.Throw(bundle.InnerExceptions[0]);
        }
    }
}
