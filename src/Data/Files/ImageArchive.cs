namespace GCnn.Data;

/// <summary>A folder or a zip of images with a <c>labels.csv</c>, read in place. Paths are relative to the folder that holds
/// <c>labels.csv</c>: the top, or the one folder below it that has the file. Reading is safe from several threads.</summary>
public sealed class ImageArchive : IDisposable
{
    /// <summary>Name of the table of labels.</summary>
    public const string LabelsName = "labels.csv";

    /// <summary>Most bytes of one file that are read; more is refused before anything is allocated.</summary>
    public const long MaximumFileBytes = FileTree.MaximumFileBytes;

    private readonly FileTree _files;
    private readonly string _root;

    private ImageArchive(FileTree files) => (_files, _root) = (files, FolderOfLabels(files) ?? throw new DataException(
        $"'{files.Location}' has no {LabelsName} at its top or in a folder just below; it needs one with a line for each image."));

    /// <summary>The folder or zip, as it was given.</summary>
    public string Location => _files.Location;

    /// <summary>Opens a folder or a zip.</summary>
    /// <exception cref="DataException">There is no such path, it cannot be read, it is neither, or it has no (single)
    /// <c>labels.csv</c>.</exception>
    public static ImageArchive Open(string path)
    {
        var files = FileTree.Open(path);
        try
        {
            return new(files);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            files.Dispose();
            throw new DataException($"'{path}' cannot be read: {unreadable.Message}", unreadable);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is a file at a relative path.</summary>
    /// <exception cref="DataException">The path is absolute or climbs out.</exception>
    public bool Contains(string path) => _files.Has(_root + ArchivePath.Normalise(path));

    /// <summary>Reads one file whole.</summary>
    /// <exception cref="DataException">The path is absolute or climbs out.</exception>
    /// <exception cref="InvalidDataException">The file is larger than <see cref="MaximumFileBytes"/>, or the zip is damaged
    /// there.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public byte[] Read(string path) => _files.Read(_root + ArchivePath.Normalise(path));

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    /// <summary>The folder, "" or "name/", that holds the labels: the top if it does, else the only one of the folders below that does, or
    /// null.</summary>
    /// <exception cref="DataException">Several folders hold labels.</exception>
    internal static string? FolderOfLabels(FileTree files)
    {
        if (files.Has(LabelsName))
            return "";
        var folders = files.FoldersWith(LabelsName);
        return folders.Count switch
        {
            0 => null,
            1 => folders[0] + '/',
            _ => throw new DataException($"'{files.Location}' has {folders.Count} folders with a {LabelsName} "
                + $"({string.Join(", ", folders.Take(3))}); give one of them by itself."),
        };
    }
}
