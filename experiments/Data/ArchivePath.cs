namespace GCnn.Experiments.Data;

/// <summary>Relative paths inside an archive: separated by '/', never climbing out.</summary>
internal static class ArchivePath
{
    /// <summary>The same path with '/' between its parts and without '.' parts.</summary>
    /// <exception cref="GalaxyDataException">The path is empty, absolute, or climbs out of the archive.</exception>
    public static string Normalise(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        var absolute = parts[0].Length == 0 || parts[0].Contains(':', StringComparison.Ordinal);
        if (absolute || parts.Contains("..") || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new GalaxyDataException($"The path '{path}' is empty, absolute or climbs out of the data; "
                + "paths must be relative to labels.csv and stay below its folder.");
        }

        return string.Join('/', parts.Where(part => part is not ("." or "")));
    }
}
