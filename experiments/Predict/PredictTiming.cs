using System.Diagnostics;
using static TorchSharp.torch;

namespace GCnn.Experiments.Predict;

/// <summary>How much of the speed of bare forward passes is left when images are read, answers written and rows kept: all in turn, round
/// after round, on the same images.</summary>
/// <param name="predictor">Asks the net.</param>
/// <param name="poses">The poses.</param>
/// <param name="options">Batch and threads.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class PredictTiming(BatchPredictor predictor, PoseSet poses, PredictOptions options, CancellationToken cancellation)
{
    /// <summary>Images of a round, at most.</summary>
    public const int MostImages = 512;

    private const int Rounds = 5;

    /// <summary>Measures.</summary>
    /// <param name="count">The images of a round.</param>
    /// <param name="predict">Predicts them, with everything that belongs to it.</param>
    /// <param name="images">Reads them, one after another, and nothing else.</param>
    /// <returns>The medians, as seconds of a round.</returns>
    public (double Predict, double Batches, double Threads, double Reading) Measure(int count, Action predict, Action<int> images)
    {
        int batches = (count + options.Batch - 1) / options.Batch;
        Action[] contestants = [predict, () => BatchOnEach(batches), () => OneOnAll(batches), () => Read(count, images)];
        List<double>[] seconds = [.. contestants.Select(_ => new List<double>())];
        for (int round = -1; round < Rounds; round++)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                long began = Stopwatch.GetTimestamp();
                contestants[i]();
                if (round >= 0)
                {
                    seconds[i].Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
                }
            }
        }

        double[] medians = Array.ConvertAll(seconds, Bench.Rounds.Median);
        return (medians[0], medians[1], medians[2], medians[3]);
    }

    /// <summary>Forward passes of batches that are there, a batch on each thread, as prediction does them.</summary>
    private void BatchOnEach(int batches)
    {
        int next = 0;
        void Work()
        {
            using IDisposable noGrad = no_grad();
            using var scope = NewDisposeScope();
            Tensor[] seen = Seen();
            while (Interlocked.Increment(ref next) <= batches)
            {
                Forward(seen);
            }
        }

        WithThreads(1, () =>
        {
            Thread[] threads = [.. Enumerable.Range(0, options.Threads).Select(_ => new Thread(Work))];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        });
    }

    /// <summary>Forward passes of batches that are there, one after another, each on all threads.</summary>
    private void OneOnAll(int batches) => WithThreads(options.Threads, () =>
    {
        using IDisposable noGrad = no_grad();
        using var scope = NewDisposeScope();
        Tensor[] seen = Seen();
        for (int i = 0; i < batches; i++)
        {
            Forward(seen);
        }
    });

    private static void Read(int count, Action<int> images)
    {
        for (int i = 0; i < count; i++)
        {
            images(i);
        }
    }

    private Tensor[] Seen()
    {
        Tensor seen = poses.View(predictor.Blank().uniform_(0, 1));
        return [.. Enumerable.Range(0, poses.Count).Select(pose => poses.Move(seen, pose))];
    }

    private void Forward(Tensor[] seen)
    {
        foreach (Tensor pose in seen)
        {
            using var scope = NewDisposeScope();
            predictor.Forward(pose);
        }
    }

    private static void WithThreads(int count, Action work)
    {
        int before = get_num_threads();
        set_num_threads(count);
        try
        {
            work();
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
