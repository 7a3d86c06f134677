using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using GCnn.Experiments.Ranks;
using GCnn.Experiments.Reports;
using GCnn.Experiments.Reports.Html;
using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Galaxy;

/// <summary>
/// The question: at an equal budget and equal training, what does it bring to share weights over a plane group, compared
/// with showing a plain CNN the moved images? And does the answer depend on how the galaxy lies on the sky?
/// </summary>
public sealed class GalaxyExperiment
{
    private readonly GalaxyOptions _options;
    private readonly GalaxyData _data;
    private readonly ConsoleReporter _console;
    private readonly ModelTraining _training;
    private readonly RankGroup _ranks = RankGroup.Current;

    private GalaxyExperiment(GalaxyOptions options, GalaxyData data, ConsoleReporter console, CancellationToken cancellation)
    {
        (_options, _data, _console) = (options, data, console);
        _training = new ModelTraining(options, data, console, cancellation);
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

            options = ModelWidths.Solved(options, data, console, cancellation);
            console.Configuration(RunConfig.ToJson(options, data.Train.Count));
            if (options.Out is not null && RankGroup.Current.IsFirst)
            {
                JsonFile.Write(Path.Combine(options.Out, RunConfig.FileName), RunConfig.ToJson(options, data.Train.Count));
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
        _console.Plan([.. _options.Seeds.SelectMany(_ => _options.Models).Select(model => Cost(model, Epochs))]);
        foreach (int seed in _options.Seeds)
        {
            runs.AddRange(_options.Models.Select(model => Run(model, seed, Epochs, "", seed == _options.Seeds[0] ? sheet : null)));
        }

        _console.Table(_options.EqualTime ? "equal parameters and epochs:" : null, ModelSummary.Of(runs));
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

    private int Epochs => _options.EpochsFor(_data.Train.Count);

    /// <summary>Trains the faster models again, for as long as the slowest took; shows them with the slowest.</summary>
    private List<ModelRun> RunAsLong(IReadOnlyList<ModelRun> runs)
    {
        double Seconds(IEnumerable<ModelRun> of) => of.Average(run => run.SecondsPerEpoch);
        ILookup<string, ModelRun> ofModel = runs.ToLookup(run => run.Model);
        double longest = ofModel.Max(model => model.Average(run => run.SecondsPerEpoch * run.Epochs));
        (ModelName Model, int Epochs)[] again =
        [
            .. _options.Models
                .Select(model => (model, _ranks.OfFirst((int)Math.Round(longest / Seconds(ofModel[model.Name])))))
                .Where(pair => pair.Item2 > ofModel[pair.model.Name].Max(run => run.Epochs)),
        ];
        _console.Plan([.. _options.Seeds.SelectMany(_ => again).Select(pair => Cost(pair.Model, pair.Epochs))]);
        List<ModelRun> longer = [];
        foreach (int seed in _options.Seeds)
        {
            longer.AddRange(again.Select(pair => Run(pair.Model, seed, pair.Epochs, ".time", sheet: null)));
        }

        IEnumerable<ModelRun> all = _options.Models.SelectMany(
            model => longer.Where(run => run.Model == model.Name) is var own && own.Any() ? own : ofModel[model.Name]);
        _console.Table($"equal parameters and time, {longest:0} seconds of training:", ModelSummary.Of([.. all]));
        return longer;
    }

    private ModelRun Run(ModelName model, int seed, int epochs, string suffix, PoseSheet? sheet)
    {
        TrainingConfig config = _options.TrainingFor(_data.Train.Count, seed) with { Epochs = epochs };
        string of = _options.Seeds.Count > 1 ? $"-seed{seed}{suffix}" : suffix;
        ModelRun run = _training.Run(model, _options.Widths[model.Name], config, of, sheet);
        _console.TrainingDone();
        return run;
    }

    // What a training takes, in multiply-adds: the measure of how much of a run is done.
    private double Cost(ModelName model, int epochs) => (double)epochs * WidthSolver.MultiplyAdds(
        model.Groups, _options.Widths[model.Name], _options.Task.Outputs, _options.Size);
}
