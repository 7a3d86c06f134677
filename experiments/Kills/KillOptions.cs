using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Galaxy;

namespace GCnn.Experiments.Kills;

/// <summary>What <c>gcnn test-kills</c> was asked for.</summary>
/// <param name="Kills">How often a training is killed.</param>
/// <param name="Seed">Where the random moments start; also the seed of the training.</param>
public sealed record KillOptions(int Kills, int Seed)
{
    /// <summary>Kills without <c>--kills</c>.</summary>
    public const int DefaultKills = 50;

    /// <summary>Refuses what makes no sense, before any work.</summary>
    /// <exception cref="UsageException">A number makes no sense; one sentence.</exception>
    public KillOptions Checked()
    {
        if (Kills is < 1 or > 100_000)
        {
            throw new UsageException($"--kills {Kills}: from 1 to 100000 kills are possible.");
        }

        GalaxyOptions.RequireSeed(Seed);
        return this;
    }
}
