using System.Diagnostics;
using GCnn.Distributed;

namespace GCnn.Experiments.Scale;

/// <summary>How long a sum over all processes takes, as <c>latency + bytes · perByte</c>: the model of [Thakur2005], section 3.</summary>
/// <param name="Latency">Seconds of a sum of one number.</param>
/// <param name="PerByte">Seconds that each byte more adds to a long one.</param>
internal readonly record struct SumSpeed(double Latency, double PerByte)
{
    private const int Short = 2;
    private const int Long = 1 << 20;
    private const int Times = 21;

    /// <summary>Measures medians of a short sum and of a long one. To be called by all processes.</summary>
    /// <param name="all">The processes.</param>
    public static SumSpeed Of(Communicator all)
    {
        double few = Median(all, Short), many = Median(all, Long);
        return new SumSpeed(few, Math.Max(0, many - few) / ((Long - Short) * sizeof(float)));
    }

    private static double Median(Communicator all, int numbers)
    {
        var values = new float[numbers];
        var seconds = new double[Times];
        for (int i = 0; i < Times; i++)
        {
            all.Barrier();
            long begin = Stopwatch.GetTimestamp();
            all.Sum<float>(values);
            seconds[i] = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        }

        Array.Sort(seconds);
        return seconds[Times / 2];
    }
}
