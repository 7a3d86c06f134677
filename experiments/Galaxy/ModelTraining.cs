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

/// <summary>Trains one model of a run from one seed, and measures it.</summary>
internal sealed class ModelTraining
{
    private readonly GalaxyOptions _options;
    private readonly GalaxyData _data;
    private readonly ConsoleReporter _console;
    private readonly CancellationToken _cancellation;
    private readonly RankGroup _ranks = RankGroup.Current;

    // Ids, labels and pixels: a checkpoint made from other images must not be taken for one made from these.
    private readonly Lazy<string> _trainingChecksum;

    public ModelTraining(GalaxyOptions options, GalaxyData data, ConsoleReporter console, CancellationToken cancellation)
    {
        (_options, _data, _console, _cancellation) = (options, data, console, cancellation);
        _trainingChecksum = new Lazy<string>(() => string.Join(
            ' ', _ranks.Share(data.Set.Checksum(data.Train.Where(image => _ranks.Shard.Holds(data.Set.ObjectIds[image]))))));
    }

    /// <summary>Trains a model from a seed, or goes on with its training, and measures it on the test images.</summary>
    /// <param name="model">The model.</param>
    /// <param name="widths">Its widths.</param>
    /// <param name="config">How it is trained.</param>
    /// <param name="suffix">How the names of its checkpoints end.</param>
    /// <param name="sheet">Gets its answers in all poses; null where it is not shown.</param>
    public ModelRun Run(ModelName model, IReadOnlyList<int> widths, TrainingConfig config, string suffix, PoseSheet? sheet)
    {
        using var scope = NewDisposeScope();
        int outputs = _options.Task.Outputs;
        using var generator = new Generator((ulong)config.Seed);
        using var net = new GalaxyNet(model.Groups, widths, outputs, generator);
        using var view = new LatticeView(model.Groups.Lattice, _options.Size);
        var header = new CheckpointHeader(model, _options.Task, _options.Size, widths);
        using Trainer trainer = Train(header, net, view, config, suffix);
        using IDisposable? measured = trainer.Measured();
        ModelRun run = Measure(model, net, view, trainer) with
        {
            Parameters = WidthSolver.Parameters(model.Groups, widths, outputs),
            MultiplyAdds = WidthSolver.MultiplyAdds(model.Groups, widths, outputs, _options.Size),
            Seed = config.Seed,
            Pictures = ModelPictures.Of(net, view, _data),
        };
        sheet?.Add(model.Name, view.Symmetries, run.Poses);
        return run;
    }

    private ModelRun Measure(ModelName model, GalaxyNet net, LatticeView view, Trainer trainer)
    {
        IReadOnlyList<Logits> all = _console.Measuring(
            model.Name, view.Symmetries, () => Answers(
                _data.TestSet, _data.Test, images => Predictor.Poses(net, _data.TestSet, images, view, _cancellation)));
        Logits[] poses = [.. all.Select(pose => pose.First(_options.Task.Classes.Count))];
        int[] truth = [.. _data.Test.Select(i => _data.TestSet.Classes[i])];
        return new ModelRun(
            model.Name, model.Groups.Last.Name, 0, Scores.Of(poses[0].Predicted, truth), Invariance.Of(view.Symmetries, poses),
            OwnInvariance.Of(view.Symmetries, model.Groups.Last, poses), trainer.Seconds / Math.Max(1, trainer.EpochsDone), trainer.EpochsDone)
        {
            History = [.. trainer.History],
            Symmetries = view.Symmetries,
            Poses = poses,
            Outputs = all[0],
            Truth = truth,
            Rmse = _data.TestSet.Votes is null ? null : VoteError.Rmse(all[0], _data.TestSet, _data.Test),
        };
    }

    private Trainer Train(CheckpointHeader header, GalaxyNet net, LatticeView view, TrainingConfig config, string suffix)
    {
        ModelName model = header.Model;
        var augmentation = new GalaxyAugmentation(_options.Task, model.Augmented, view, config.Seed);
        var data = new GalaxyTrainingData(_data.Set, _data.Train, augmentation, config.Batch, config.Seed, _ranks.Shard);
        using IObjective objective = GalaxyObjective.Of(_data.Set, _data.Train, config.ClassWeights);
        using MpiExchange? exchange = _ranks.Exchange();
        var trainer = new Trainer(net, data, objective, config, exchange);
        CheckpointFolder? folder = _options.Out is null ? null : new CheckpointFolder(
            _options.Out, model.Name + suffix, header, Fingerprint(header, view, config), _options.Keep);
        GoOn(model, folder, trainer, config.Epochs);
        if (!trainer.Finished)
        {
            _console.Training(model.Name, config.Epochs - trainer.EpochsDone, progress => trainer.Train(
                new TrainingHooks
                {
                    Validate = () => Validate(net, view, objective),
                    Progress = progress,
                    EpochDone = progress.EpochDone,
                    Checkpoint = folder is null || !_ranks.IsFirst ? null : folder.Save,
                    CheckpointEvery = TimeSpan.FromSeconds(_options.SaveEvery),
                },
                _cancellation));
        }

        if (_ranks.IsFirst)
        {
            folder?.Finish(trainer.State());
        }

        _console.Loading(model.Name, data.Loading);
        return trainer;
    }

    private string Fingerprint(CheckpointHeader header, LatticeView view, TrainingConfig config) => Checkpoint.Fingerprint(
        $"{header}", _trainingChecksum.Value, $"{view}", config.ToJson().ToJsonString(), $"{_options.Threads}", Provenance.Version);

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

    private IReadOnlyDictionary<string, double> Validate(GalaxyNet net, LatticeView view, IObjective objective) => Validation.Of(
        Answers(_data.Set, _data.Validation, images => [Predictor.Predict(net, _data.Set, images, view, _cancellation)])[0],
        objective, _data.Set, _data.Validation);

    /// <summary>A net's answers about images, of which each rank looks at its own.</summary>
    private IReadOnlyList<Logits> Answers(GalaxySet set, IReadOnlyList<int> images, Func<int[], IReadOnlyList<Logits>> answers) =>
        _ranks.Answers(
            [.. images.Select(image => set.ObjectIds[image])], set.Task.Outputs,
            places => answers([.. places.Select(place => images[place])]));
}
