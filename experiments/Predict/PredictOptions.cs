using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Galaxy;

namespace GCnn.Experiments.Predict;

/// <summary>Everything that decides what <c>gcnn predict</c> computes, and where it writes.</summary>
/// <param name="Model">The checkpoint.</param>
/// <param name="Data">The images, of any format, or <c>synthetic:N</c>.</param>
/// <param name="Out">The CSV file for the predictions.</param>
public sealed record PredictOptions(string Model, string Data, string Out)
{
    /// <summary>Images in a forward pass, unless asked otherwise.</summary>
    public const int DefaultBatch = 32;

    /// <summary>Batches are multiples of it: the engine then gives an image the same numbers wherever it stands in one.</summary>
    public const int BatchStep = 16;

    private const int MaximumBatch = 4096;

    /// <summary>A table of labels, from which the object ids are taken, or null to look for one among the images.</summary>
    public string? Labels { get; init; }

    /// <summary>Columns of a table of labels.</summary>
    public LabelColumns Columns { get; init; } = new();

    /// <summary>How files of images are read.</summary>
    public SourceOptions Source { get; init; } = SourceOptions.Default;

    /// <summary>The symmetries of the orbit spread.</summary>
    public OrbitKind Orbit { get; init; } = OrbitKind.Own;

    /// <summary>What is done about an image that cannot be read.</summary>
    public BadImageRule OnBad { get; init; } = BadImageRule.Row;

    /// <summary>Images in a forward pass.</summary>
    public int Batch { get; init; } = DefaultBatch;

    /// <summary>Batches at a time, each read and computed by a thread of its own.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The seed of a synthetic sky.</summary>
    public int Seed { get; init; }

    /// <summary>Whether to begin anew, whatever is there already.</summary>
    public bool Fresh { get; init; }

    /// <summary>Refuses numbers and paths that make no sense, before any work.</summary>
    /// <returns>These options.</returns>
    /// <exception cref="UsageException">One of them makes no sense; one sentence.</exception>
    public PredictOptions Checked()
    {
        Require(
            Batch is >= BatchStep and <= MaximumBatch && Batch % BatchStep == 0,
            $"--batch {Batch}: a multiple of {BatchStep} from {BatchStep} to {MaximumBatch} images is needed.");
        GalaxyOptions.RequireThreads(Threads);
        GalaxyOptions.RequireSeed(Seed);
        OutputPath.RequireFile("--out", Out);
        OutputPath.RequireWritable("--out", Out);
        return this;
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new UsageException(message);
        }
    }
}
