using System.Text.Json.Nodes;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Training;

/// <summary>
/// Everything that decides how a net is trained, whatever the net and the data; as JSON it is printed, kept with results, and read again
/// (docs/training.md has every key).
/// </summary>
public sealed record TrainingConfig
{
    /// <summary>Passes over the training images.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Images in a step, over all ranks.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Seed of order, augmentation and the net's own random streams.</summary>
    public int Seed { get; init; }

    /// <summary>The optimiser.</summary>
    public OptimizerConfig Optimizer { get; init; } = new AdamWConfig();

    /// <summary>The learning rate of each step.</summary>
    public Schedule Schedule { get; init; } = new OneCycleSchedule();

    /// <summary>The largest norm of the gradient of all weights together; a longer one is shortened to it. Null for any.</summary>
    public double? Clip { get; init; }

    /// <summary>When to stop before the last epoch; null for never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>The average of the weights that is measured; null to measure the last weights.</summary>
    public WeightAverage? Ema { get; init; }

    /// <summary>How much the classes count.</summary>
    public ClassWeighting ClassWeights { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> writes; what is missing has its default.</summary>
    /// <param name="json">The configuration.</param>
    /// <param name="file">Where it is from, for messages.</param>
    /// <exception cref="UsageException">A key is unknown or a value of the wrong kind; the sentence says what there is.</exception>
    public static TrainingConfig FromJson(JsonNode? json, string file) => Read(ConfigObject.Of(json, file), withSeed: true);

    /// <summary>The configuration as JSON, every key of it.</summary>
    public JsonObject ToJson() => new()
    {
        ["epochs"] = Epochs,
        ["batch"] = Batch,
        ["seed"] = Seed,
        ["optimizer"] = Optimizer.ToJson(),
        ["schedule"] = Schedule.ToJson(),
        ["clip"] = Clip,
        ["earlyStopping"] = EarlyStopping is null ? null
            : new JsonObject { ["patience"] = EarlyStopping.Patience, ["metric"] = EarlyStopping.Metric.Name },
        ["ema"] = Ema is null ? null : new JsonObject { ["decay"] = Ema.Decay },
        ["classWeights"] = ClassWeights == ClassWeighting.Balanced ? "balanced" : "none",
    };

    /// <summary>Reads an object of a configuration.</summary>
    /// <param name="json">The object; what was asked of it before may be there too.</param>
    /// <param name="withSeed">Whether it has a seed of its own.</param>
    internal static TrainingConfig Read(ConfigObject json, bool withSeed)
    {
        var fresh = new TrainingConfig();
        var config = new TrainingConfig
        {
            Epochs = json.Whole("epochs", fresh.Epochs, 1, 10_000),
            Batch = json.Whole("batch", fresh.Batch, 2, 4096),
            Seed = withSeed ? json.Whole("seed", fresh.Seed, 0) : fresh.Seed,
            Optimizer = OptimizerConfig.Read(json.Object("optimizer")),
            Schedule = Schedule.Read(json.Object("schedule")),
            Clip = json.Has("clip") ? json.Number("clip", 0, norm => norm > 0, "a number above 0") : null,
            EarlyStopping = Stopping(json.Object("earlyStopping")),
            Ema = Average(json.Object("ema")),
            ClassWeights = json.Choice(
                "classWeights", fresh.ClassWeights, ("balanced", ClassWeighting.Balanced), ("none", ClassWeighting.None)),
        };
        json.Close();
        return config;
    }

    private static EarlyStopping? Stopping(ConfigObject? json)
    {
        if (json is null)
        {
            return null;
        }

        var stopping = new EarlyStopping(
            json.Whole("patience", 10, 1), json.Choice("metric", Metric.Loss, [.. Metric.All.Select(metric => (metric.Name, metric))]));
        json.Close();
        return stopping;
    }

    private static WeightAverage? Average(ConfigObject? json)
    {
        if (json is null)
        {
            return null;
        }

        var average = new WeightAverage(json.Number("decay", 0.999, decay => decay is > 0 and < 1, "a number between 0 and 1"));
        json.Close();
        return average;
    }
}
