namespace GCnn.Experiments.CommandLine;

/// <summary>Whether a path that was given can be meant as a file to write.</summary>
internal static class OutputPath
{
    private const string Devices = "/dev/";

    /// <summary>Refuses folders, devices and files in folders that do not exist; changes nothing.</summary>
    /// <param name="option">The option that gave the path, such as <c>--out</c>.</param>
    /// <param name="given">The path as it was given.</param>
    /// <exception cref="UsageException">No file can be meant.</exception>
    public static void RequireFile(string option, string given)
    {
        string path = given.Length == 0 ? "/" : Path.GetFullPath(given);
        if (Directory.Exists(path) || path.StartsWith(Devices, StringComparison.Ordinal))
        {
            throw new UsageException($"{option} '{given}' is a folder or a device; name a file.");
        }

        string folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{option} '{given}': there is no folder {folder}; make it first.");
        }
    }
}
