using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Scale;

/// <summary>What <c>gcnn scale</c> compares.</summary>
/// <param name="Ranks">The numbers of processes, each a job of its own.</param>
/// <param name="Model">The model.</param>
/// <param name="Batch">Images in a step, over all processes.</param>
/// <param name="Size">Side of the images.</param>
/// <param name="Parameters">The parameter budget.</param>
/// <param name="Json">File for the figures as JSON, or null.</param>
internal sealed record ScaleOptions(IReadOnlyList<int> Ranks, ModelName Model, int Batch, int Size, int Parameters, string? Json)
{
    /// <summary>The optimiser.</summary>
    public OptimizerConfig Optimizer { get; init; } = new AdamWConfig();

    /// <summary>The steps after which weights are compared.</summary>
    public const int Steps = Epochs * StepsOfEpoch;

    /// <summary>The epochs; times are taken after the first.</summary>
    public const int Epochs = 4;

    /// <summary>The steps of each.</summary>
    public const int StepsOfEpoch = 5;

    /// <summary>
    /// Weights after <see cref="Steps"/> steps agree when in float64 no two differ by more, those above 1 by more of themselves. (In float32
    /// the steps carry rounding further than that, in one process as in several.)
    /// </summary>
    public const double Tolerance = 1e-5;

    private const int MostRanks = 64;
    private const int MostPixels = 1025;

    /// <summary>Reads a list of numbers of processes.</summary>
    /// <param name="list">Such as <c>1,2,4</c>.</param>
    /// <exception cref="UsageException">It is none.</exception>
    public static IReadOnlyList<int> RanksOf(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        int[] ranks = [.. list.Split(',').Select(part => int.TryParse(part, out int number) ? number : 0)];
        return Array.TrueForAll(ranks, number => number is >= 1 and <= MostRanks)
            ? ranks
            : throw new UsageException($"--ranks {list}: numbers of processes from 1 to {MostRanks}, with commas between, are needed.");
    }

    /// <summary>Refuses numbers that make no sense.</summary>
    /// <returns>These options.</returns>
    /// <exception cref="UsageException">A number is out of its range; the message says which is needed.</exception>
    public ScaleOptions Checked()
    {
        GalaxyOptions.RequireParameters(Parameters);
        GalaxyOptions.RequireBatch(Batch);
        Require(
            Size is > GalaxyNet.Step and <= MostPixels && Size % GalaxyNet.Step == 1,
            $"--size {Size}: a multiple of {GalaxyNet.Step}, plus 1, up to {MostPixels} is needed.");
        if (Json is not null)
        {
            OutputPath.RequireFile("--json", Json);
        }

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
