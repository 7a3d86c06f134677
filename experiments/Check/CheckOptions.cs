using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Check;

/// <summary>What <c>gcnn check</c> was asked for beside the model.</summary>
/// <param name="Steps">Training steps between the two measurements; 0 measures once.</param>
/// <param name="Json">The file for the results, if any.</param>
/// <param name="Maps">The folder for error maps, if any.</param>
public sealed record CheckOptions(int Steps, string? Json, string? Maps)
{
    /// <summary>The steps without <c>--steps</c>.</summary>
    public const int DefaultSteps = 10;

    private const int MostSteps = 1000;

    /// <summary>Refuses what makes no sense, before any work.</summary>
    /// <exception cref="UsageException">A number or a path makes no sense; one sentence.</exception>
    public CheckOptions Checked()
    {
        if (Steps is < 0 or > MostSteps)
        {
            throw new UsageException($"--steps {Steps}: from 0 to {MostSteps} training steps are possible.");
        }

        if (Json is not null)
        {
            OutputPath.RequireFile("--json", Json);
        }

        return Maps is not null && (Maps.Length == 0 || File.Exists(Maps))
            ? throw new UsageException($"--maps '{Maps}' is not a folder; name one, and it is made where it does not exist.")
            : this;
    }
}
