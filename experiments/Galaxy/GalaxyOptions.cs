using GCnn.Data;
using GCnn.Distributed;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Galaxy;

/// <summary>Everything that decides what a galaxy run computes, and where it writes.</summary>
/// <param name="Data">The images, or null for the synthetic sky.</param>
/// <param name="Test">Images for the final numbers only, or null for a fixed split.</param>
/// <param name="Task">The question asked of the galaxies.</param>
/// <param name="Models">The models to train, in order.</param>
/// <param name="Size">Side in pixels of what the nets see.</param>
/// <param name="Epochs">Passes over the training images, or null for the default of the data.</param>
/// <param name="Batch">Images in a training step, or null for the default of the data.</param>
/// <param name="Parameters">The parameter budget of every model.</param>
/// <param name="Seed">Seed of weights, order, augmentation and synthetic sky.</param>
/// <param name="Threads">Threads to compute with.</param>
/// <param name="Out">Folder for results, or null.</param>
/// <param name="Json">File for the results as JSON, or null.</param>
/// <param name="Columns">Columns of labels.csv.</param>
public sealed record GalaxyOptions(
    string? Data, string? Test, GalaxyTask Task, IReadOnlyList<ModelName> Models, int Size, int? Epochs, int? Batch, int Parameters,
    int Seed, int Threads, string? Out, string? Json, LabelColumns Columns)
{
    /// <summary>The command as it was given, for the report; it decides nothing.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>A table of labels for the images, or null to look for one among them.</summary>
    public string? Labels { get; init; }

    /// <summary>How files of images are read.</summary>
    public SourceOptions Source { get; init; } = SourceOptions.Default;

    /// <summary>Mebibytes that decoded images may take, or null for half of the memory; a larger set is read again each epoch.</summary>
    public int? Memory { get; init; }

    /// <summary>Whether each class is split by itself (<see cref="StratifiedSplit"/>), not each object (<see cref="SplitRule"/>).</summary>
    public bool Stratified { get; init; }

    /// <summary>Whether models that train faster are trained again, for as long as the slowest took.</summary>
    public bool EqualTime { get; init; }

    /// <summary>The seeds that every model is trained from, one after another; the first is <see cref="Seed"/>.</summary>
    public IReadOnlyList<int> Seeds { get => field ?? [Seed]; init; }

    /// <summary>How the nets are trained; epochs, batch and seed are those of <see cref="TrainingFor"/>.</summary>
    public TrainingConfig Training { get; init; } = new();

    /// <summary>What the models share: <see cref="Parameters"/> or, of the first model with so many, what it costs.</summary>
    public BudgetKind Budget { get; init; }

    /// <summary>Widths of models by their names, which need not be solved for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Widths { get; init; } =
        new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);

    /// <summary>Bytes that decoded images may take in this process.</summary>
    public long KeepBytes => Memory is { } mebibytes ? (long)mebibytes << 20
        : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (2 * Launch.Current.LocalRanks);

    /// <summary>How many of the last checkpoints of a model are kept; the best one is kept beside them.</summary>
    public int Keep { get; init; } = CheckpointFolder.DefaultKeep;

    /// <summary>Seconds between two checkpoints in the middle of an epoch; there is one after each epoch anyway.</summary>
    public double SaveEvery { get; init; } = DefaultSaveEvery;

    /// <summary>Seconds between two checkpoints in the middle of an epoch, unless asked otherwise.</summary>
    public const double DefaultSaveEvery = 60;

    /// <summary>Side in pixels of what the nets see, unless asked otherwise.</summary>
    public const int DefaultSize = 65;

    /// <summary>Images in a training step, unless asked otherwise.</summary>
    public const int DefaultBatch = 64;

    /// <summary>Images in a training step on a set of fewer than <see cref="SmallSet"/> training images: more steps in an epoch.</summary>
    public const int BatchForSmallSets = 32;

    /// <summary>Parameter budget, unless asked otherwise.</summary>
    public const int DefaultParameters = 80_000;

    /// <summary>The largest parameter budget.</summary>
    public const int MaximumParameters = 50_000_000;

    /// <summary>Epochs on the synthetic sky.</summary>
    public const int EpochsForSky = 12;

    /// <summary>Epochs on a set of fewer than <see cref="SmallSet"/> training images.</summary>
    public const int EpochsForSmallSets = 100;

    /// <summary>Epochs otherwise.</summary>
    public const int EpochsForData = 20;

    /// <summary>Below this number of training images a set is small.</summary>
    public const int SmallSet = 1000;

    /// <summary>The epochs to train for.</summary>
    /// <param name="trainingImages">The number of training images.</param>
    public int EpochsFor(int trainingImages) =>
        Epochs ?? (Data is null ? EpochsForSky : trainingImages < SmallSet ? EpochsForSmallSets : EpochsForData);

    /// <summary>The images in a training step.</summary>
    /// <param name="trainingImages">The number of training images.</param>
    public int BatchFor(int trainingImages) => Batch ?? (trainingImages < SmallSet ? BatchForSmallSets : DefaultBatch);

    /// <summary>How a model is trained.</summary>
    /// <param name="trainingImages">The number of training images.</param>
    /// <param name="seed">The seed.</param>
    public TrainingConfig TrainingFor(int trainingImages, int seed) =>
        Training with { Epochs = EpochsFor(trainingImages), Batch = BatchFor(trainingImages), Seed = seed };

    /// <summary>Refuses numbers that make no sense.</summary>
    /// <returns>These options.</returns>
    /// <exception cref="UsageException">A number is out of its range; the message says which is needed.</exception>
    public GalaxyOptions Checked()
    {
        RequireBatch(Batch);
        Require(Epochs is null or (>= 1 and <= 10_000), $"--epochs {Epochs}: from 1 to 10000 passes are possible.");
        RequireParameters(Parameters);
        RequireThreads(Threads);
        RequireSeeds(Seeds);
        Require(Keep is >= 1 and <= 10_000, $"--keep {Keep}: from 1 to 10000 checkpoints can be kept.");
        Require(
            SaveEvery is >= 0 and <= 1_000_000,
            $"--save-every {SaveEvery}: from 0 to 1000000 seconds are possible; with 0 there is a checkpoint after each step.");
        Require(Memory is null or >= 0, $"--memory {Memory}: 0 or more mebibytes are possible.");
        Require(
            Data is not null || Task != GalaxyTask.AsLabelled,
            $"--task {GalaxyTask.AsLabelled} needs --data: the synthetic sky is for the tasks whose classes are known.");
        Require(
            Data is not null || Task != GalaxyTask.Votes,
            $"--task {GalaxyTask.Votes} needs --data, and Galaxy Zoo 2's table by --labels: the synthetic sky has no volunteers.");
        Require(
            Budget == BudgetKind.Parameters || Models.Count > 1,
            "--budget makes models as costly as the first of --models; name more than one.");
        Require(Data is not null || Labels is null, "--labels needs --data: the synthetic sky has labels of its own.");
        Require(
            Labels is null || Test is null,
            "--labels is for the images of --data; give --test in a form that has its own labels, without it.");
        Require(Data is not null || Test is null, "--test needs --data: the synthetic sky brings its own test set.");
        Require(Size is >= GalaxyNet.Step + 1 and <= 1025, $"--size {Size}: from {GalaxyNet.Step + 1} to 1025 pixels are possible.");
        int fit = ((Size - 1 + (GalaxyNet.Step / 2)) / GalaxyNet.Step * GalaxyNet.Step) + 1;
        Require(
            fit == Size,
            $"--size {Size}: the nets halve the image {GalaxyNet.Halvings} times, which commutes with rotations only where size - 1 is a " +
            $"multiple of {GalaxyNet.Step}; use {fit}.");
        long step = ((Batch ?? DefaultBatch) + 1L) * 3 * GalaxyData.StoredSize(Size) * GalaxyData.StoredSize(Size);
        Require(
            step <= Array.MaxLength,
            $"--batch {Batch ?? DefaultBatch} at --size {Size}: a training step has {step} numbers, {Array.MaxLength} are possible; " +
            "lower one.");
        return this;
    }

    /// <summary>Refuses a parameter budget that makes no sense.</summary>
    internal static void RequireParameters(int parameters) => Require(
        parameters is >= 1000 and <= MaximumParameters,
        $"--parameters {parameters}: a budget from 1000 to {MaximumParameters} is possible.");

    /// <summary>Refuses a seed that makes no sense.</summary>
    internal static void RequireSeed(int seed) => Require(seed >= 0, $"--seed {seed}: a seed is 0 or a positive number.");

    /// <summary>Refuses a number of images in a training step that makes no sense; null stands for the data's own.</summary>
    internal static void RequireBatch(int? batch) =>
        Require(batch is null or (>= 2 and <= 4096), $"--batch {batch}: from 2 to 4096 images make a training step.");

    /// <summary>Refuses a number of threads that makes no sense.</summary>
    internal static void RequireThreads(int threads) => Require(
        threads is >= 1 and <= 1024,
        $"--threads {threads}: from 1 to 1024 threads are possible; this machine has {Environment.ProcessorCount}.");

    private static void RequireSeeds(IReadOnlyList<int> seeds)
    {
        Require(seeds.Count is >= 1 and <= 1000, $"--seeds: {seeds.Count} seeds were given; from 1 to 1000 are possible.");
        foreach (int seed in seeds)
        {
            RequireSeed(seed);
        }

        Require(
            seeds.Distinct().Count() == seeds.Count, $"--seeds {string.Join(',', seeds)}: a seed is named twice; name each once.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new UsageException(message);
        }
    }
}
