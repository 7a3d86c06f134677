using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Galaxy;

/// <summary>The places a run writes to: what cannot be written is said before hours of work, not after.</summary>
internal static class Outputs
{
    /// <summary>Refuses places that cannot be meant, and changes nothing.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="UsageException">A folder's name is that of a file or the other way round, or a folder is not there.</exception>
    public static void Check(GalaxyOptions options)
    {
        if (options.Out is not null && (options.Out.Length == 0 || File.Exists(options.Out)))
        {
            throw new UsageException($"--out '{options.Out}' is not a folder; name one, and it is made where it does not exist.");
        }

        if (options.Json is not null)
        {
            OutputPath.RequireFile("--json", options.Json);
        }
    }

    /// <summary>Makes the folder of <c>--out</c>, and tries whether files can be made there and beside <c>--json</c>.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="UsageException">A place cannot be written.</exception>
    public static void Prepare(GalaxyOptions options)
    {
        if (options.Out is not null)
        {
            OutputPath.MakeFolder("--out", options.Out);
        }

        if (options.Json is not null)
        {
            OutputPath.RequireWritable("--json", options.Json);
        }
    }
}
