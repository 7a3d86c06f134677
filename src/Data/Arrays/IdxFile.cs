namespace GCnn.Data;

/// <summary>An IDX file of images, with the file of their labels.</summary>
internal static class IdxFile
{
    /// <summary>Opens images.</summary>
    /// <param name="location">What the user gave; the labels are looked for beside it.</param>
    /// <param name="path">The file, unpacked.</param>
    /// <param name="options">How images are read.</param>
    public static ImageSource Open(string location, string path, SourceOptions options)
    {
        var labels = options.LabelsPath ?? Beside(location);
        return ArrayFileSource.Open(
            location, "IDX", File.OpenHandle(path, options: FileOptions.RandomAccess), IdxHeader.Read, options,
            rows => labels is null ? null : Labels(labels, rows, options));
    }

    private static NumberTable Labels(string path, long rows, SourceOptions options) => Reading.Source(path, () =>
    {
        var unpacked = Beginning.Of(path).StartsWith(Unpacked.GzipMagic) ? Unpacked.Gzip(path, options) : path;
        try
        {
            using var file = File.OpenHandle(unpacked);
            return IdxHeader.Read(file).ReadTable(file, rows);
        }
        finally
        {
            if (unpacked != path)
                File.Delete(unpacked);
        }
    });

    /// <summary>The labels' file: train-labels-idx1-ubyte beside train-images-idx3-ubyte. Null where there is none.</summary>
    private static string? Beside(string location)
    {
        var name = Path.GetFileName(location)
            .Replace("images", "labels", StringComparison.Ordinal)
            .Replace("idx3", "idx1", StringComparison.Ordinal)
            .Replace("idx4", "idx1", StringComparison.Ordinal);
        var path = Path.Combine(Path.GetDirectoryName(location) ?? "", name);
        return name.Contains("labels", StringComparison.Ordinal) && path != location && File.Exists(path) ? path : null;
    }
}
