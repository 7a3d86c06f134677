using System.Diagnostics;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Galaxy;

/// <summary>Measures how long a training step of a net takes, beside one of the reference net: in turn, so that both have the same machine.
/// </summary>
internal sealed class StepTimer : IDisposable
{
    private const int Rounds = 5;

    private readonly GalaxyOptions _options;
    private readonly GalaxyData _data;
    private readonly CancellationToken _cancellation;
    private readonly Contestant _reference;

    public StepTimer(
        ModelName reference, IReadOnlyList<int> widths, GalaxyOptions options, GalaxyData data, CancellationToken cancellation)
    {
        (_options, _data, _cancellation) = (options, data, cancellation);
        _reference = new Contestant(this, reference, widths);
    }

    /// <summary>The median time of a step of a net over that of the reference.</summary>
    public double Ratio(ModelName model, IReadOnlyList<int> widths)
    {
        using var candidate = new Contestant(this, model, widths);
        (double[] own, double[] other) = (new double[Rounds], new double[Rounds]);
        candidate.Seconds();
        _reference.Seconds();
        for (int round = 0; round < Rounds; round++)
        {
            _cancellation.ThrowIfCancellationRequested();
            (own[round], other[round]) = (candidate.Seconds(), _reference.Seconds());
        }

        return own.Order().ElementAt(Rounds / 2) / other.Order().ElementAt(Rounds / 2);
    }

    public void Dispose() => _reference.Dispose();

    /// <summary>A net with all that a step needs; steps go round the training images again and again.</summary>
    private sealed class Contestant : IDisposable
    {
        private readonly GalaxyNet _net;
        private readonly LatticeView _view;
        private readonly IObjective _objective;
        private readonly Trainer _trainer;

        public Contestant(StepTimer timer, ModelName model, IReadOnlyList<int> widths)
        {
            (GalaxyOptions options, GalaxyData data) = (timer._options, timer._data);
            TrainingConfig config = options.TrainingFor(data.Train.Count, options.Seed);
            using var generator = new Generator((ulong)options.Seed);
            _net = new GalaxyNet(model.Groups, widths, options.Task.Outputs, generator);
            _view = new LatticeView(model.Groups.Lattice, options.Size);
            _objective = GalaxyObjective.Of(data.Set, data.Train, config.ClassWeights);
            int[] few = [.. data.Train.Take(config.Batch)];
            var augmentation = new GalaxyAugmentation(options.Task, model.Augmented, _view, options.Seed);
            var steps = new GalaxyTrainingData(data.Set, few, augmentation, config.Batch, config.Seed);
            config = config with { Epochs = 10_000, EarlyStopping = null, Schedule = new ConstantSchedule() };
            _trainer = new Trainer(_net, steps, _objective, config);
        }

        /// <summary>The seconds of one step, with the loading and augmentation that belong to it.</summary>
        public double Seconds()
        {
            long began = Stopwatch.GetTimestamp();
            _trainer.RunEpoch(TrainingHooks.None, CancellationToken.None);
            return Stopwatch.GetElapsedTime(began).TotalSeconds;
        }

        public void Dispose()
        {
            _trainer.Dispose();
            _objective.Dispose();
            _view.Dispose();
            _net.Dispose();
        }
    }
}
