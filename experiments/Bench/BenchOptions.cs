using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Bench;

/// <summary>What <c>gcnn bench</c> was asked for.</summary>
/// <param name="Name">conv, step, net or augment; all if null.</param>
/// <param name="Only">A text that the title of each case must hold; all cases if null.</param>
/// <param name="Fields">Fields in place of each case's own.</param>
/// <param name="Size">Size in place of each case's own.</param>
/// <param name="Batch">Batch in place of each case's own.</param>
/// <param name="Threads">Threads in place of each case's own.</param>
/// <param name="Budget">Seconds for each case.</param>
/// <param name="Json">The file for the results, if any.</param>
/// <param name="Peers">The other libraries, or null where they are not asked for.</param>
public sealed record BenchOptions(
    string? Name, string? Only, int? Fields, int? Size, int? Batch, int? Threads, int Budget, string? Json, PeerOptions? Peers)
{
    /// <summary>The seconds without <c>--budget</c>.</summary>
    public const int DefaultBudget = 10;

    private const int MostSeconds = 3600;
    private const int Most = 4096;

    /// <summary>The cases that were asked for.</summary>
    public IReadOnlyList<BenchCase> Cases =>
    [
        .. BenchCases.Of(Name)
            .Where(bench => Only is null || bench.Title.Contains(Only, StringComparison.OrdinalIgnoreCase))
            .Select(bench => bench with
            {
                Fields = Fields ?? bench.Fields,
                Size = Size ?? bench.Size,
                Batch = Batch ?? bench.Batch,
                Threads = Threads ?? bench.Threads,
            })
            .Where(bench => bench.Threads <= Environment.ProcessorCount)
            .Distinct(),
    ];

    /// <summary>Refuses what makes no sense, before any work.</summary>
    /// <exception cref="UsageException">A name, a number or a path makes no sense; one sentence.</exception>
    public BenchOptions Checked()
    {
        if (Name is not null && !BenchCases.Names.Contains(Name))
        {
            throw new UsageException(
                $"'{Name}' is no benchmark; there are {string.Join(", ", BenchCases.Names)}, and without a name all run.");
        }

        Require("--fields", Fields, "fields");
        Require("--size", Size, "pixels");
        Require("--batch", Batch, "images");
        Require("--threads", Threads, "threads", Environment.ProcessorCount);
        if (Budget is < 0 or > MostSeconds)
        {
            throw new UsageException($"--budget {Budget}: from 0 to {MostSeconds} seconds for each row are possible.");
        }

        if (Json is not null)
        {
            OutputPath.RequireFile("--json", Json);
            OutputPath.RequireWritable("--json", Json);
        }

        return Cases.Count > 0
            ? this
            : throw new UsageException($"--only '{Only}': no row has that in its name; without it the table shows all names.");
    }

    private static void Require(string option, int? given, string what, int most = Most)
    {
        if (given is < 1 || given > most)
        {
            throw new UsageException($"{option} {given}: from 1 to {most} {what} are possible.");
        }
    }
}
