using System.Text;
using GCnn.Experiments.Data;
using GCnn.Augment;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Support;

/// <summary>A small net with its trainer, on noisy images whose class is their brightest colour.</summary>
internal sealed class MadeTraining : IDisposable
{
    public const int Size = 17;

    private static readonly GalaxySet Set = Coloured(48);

    private readonly GalaxyNet _net;

    public MadeTraining(int seed = 0, int epochs = 3, double learningRate = 0.01, bool augmented = true)
    {
        using var generator = new Generator((ulong)seed);
        _net = new GalaxyNet(PlaneGroup.P4, [2, 2, 2, 2, 3], 3, generator);
        Trainer = new Trainer(
            _net, Set, [.. Enumerable.Range(0, Set.Count)], new TrainingPlan(epochs, 16, seed, learningRate),
            new GalaxyAugmentation(Set.Task, augmented, Size, seed));
    }

    public Trainer Trainer { get; }

    /// <summary>Parameters and buffers, bit by bit.</summary>
    public string State => string.Join('\n', _net.state_dict().Select(entry => $"{entry.Key} {Convert.ToHexString(entry.Value.detach().contiguous().bytes)}"));

    public float[] Predictions => Predictor.Predict(_net, Set, [.. Enumerable.Range(0, Set.Count)], Size, CancellationToken.None).Values;

    /// <summary>Everything that the next epoch depends on.</summary>
    public byte[] Saved()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
            Trainer.Save(writer);
        return stream.ToArray();
    }

    public void Load(byte[] saved)
    {
        using var reader = new BinaryReader(new MemoryStream(saved));
        Trainer.Load(reader);
    }

    /// <summary>Trains, and gives the mean loss of each epoch.</summary>
    public double[] Run(int epochs)
    {
        var losses = new double[epochs];
        for (int i = 0; i < epochs; i++)
            Trainer.RunEpoch(new LastLoss(losses, i), CancellationToken.None);
        return losses;
    }

    public void Dispose()
    {
        Trainer.Dispose();
        _net.Dispose();
    }

    private static GalaxySet Coloured(int count)
    {
        int side = GalaxyData.StoredSize(Size);
        float[] Image(int index)
        {
            var random = new SampleStream(9, 0, index);
            return [.. Enumerable.Range(0, 3 * side * side).Select(i => (float)(random.NextUniform(new Interval(0, 0.4)) + (i / side / side == index % 3 ? 0.4 : 0)))];
        }

        int[] all = [.. Enumerable.Range(0, count)];
        return new GalaxySet(GalaxyTask.Morphology, side, [.. all.Select(i => $"made-{i}")], [.. all.Select(i => i % 3)], [.. all.Select(Image)], []);
    }

    private sealed class LastLoss(double[] losses, int at) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => losses[at] = value.Loss;
    }
}
