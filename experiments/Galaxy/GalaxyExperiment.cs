using GCnn.Data;
using GCnn.Distributed;
using GCnn.Experiments.Data;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Models;
using GCnn.Experiments.Ranks;
using GCnn.Experiments.Reports;
using GCnn.Experiments.Reports.Html;
using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Galaxy;

/// <summary>
/// The question: at equal parameters and equal training, what does it bring to share weights over a plane group, compared
/// with showing a plain CNN the moved images? And does the answer depend on how the galaxy lies on the sky?
/// </summary>
public sealed class GalaxyExperiment
{
    private readonly GalaxyOptions _options;
    private readonly GalaxyData _data;
    private readonly ConsoleReporter _console;
    private readonly CancellationToken _cancellation;
    private readonly RankGroup _ranks = RankGroup.Current;

    // Ids, labels and pixels: a checkpoint made from other images must not be taken for one made from these.
    private readonly Lazy<string> _trainingChecksum;

    private GalaxyExperiment(GalaxyOptions options, GalaxyData data, ConsoleReporter console, CancellationToken cancellation)
    {
        (_options, _data, _console, _cancellation) = (options, data, console, cancellation);
        _trainingChecksum = new Lazy<string>(() => string.Join(
            ' ', _ranks.Share(data.Set.Checksum(data.Train.Where(image => _ranks.Shard.Holds(data.Set.ObjectIds[image]))))));
    }

    /// <summary>Trains and measures every model, prints the table and writes the results.</summary>
    /// <param name="options">What to compute.</param>
    /// <param name="cancellation">Stops the run; with <c>--out</c> what was done stays.</param>
    public static void Run(GalaxyOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var console = new ConsoleReporter();
        set_num_threads(options.Threads);
        try
        {
            Outputs.Check(options);
            using GalaxyData data = GalaxyData.Load(options, console, cancellation);
            options = options with { Task = data.Set.Task };
            console.Data(options, data);
            if (RankGroup.Current.IsFirst)
            {
                Outputs.Prepare(options);
            }

            new GalaxyExperiment(options, data, console, cancellation).Run();
        }
        catch (OperationCanceledException stopped)
        {
            throw new OperationCanceledException(
                options.Out is null
                    ? "Stopped; nothing was kept. With --out DIR a stopped run can go on."
                    : $"Stopped; what was done is in {options.Out}. The same command goes on from there.",
                stopped);
        }
    }

    private void Run()
    {
        var runs = new List<ModelRun>();
        var sheet = new PoseSheet(_data, _options);
        int epochs = _options.EpochsFor(_data.Train.Count);
        foreach (ModelName model in _options.Models)
        {
            runs.Add(Run(model, epochs, "", sheet));
        }

        _console.Table(_options.EqualTime ? "equal parameters and epochs:" : null, runs);
        if (_options.EqualTime)
        {
            runs.AddRange(RunAsLong(runs));
        }

        if (!_ranks.IsFirst)
        {
            return;
        }

        var result = new GalaxyResult(_options, _data, runs);
        if (_options.Out is not null)
        {
            sheet.Write(Path.Combine(_options.Out, "poses.png"));
            result.Write(Path.Combine(_options.Out, "results.json"));
        }

        if (_options.Json is not null)
        {
            result.Write(_options.Json);
        }

        if (_options.Out is not null)
        {
            // Last: if it fails, the results are kept.
            new HtmlReport(_options, _data, runs).Write(Path.Combine(_options.Out, "report.html"));
            _console.Wrote(_options.Out, "results.json", "poses.png", "report.html");
        }
    }

    /// <summary>Trains the faster models again, for as long as the slowest took; shows them with the slowest.</summary>
    private List<ModelRun> RunAsLong(IReadOnlyList<ModelRun> runs)
    {
        double longest = runs.Max(run => run.SecondsPerEpoch * run.Epochs);
        List<ModelRun> all = [];
        foreach ((ModelName model, ModelRun run) in _options.Models.Zip(runs))
        {
            int epochs = _ranks.OfFirst((int)Math.Round(longest / run.SecondsPerEpoch));
            all.Add(epochs > run.Epochs ? Run(model, epochs, ".time", sheet: null) : run);
        }

        _console.Table($"equal parameters and time, {longest:0} seconds of training:", all);
        return [.. all.Except(runs)];
    }

