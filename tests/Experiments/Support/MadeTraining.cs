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

    private static readonly GalaxySet Set = Coloured(48, GalaxyTask.Morphology);

    private readonly GalaxyNet _net;
    private readonly LatticeView _view;
    private readonly IObjective _objective;

    public MadeTraining(
        int seed = 0, int epochs = 3, double learningRate = 0.01, bool augmented = true, GroupChain? group = null, TrainingConfig? config = null)
    {
        config ??= new TrainingConfig { Epochs = epochs, Batch = 16, Seed = seed, Optimizer = new AdamWConfig(learningRate) };
        using var generator = new Generator((ulong)seed);
        group ??= PlaneGroup.P4;
        _net = new GalaxyNet(group, [2, 2, 2, 2, 3], 3, generator);
        _view = new LatticeView(group.Lattice, Size);
        var data = new GalaxyTrainingData(Set, All, new GalaxyAugmentation(Set.Task, augmented, _view, seed), config.Batch, config.Seed);
        _objective = GalaxyObjective.Of(Set, All, config.ClassWeights);
        Trainer = new Trainer(_net, data, _objective, config);
    }

    private static int[] All => [.. Enumerable.Range(0, Set.Count)];

    public Trainer Trainer { get; }

    /// <summary>What the net is, for a checkpoint.</summary>
    public static CheckpointHeader Header { get; } = new(ModelName.ParseList("p4+aug")[0], GalaxyTask.Morphology, Size, [2, 2, 2, 2, 3]);

    /// <summary>Parameters and buffers, bit by bit.</summary>
    public string State => StateOf(_net);

    public float[] Predictions => Predictor.Predict(_net, Set, All, _view, CancellationToken.None).Values;

    /// <summary>How its answers to the training images change under every symmetry of its lattice.</summary>
    public Invariance Invariance => Invariance.Of(_view.Symmetries, Predictor.Poses(_net, Set, All, _view, CancellationToken.None));

    /// <summary>Everything that the next epoch depends on.</summary>
    public TrainerState Saved()
    {
        TrainerState state = Trainer.State();
        return new TrainerState(
            state.Tensors.ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope()),
            state.Progress.DeepClone().AsObject());
    }

    public static string StateOf(nn.Module net) => string.Join(
        '\n', net.state_dict().Select(entry => $"{entry.Key} {Convert.ToHexString(entry.Value.detach().contiguous().bytes)}"));

    public void Load(TrainerState saved) => Trainer.Restore(saved);

    /// <summary>Trains, and gives the mean loss of each epoch.</summary>
    public double[] Run(int epochs)
    {
        var losses = new double[epochs];
        for (int i = 0; i < epochs; i++)
            Trainer.RunEpoch(new TrainingHooks { Progress = new LastLoss(losses, i) }, CancellationToken.None);
        return losses;
    }

    public void Dispose()
    {
        Trainer.Dispose();
        _objective.Dispose();
        _net.Dispose();
        _view.Dispose();
    }

    /// <summary>Noisy images, each of the classes in turn brighter in a colour of its own.</summary>
    public static GalaxySet Coloured(int count, GalaxyTask task)
    {
        int side = GalaxyData.StoredSize(Size);
        float[] Image(int index)
        {
            var random = new SampleStream(9, 0, index);
            double Brightness(int i) => i / side / side == index % task.Classes.Count ? 0.4 : 0;
            return [.. Enumerable.Range(0, 3 * side * side).Select(i => (float)(random.NextUniform(new Interval(0, 0.4)) + Brightness(i)))];
        }

        int[] all = [.. Enumerable.Range(0, count)];
        int[] classes = [.. all.Select(i => i % task.Classes.Count)];
        return new GalaxySet(task, side, [.. all.Select(i => $"made-{i}")], classes, [.. all.Select(Image)], []);
    }

    private sealed class LastLoss(double[] losses, int at) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => losses[at] = value.Loss;
    }
}
