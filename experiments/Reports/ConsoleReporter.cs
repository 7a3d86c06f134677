using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Distributed;
using GCnn.Experiments.Data;
using GCnn.Experiments.Galaxy;
using GCnn.Groups;
using Spectre.Console;

namespace GCnn.Experiments.Reports;

/// <summary>Tells on the console how a run goes: live bars on a terminal, plain lines elsewhere.</summary>
public sealed class ConsoleReporter
{
    // No line of a log is this long, so none is wrapped.
    private const int LogWidth = 10_000;

    // What is typed after --models stands there as it was typed.
    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });

    private RunClock? _clock;

    /// <summary>A reporter for the console as it is now.</summary>
    public ConsoleReporter()
    {
        if (!Live)
        {
            _console.Profile.Width = LogWidth;
        }
    }

    // What mpirun gives its processes looks like a terminal, whatever becomes of it.
    private bool Live => !Launch.Current.IsParallel && _console.Profile.Capabilities.Interactive && _console.Profile.Capabilities.Ansi;

    /// <summary>Shows the loading of images.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="load">Does it.</param>
    public GalaxySet Loading(string what, Func<IProgress<LoadProgress>, GalaxySet> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        GalaxySet? set = null;
        if (Live)
        {
            Bars().Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(what));
                set = load(new Relay<LoadProgress>(p => Move(bar, p.Done, p.Total)));
            });
        }
        else
        {
            Line($"{what} ...");
            set = load(new Relay<LoadProgress>(_ => { }));
        }

        foreach (string skipped in set!.Skipped)
        {
            Line($"skipped: {skipped}");
        }

        return set;
    }

    /// <summary>Says what there is to learn from.</summary>
    /// <param name="options">The options.</param>
    /// <param name="data">The data.</param>
    public void Data(GalaxyOptions options, GalaxyData data)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(data);
        string classes = string.Join(", ", options.Task.Classes.Select((name, c) => $"{name} {data.Set.ClassCounts[c]}"));
        Line($"{options.Task}: {data.Train.Count} training, {data.Validation.Count} validation, {data.Test.Count} test images ({classes})");
        if (!data.Set.InMemory)
        {
            Line("the images do not fit into the memory they may take (--memory); they are read again each epoch");
        }
    }

    /// <summary>Prints the configuration of a run, in a line.</summary>
    /// <param name="config">The configuration.</param>
    public void Configuration(JsonObject config)
    {
        ArgumentNullException.ThrowIfNull(config);
        Line($"configuration: {config.ToJsonString(AsTyped)}");
    }

    /// <summary>Says what widths a budget of time has given a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="reference">The model it was measured beside.</param>
    /// <param name="widths">Its widths.</param>
    /// <param name="ratio">The time of a training step over that of the reference.</param>
    public void Timed(string model, string reference, IReadOnlyList<int> widths, double ratio) =>
        Line($"{model}: widths {string.Join(',', widths)}, a training step takes {ratio:0.00} of one of {reference}");

    /// <summary>Gets to know the trainings that are to come, so that the time left can be said.</summary>
    /// <param name="costs">What each takes, in any unit, in their order.</param>
    public void Plan(IReadOnlyList<double> costs) => _clock = new RunClock(costs);

    /// <summary>Says that a model goes on from a checkpoint.</summary>
    /// <param name="model">The model.</param>
    /// <param name="done">Epochs that are done.</param>
    /// <param name="epochs">All epochs.</param>
    /// <param name="steps">Steps that are done of the next.</param>
    public void Resuming(string model, int done, int epochs, int steps = 0)
    {
        string more = steps == 0 ? "" : $" and {steps} {(steps == 1 ? "step" : "steps")}";
        Line($"{model}: {done} of {epochs} epochs{more} are done, from its checkpoint");
    }

    /// <summary>Says that a model's checkpoint cannot be used.</summary>
    /// <param name="model">The model.</param>
    /// <param name="sentence">Which, why, and what is done instead.</param>
    public void Damaged(string model, string sentence) => Line($"{model}: {sentence}");

    /// <summary>Says that a model's checkpoint belongs to another run and is not gone on from.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The checkpoint.</param>
    public void StartingAnew(string model, string path) =>
        Line($"{model}: {path} is of a run with other options, data or version; training starts anew and replaces it");

    /// <summary>Shows a model's training.</summary>
    /// <param name="model">The model.</param>
    /// <param name="epochs">Epochs to go.</param>
    /// <param name="train">Does it.</param>
    public void Training(string model, int epochs, Action<TrainingProgress> train)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (epochs == 0)
        {
            return;
        }

        if (Live)
        {
            Bars().Start(context => train(new TrainingProgress(model, context.AddTask(model, maxValue: epochs), Line, _clock)));
        }
        else
        {
            train(new TrainingProgress(model, null, Line, _clock));
        }
    }

    /// <summary>Says that a model's training is done, so that the next of the plan is the one under way.</summary>
    public void TrainingDone() => _clock?.Next();

    /// <summary>Says how loading kept up with a model's training.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loading">How the loader did, batch by batch.</param>
    public void Loading(string model, LoaderStatistics loading)
    {
        if (loading.Delivered > 0)
        {
            Line($"{model}: loader idle {100 * loading.IdleFraction:0.0} % of a step");
        }
    }

    /// <summary>Shows that a model is being measured.</summary>
    /// <typeparam name="T">What is measured.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="symmetries">The group that moves the images.</param>
    /// <param name="measure">Does it.</param>
    public T Measuring<T>(string model, PlaneGroup symmetries, Func<T> measure)
    {
        ArgumentNullException.ThrowIfNull(symmetries);
        ArgumentNullException.ThrowIfNull(measure);
        Line($"{model}: measuring on the test images in the {symmetries.Order} poses of {symmetries}");
        return measure();
    }

    /// <summary>Prints a table of results.</summary>
    /// <param name="title">A line above it, or null.</param>
    /// <param name="models">What was measured of each model.</param>
    public void Table(string? title, IReadOnlyList<ModelSummary> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (title is not null)
        {
            Line(title);
        }

        _console.Write(ResultTable.Of(models, Live ? TableBorder.Rounded : TableBorder.Markdown));
    }

    /// <summary>Says what was written.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="files">What.</param>
    public void Wrote(string folder, params string[] files) => Line($"{folder}: {string.Join(", ", files)}");

    private static void Move(ProgressTask bar, double done, double total)
    {
        bar.MaxValue = Math.Max(1, total);
        bar.Value = done;
    }

    private Progress Bars() => _console.Progress()
        .AutoClear(false)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    private void Line(string text) => _console.WriteLine(PlainText.OneLine(text));

    private sealed class Relay<T>(Action<T> to) : IProgress<T>
    {
        public void Report(T value) => to(value);
    }
}
