using System.Globalization;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Galaxy;

namespace GCnn.Experiments.Draws;

/// <summary>What <c>gcnn augment</c> was asked for.</summary>
/// <param name="Data">The images: a file or folder of any format that is read.</param>
/// <param name="Pipeline">The pipeline, a JSON file.</param>
/// <param name="Out">The picture to write.</param>
/// <param name="Image">Which image: its number from 0, or its id; the first if null.</param>
/// <param name="Count">How often to draw.</param>
/// <param name="Seed">The seed of the draws.</param>
public sealed record DrawsOptions(string Data, string Pipeline, string Out, string? Image, int Count, int Seed)
{
    /// <summary>The draws without <c>--draws</c>.</summary>
    public const int DefaultCount = 64;

    private const int MostDraws = 1024;

    /// <summary>The image's number, where it was named by one.</summary>
    public long? Number => Image is null ? 0
        : long.TryParse(Image, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
        : null;

    /// <summary>Refuses what makes no sense, before any work.</summary>
    /// <exception cref="UsageException">A number or a path makes no sense; one sentence.</exception>
    public DrawsOptions Checked()
    {
        if (Count is < 1 or > MostDraws)
        {
            throw new UsageException($"--draws {Count}: from 1 to {MostDraws} draws are possible.");
        }

        GalaxyOptions.RequireSeed(Seed);
        OutputPath.RequirePng("--out", Out);
        OutputPath.RequireFile("--out", Out);
        OutputPath.RequireWritable("--out", Out);
        return this;
    }
}
