using GCnn.Augment;
using GCnn.Data;
using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Support;

/// <summary>A small net of ordinary layers, one of which draws random numbers, with numbers to learn from: nothing of galaxies.</summary>
internal sealed class MadeProblem : IDisposable
{
    public const int Steps = 3;

    public MadeProblem(TrainingConfig config)
    {
        random.manual_seed(7);
        Net = nn.Sequential(
            ("first", nn.Linear(6, 8)), ("norm", nn.BatchNorm1d(8)), ("act", nn.ReLU()), ("drop", nn.Dropout(0.2)), ("last", nn.Linear(8, 3)));
        Objective = new Classification([3, 2, 1], config.ClassWeights);
        Trainer = new Trainer(Net, new Numbers(config.Seed), Objective, config);
    }

    public nn.Module<Tensor, Tensor> Net { get; }

    public Classification Objective { get; }

    public Trainer Trainer { get; }

    /// <summary>Everything of the state, bit by bit.</summary>
    public string State
    {
        get
        {
            TrainerState state = Trainer.State();
            var progress = state.Progress.DeepClone().AsObject();
            foreach (System.Text.Json.Nodes.JsonNode? record in progress["history"]!.AsArray())
                record!["seconds"] = 0;
            progress["seconds"] = 0;
            return progress.ToJsonString() + string.Join('\n', state.Tensors.Select(t => $"{t.Key} {Bits(t.Value)}"));
        }
    }

    /// <summary>The net's own numbers, bit by bit.</summary>
    public string Weights => MadeTraining.StateOf(Net);

    public static string Bits(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return Convert.ToHexString(tensor.detach().contiguous().bytes);
    }

    /// <summary>A copy of a state, as a file would hold it.</summary>
    public static TrainerState Copy(TrainerState state) => new(
        state.Tensors.ToDictionary(t => t.Key, t => t.Value.detach().clone(), StringComparer.Ordinal),
        System.Text.Json.Nodes.JsonNode.Parse(state.Progress.ToJsonString())!.AsObject());

    /// <summary>Trains for some steps, or to the end.</summary>
    public void Run(int steps = int.MaxValue, Func<IReadOnlyDictionary<string, double>>? validate = null)
    {
        using var stop = new CancellationTokenSource();
        var hooks = new TrainingHooks { Progress = new After(steps, stop), Validate = validate ?? (() => Validation(Trainer.EpochsDone)) };
        if (steps > 0)
            Record.Exception(() => Trainer.Train(hooks, stop.Token));
    }

    /// <summary>A validation that is best after the second epoch.</summary>
    public static Dictionary<string, double> Validation(int epoch) =>
        new(StringComparer.Ordinal) { ["loss"] = Math.Abs(epoch - 1) + 0.5, ["accuracy"] = 0.25 };

    public void Dispose()
    {
        Trainer.Dispose();
        Objective.Dispose();
        Net.Dispose();
    }

    private sealed class After(int steps, CancellationTokenSource stop) : IProgress<EpochReport>
    {
        private int _left = steps;

        public void Report(EpochReport value)
        {
            if (--_left == 0)
                stop.Cancel();
        }
    }

    private sealed class Numbers(int seed) : ITrainingData
    {
        public int Steps => MadeProblem.Steps;

        public LoaderStatistics Loading => default;

        public IEnumerable<TrainingBatch> Batches(int epoch, int firstStep, CancellationToken cancellation)
        {
            for (int step = firstStep; step < Steps; step++)
            {
                var stream = new SampleStream(seed, epoch, step);
                float[] numbers = [.. Enumerable.Range(0, 5 * 6).Select(_ => (float)stream.NextUniform(new Interval(-1, 1)))];
                yield return new TrainingBatch(tensor(numbers, [5, 6]), tensor([.. Enumerable.Range(0, 5).Select(i => (long)((i + step) % 3))]));
            }
        }
    }
}
