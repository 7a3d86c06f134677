using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Fuzz;

/// <summary>What <c>gcnn fuzz-data</c> was asked for.</summary>
/// <param name="Count">Mutations of each format.</param>
/// <param name="Seed">Where the random numbers start.</param>
/// <param name="FormatNames">The formats; all if empty.</param>
/// <param name="Out">The folder for files that brought a reader down; made when there is one.</param>
public sealed record FuzzOptions(int Count, int Seed, IReadOnlyList<string> FormatNames, string Out)
{
    /// <summary>Mutations of each format without <c>--count</c>.</summary>
    public const int DefaultCount = 10_000;

    /// <summary>The folder without <c>--out</c>.</summary>
    public const string DefaultOut = "fuzz-crashes";

    /// <summary>The names of all formats.</summary>
    public static IReadOnlyList<string> Names => [.. FuzzFormat.All.Select(format => format.Name)];

    internal IReadOnlyList<FuzzFormat> Formats =>
        [.. FuzzFormat.All.Where(format => FormatNames.Count == 0 || FormatNames.Contains(format.Name))];

    /// <summary>Refuses what makes no sense, before any work.</summary>
    /// <exception cref="UsageException">A name or a number makes no sense; one sentence.</exception>
    public FuzzOptions Checked()
    {
        if (Count < 1)
        {
            throw new UsageException($"--count {Count}: at least 1 mutation of each format is needed.");
        }

        if (FormatNames.FirstOrDefault(name => !Names.Contains(name)) is { } unknown)
        {
            throw new UsageException($"--formats {unknown}: there is {string.Join(", ", Names)}.");
        }

        return this;
    }
}