    private ModelRun Run(ModelName model, int epochs, string suffix, PoseSheet? sheet)
    {
        using var scope = NewDisposeScope();
        int classes = _options.Task.Classes.Count;
        int[] widths = WidthSolver.Solve(model.Groups, classes, _options.Parameters);
        using var generator = new Generator((ulong)_options.Seed);
        using var net = new GalaxyNet(model.Groups, widths, classes, generator);
        using var view = new LatticeView(model.Groups.Lattice, _options.Size);
        using Trainer trainer = Train(new CheckpointHeader(model, _options.Task, _options.Size, widths), net, view, epochs, suffix);

        IReadOnlyList<Logits> poses = _console.Measuring(
            model.Name, view.Symmetries, () => Answers(
                _data.TestSet, _data.Test, images => Predictor.Poses(net, _data.TestSet, images, view, _cancellation)));
        int[] truth = [.. _data.Test.Select(i => _data.TestSet.Classes[i])];
        sheet?.Add(model.Name, view.Symmetries, poses);
        return new ModelRun(
            model.Name, model.Groups.Last.Name, WidthSolver.Parameters(model.Groups, widths, classes), Scores.Of(poses[0].Predicted, truth),
            Invariance.Of(view.Symmetries, poses), OwnInvariance.Of(view.Symmetries, model.Groups.Last, poses),
            trainer.Seconds / Math.Max(1, trainer.EpochsDone), epochs)
        {
            Seed = _options.Seed, History = trainer.History, Symmetries = view.Symmetries, Poses = poses, Truth = truth,
            Pictures = ModelPictures.Of(net, view, _data),
        };
    }

    private Trainer Train(CheckpointHeader header, GalaxyNet net, LatticeView view, int epochs, string suffix)
    {
        ModelName model = header.Model;
        TrainingConfig config = new() { Epochs = epochs, Batch = _options.BatchFor(_data.Train.Count), Seed = _options.Seed };
        var augmentation = new GalaxyAugmentation(_options.Task, model.Augmented, view, _options.Seed);
        var data = new GalaxyTrainingData(_data.Set, _data.Train, augmentation, config.Batch, config.Seed, _ranks.Shard);
        using Classification objective = data.Classes(config.ClassWeights);
        using MpiExchange? exchange = _ranks.Exchange();
        var trainer = new Trainer(net, data, objective, config, exchange);
        string fingerprint = _options.Out is null ? "" : Checkpoint.Fingerprint(
            _options.Task.Name, model.Name, _trainingChecksum.Value, $"{view}", $"{_options.Parameters}", config.ToJson().ToJsonString(),
            $"{_options.Threads}", Provenance.Version);
        CheckpointFolder? folder = _options.Out is null
            ? null
            : new CheckpointFolder(_options.Out, model.Name + suffix, header, fingerprint, _options.Keep);
        GoOn(model, folder, trainer, epochs);

        _console.Training(model.Name, epochs - trainer.EpochsDone, progress => trainer.Train(
            new TrainingHooks
            {
                Validate = () => Validate(net, view),
                Progress = progress,
                EpochDone = progress.EpochDone,
                Checkpoint = folder is null || !_ranks.IsFirst ? null : folder.Save,
                CheckpointEvery = TimeSpan.FromSeconds(_options.SaveEvery),
            },
            _cancellation));
        if (_ranks.IsFirst)
        {
            folder?.Finish(trainer.State());
        }

        _console.Loading(model.Name, data.Loading);
        return trainer;
    }

    private void GoOn(ModelName model, CheckpointFolder? folder, Trainer trainer, int epochs)
    {
        if (folder is null)
        {
            return;
        }

        Resumption found = folder.Resume(trainer.Restore);
        IReadOnlyList<long> steps = _ranks.Share(found.From is null ? -1 : trainer.StepsDone);
        if (steps.Any(done => done != steps[0]))
        {
            throw new DataException(
                $"Not every rank sees the checkpoints in {_options.Out} that rank 0 does; --out must be a folder that all machines share.");
        }

        foreach (string sentence in found.Damaged)
        {
            _console.Damaged(model.Name, sentence);
        }

        if (found.From is not null)
        {
            _console.Resuming(model.Name, trainer.EpochsDone, epochs, trainer.Step);
        }
        else if (found.Others is { } others)
        {
            _console.StartingAnew(model.Name, others);
        }
    }

    private Dictionary<string, double> Validate(GalaxyNet net, LatticeView view)
    {
        Scores scores = Scores.Of(
            Answers(_data.Set, _data.Validation, images => [Predictor.Predict(net, _data.Set, images, view, _cancellation)])[0].Predicted,
            [.. _data.Validation.Select(i => _data.Set.Classes[i])]);
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [Metric.Accuracy.Name] = scores.Accuracy, [Metric.BalancedAccuracy.Name] = scores.BalancedAccuracy,
        };
    }

    /// <summary>A net's answers about images, of which each rank looks at its own.</summary>
    private IReadOnlyList<Logits> Answers(GalaxySet set, IReadOnlyList<int> images, Func<int[], IReadOnlyList<Logits>> answers) =>
        _ranks.Answers(
            [.. images.Select(image => set.ObjectIds[image])], set.Task.Classes.Count,
            places => answers([.. places.Select(place => images[place])]));
}
