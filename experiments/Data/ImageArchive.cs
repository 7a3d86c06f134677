namespace GCnn.Experiments.Data;

/// <summary>A folder or a zip of images with a <c>labels.csv</c>, read in place. Paths are relative to the folder that holds
/// <c>labels.csv</c>: the top, or the one folder below it that has the file. Reading is safe from several threads.</summary>
public abstract class ImageArchive : IDisposable
{
    /// <summary>Name of the table of labels.</summary>
    public const string LabelsName = "labels.csv";

    /// <summary>Most bytes of one file that are read; more is refused before anything is allocated.</summary>
    public const long MaximumFileBytes = 64 * 1024 * 1024;

    private protected ImageArchive(string location) => Location = location;

    /// <summary>The folder or zip, as it was given.</summary>
    public string Location { get; }

    /// <summary>Opens a folder or a zip.</summary>
    /// <exception cref="GalaxyDataException">There is no such path, it cannot be read, it is neither, or it has no (single)
    /// <c>labels.csv</c>.</exception>
    public static ImageArchive Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            if (Directory.Exists(path))
                return new FolderImages(path);
            return File.Exists(path)
                ? new ZippedImages(path)
                : throw new GalaxyDataException($"There is no folder or zip at '{path}'.");
        }
        catch (InvalidDataException notAZip)
        {
            throw new GalaxyDataException($"'{path}' is neither a folder nor a readable zip: {notAZip.Message}", notAZip);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new GalaxyDataException($"'{path}' cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Whether there is a file at a relative path.</summary>
    /// <exception cref="GalaxyDataException">The path is absolute or climbs out.</exception>
    public bool Contains(string path) => Has(ArchivePath.Normalise(path));

    /// <summary>Reads one file whole.</summary>
    /// <exception cref="GalaxyDataException">The path is absolute or climbs out.</exception>
    /// <exception cref="InvalidDataException">The file is larger than <see cref="MaximumFileBytes"/>, or the zip is damaged there.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public abstract byte[] Read(string path);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private protected abstract bool Has(string normalisedPath);

    /// <summary>Frees what the archive holds open.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>The folder, "" or "name/", that holds the labels: the top if it does, else the only one of the folders that does.</summary>
    private protected static string FindLabels(string location, bool atTop, IReadOnlyList<string> foldersWithLabels) =>
        (atTop, foldersWithLabels.Count) switch
        {
            (true, _) => "",
            (false, 1) => foldersWithLabels[0] + '/',
            (false, 0) => throw new GalaxyDataException(
                $"'{location}' has no {LabelsName} at its top or in a folder just below; it needs one with a line for each image."),
            _ => throw new GalaxyDataException($"'{location}' has {foldersWithLabels.Count} folders with a {LabelsName} "
                + $"({string.Join(", ", foldersWithLabels.Take(3))}); give one of them by itself."),
        };

    /// <summary>Reads exactly what was declared, after checking that it may be allocated.</summary>
    private protected static byte[] ReadWhole(Stream stream, long declared)
    {
        if (declared > MaximumFileBytes)
            throw new InvalidDataException($"is {declared} bytes long; at most {MaximumFileBytes} are read");
        var bytes = new byte[declared];
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < declared || stream.ReadByte() >= 0)
            throw new InvalidDataException($"is not as long as it says ({declared} bytes)");
        return bytes;
    }
}
