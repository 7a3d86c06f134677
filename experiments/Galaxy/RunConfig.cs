using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using GCnn.Experiments.Ranks;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Galaxy;

/// <summary>
/// Everything that decides what a run computes, as JSON: printed when it begins, kept with its results, and run again by <c>--config</c>
/// (docs/training.md has every key).
/// </summary>
public static class RunConfig
{
    /// <summary>The name of the file in the folder of <c>--out</c>.</summary>
    public const string FileName = "config.json";

    private static readonly (string Name, BudgetKind Kind)[] Budgets =
        [("parameters", BudgetKind.Parameters), ("multiply-adds", BudgetKind.MultiplyAdds), ("time", BudgetKind.Time)];

    /// <summary>What a run computes unless asked otherwise.</summary>
    public static GalaxyOptions Default { get; } = new(
        null, null, GalaxyTask.Morphology, ModelName.ParseList("z2,z2+aug,p4,p4m"), GalaxyOptions.DefaultSize, null, null,
        GalaxyOptions.DefaultParameters, 0, RankCommand.DefaultThreads, null, null, new LabelColumns());

    /// <summary>The budget of a name on the command line.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static BudgetKind BudgetNamed(string name) => Array.Find(Budgets, budget => budget.Name == name) is { Name: not null } found
        ? found.Kind
        : throw new UsageException($"--budget {name} is not known; there are {string.Join(", ", Budgets.Select(budget => budget.Name))}.");

    /// <summary>The task of a name on the command line.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static GalaxyTask TaskNamed(string name)
    {
        GalaxyTask[] tasks = [.. GalaxyTask.All, GalaxyTask.Votes, GalaxyTask.AsLabelled];
        return Array.Find(tasks, task => task.Name == name) ?? throw new UsageException(
            $"--task {name} is not known; there are {string.Join(", ", tasks[..^1].Select(task => task.Name))} and {tasks[^1]}.");
    }

    /// <summary>Options as JSON; where a run writes is not among them.</summary>
    /// <param name="options">The options.</param>
    /// <param name="trainingImages">The training images, on which default epochs and batches depend; null to leave these open.</param>
    public static JsonObject ToJson(GalaxyOptions options, int? trainingImages = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new JsonObject
        {
            ["task"] = options.Task.IsAsLabelled ? GalaxyTask.AsLabelled.Name : options.Task.Name,
            ["models"] = Texts(options.Models.Select(model => model.Name)),
            ["data"] = Data(options),
            ["size"] = options.Size,
            ["budget"] = Budget(options),
            ["seeds"] = new JsonArray([.. options.Seeds.Select(seed => (JsonNode)seed)]),
            ["threads"] = options.Threads,
            ["equalTime"] = options.EqualTime,
            ["training"] = Training(options, trainingImages),
        };
    }

    /// <summary>Reads a file that <see cref="ToJson"/> has described; what is missing has its default.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UsageException">It is no such file; the sentence says what belongs there.</exception>
    public static GalaxyOptions Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--config '{path}' cannot be read: {failure.Message.TrimEnd('.')}.", failure);
        }

        return Parse(text, path);
    }

    /// <summary>Reads the text of such a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Where it is from, for messages.</param>
    /// <exception cref="UsageException">It is no such text; the sentence says what belongs there.</exception>
    public static GalaxyOptions Parse(string text, string file)
    {
        var json = ConfigObject.Parse(text, file);
        int[]? seeds = json.List("seeds", ConfigObject.WholeFromZero, "a list of whole numbers from 0 up")?.ToArray();
        GalaxyOptions options = ReadBudget(ReadData(Default, json.Object("data")), json.Object("budget")) with
        {
            Task = TaskNamed(json.Text("task") ?? Default.Task.Name),
            Models = json.List("models", ConfigObject.TextOf, "a list of names of models") is { } names
                ? ModelName.ParseList(string.Join(',', names)) : Default.Models,
            Size = json.Whole("size", Default.Size, 1),
            Seed = seeds is [var first, ..] ? first : Default.Seed,
            Threads = json.Whole("threads", Default.Threads, 1),
            EqualTime = json.Flag("equalTime", false),
        };
        options = ReadTraining(seeds is null ? options : options with { Seeds = seeds }, json.Object("training"));
        json.Close();
        return options;
    }

    private static JsonObject Data(GalaxyOptions options) => new()
    {
        ["path"] = options.Data,
        ["test"] = options.Test,
        ["labels"] = options.Labels,
        ["names"] = Texts([options.Source.ImagesName, options.Source.LabelsName]),
        ["columns"] = Texts([options.Columns.ObjectId, options.Columns.Label, options.Columns.File]),
        ["split"] = options.Stratified ? "stratified" : "id",
        ["memory"] = options.Memory,
    };

    private static GalaxyOptions ReadData(GalaxyOptions options, ConfigObject? json)
    {
        if (json is null)
        {
            return options;
        }

        IReadOnlyList<string>? names = json.List("names", ConfigObject.TextOf, "a list of two names", 2);
        IReadOnlyList<string>? columns = json.List("columns", ConfigObject.TextOf, "a list of three names", 3);
        options = options with
        {
            Data = json.Text("path"),
            Test = json.Text("test"),
            Labels = json.Text("labels"),
            Source = names is null ? options.Source : new SourceOptions { ImagesName = names[0], LabelsName = names[1] },
            Columns = columns is null ? options.Columns : new LabelColumns(columns[0], columns[1], columns[2]),
            Stratified = json.Choice("split", false, ("id", false), ("stratified", true)),
            Memory = json.Has("memory") ? json.Whole("memory", 0, 0) : null,
        };
        json.Close();
        return options;
    }

    // Widths that were measured are not found again by measuring again: they belong to the run.
    private static JsonObject Budget(GalaxyOptions options) => new()
    {
        ["kind"] = Array.Find(Budgets, budget => budget.Kind == options.Budget).Name,
        ["parameters"] = options.Parameters,
        ["widths"] = options.Budget != BudgetKind.Time || options.Widths.Count == 0 ? null : new JsonObject(options.Widths.Select(
            pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(width => (JsonNode)width)])))),
    };

    private static GalaxyOptions ReadBudget(GalaxyOptions options, ConfigObject? json)
    {
        if (json is null)
        {
            return options;
        }

        options = options with
        {
            Budget = json.Choice("kind", BudgetKind.Parameters, Budgets),
            Parameters = json.Whole("parameters", options.Parameters, 1),
        };
        if (json.Object("widths") is { } widths)
        {
            options = options with
            {
                Widths = widths.Names().ToDictionary(name => name, name => widths.List(
                    name, ConfigObject.WholeFromOne, $"a list of {GalaxyNet.Convolutions} widths", GalaxyNet.Convolutions)!),
            };
        }

        json.Close();
        return options;
    }

    // The run has seeds, its trainings have one each.
    private static JsonObject Training(GalaxyOptions options, int? trainingImages)
    {
        JsonObject json = (trainingImages is { } images ? options.TrainingFor(images, 0) : options.Training).ToJson();
        json.Remove("seed");
        if (trainingImages is null)
        {
            (json["epochs"], json["batch"]) = (options.Epochs, options.Batch);
        }

        return json;
    }

    private static GalaxyOptions ReadTraining(GalaxyOptions options, ConfigObject? json)
    {
        if (json is null)
        {
            return options;
        }

        (bool epochs, bool batch) = (json.Has("epochs"), json.Has("batch"));
        var training = TrainingConfig.Read(json, withSeed: false);
        return options with
        {
            Training = training,
            Epochs = epochs ? training.Epochs : null,
            Batch = batch ? training.Batch : null,
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
