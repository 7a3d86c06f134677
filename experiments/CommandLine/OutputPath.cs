namespace GCnn.Experiments.CommandLine;

/// <summary>Whether a path that was given can be meant as a place to write, and whether it can be written.</summary>
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

    /// <summary>Refuses a picture's name that does not end in <c>.png</c>.</summary>
    /// <param name="option">The option that gave the path.</param>
    /// <param name="given">The path as it was given.</param>
    /// <exception cref="UsageException">It ends otherwise.</exception>
    public static void RequirePng(string option, string given)
    {
        if (!Path.GetExtension(given).Equals(".png", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"{option} '{given}': the picture is a PNG file; let its name end in .png.");
        }
    }

    /// <summary>Tries whether a file can be made beside the one that is meant, which stays as it is.</summary>
    /// <param name="option">The option that gave the path.</param>
    /// <param name="given">The path as it was given; <see cref="RequireFile"/> holds.</param>
    /// <exception cref="UsageException">It cannot be written there.</exception>
    public static void RequireWritable(string option, string given) =>
        Try(option, given, Path.GetDirectoryName(Path.GetFullPath(given))!);

    /// <summary>Makes a folder where there is none, and tries whether files can be made in it.</summary>
    /// <param name="option">The option that gave the path.</param>
    /// <param name="given">The path as it was given.</param>
    /// <exception cref="UsageException">It cannot be made or written to.</exception>
    public static void MakeFolder(string option, string given) => Try(option, given, Path.GetFullPath(given));

    private static void Try(string option, string given, string folder)
    {
        string probe = Path.Combine(folder, $".gcnn.{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            using var _ = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The user knows nothing of the file that was tried.
            string reason = failure.Message.Replace(probe, given, StringComparison.Ordinal).TrimEnd('.');
            throw new UsageException($"{option} '{given}' cannot be written to: {reason}. Name another place.", failure);
        }
    }
}
