using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using GCnn.Data;
using GCnn.Distributed;
using GCnn.Experiments.Ranks;
using static TorchSharp.torch;

namespace GCnn.Experiments.Scale;

/// <summary>
/// What each process of a job does: the training as it is, in float64, not overlapped, and broken; rank 0 writes the figures.
/// </summary>
internal static class ScaleRank
{
    /// <summary>Trains and measures.</summary>
    /// <param name="options">What is compared.</param>
    /// <param name="file">Where rank 0 writes.</param>
    public static void Run(ScaleOptions options, string file)
    {
        MpiWorld world = MpiWorld.Start();
        Communicator all = world.All;
        RankGroup ranks = RankGroup.Current;
        using var training = new ScaleTraining(options);
        (double[][] weights, double step, ExchangeCost cost) = Trained(training, all);
        (double[][] later, _, ExchangeCost laterCost) = Trained(training, all, overlapped: false);
        (double[][] wide, _, _) = Trained(training, all, ScalarType.Float64);
        (double[][] broken, _, _) = Trained(training, all, ScalarType.Float64, statistics: false);
        SumSpeed speed = SumSpeed.Of(all);
        string[] hashes = [.. ranks.Share(Hash(weights))];
        double steps = cost.Steps;
        var figures = new ScaleFigures(
            wide, weights, Array.TrueForAll(hashes, hash => hash == hashes[0]), Hash(weights) == Hash(later), broken, step, cost.Waiting / steps,
            laterCost.Waiting / steps, cost.Statistics / steps, cost.Packing / steps, cost.Buckets / steps, cost.Early / steps,
            cost.Done / steps, cost.Bytes / steps, cost.StatisticsSums / steps, speed.Latency, speed.PerByte);
        if (ranks.IsFirst)
        {
            AtomicFile.Write(file, stream => JsonSerializer.Serialize(stream, figures));
        }

        world.Dispose();
    }

    private static (double[][] Weights, double Step, ExchangeCost Cost) Trained(
        ScaleTraining training, Communicator all, ScalarType type = ScalarType.Float32, bool overlapped = true, bool statistics = true)
    {
        using var exchange = new MpiExchange(all, overlapped: overlapped);
        return training.Run(type, exchange, statistics);
    }

    private static string Hash(double[][] weights) => Convert.ToHexStringLower(
        SHA256.HashData(MemoryMarshal.AsBytes<double>(weights.SelectMany(numbers => numbers).ToArray())));
}
