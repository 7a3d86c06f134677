namespace GCnn.Data;

/// <summary>Relative paths inside an archive: separated by '/', never climbing out.</summary>
public static class ArchivePath
{
    /// <summary>The same path with '/' between its parts and without '.' parts.</summary>
    /// <exception cref="DataException">The path is empty, absolute, or climbs out of the archive.</exception>
    public static string Normalise(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Leaves(path))
        {
            throw new DataException($"The path '{path}' is empty, absolute or climbs out of the data; "
                + "paths must be relative to labels.csv and stay below its folder.");
        }

        return string.Join('/', Parts(path).Where(part => part is not ("." or "")));
    }

    /// <summary>Whether a path is empty, absolute, or climbs out.</summary>
    internal static bool Leaves(string path)
    {
        var parts = Parts(path);
        return parts[0].Length == 0 || parts[0].Contains(':', StringComparison.Ordinal)
            || parts.Contains("..") || path.Contains('\0', StringComparison.Ordinal);
    }

    private static string[] Parts(string path) => path.Replace('\\', '/').Split('/');
}
