namespace GCnn.Data;

/// <summary>A CSV file of labels.</summary>
/// <param name="Place">Its name, for messages.</param>
/// <param name="Folder">The folder that paths in it are relative to, below the top of the images: "" or "name/".</param>
/// <param name="Content">The file.</param>
internal sealed record LabelFile(string Place, string Folder, byte[] Content)
{
    /// <summary>Finds the table of labels for images.</summary>
    /// <param name="images">A folder, a zip, or a file of images.</param>
    /// <param name="labels">The table, where it was named.</param>
    /// <returns>The table, or null where none was named and there is none.</returns>
    /// <exception cref="DataException">There is none at the path that was given, more than one was found, or it cannot be read.</exception>
    public static LabelFile? Find(string images, string? labels)
    {
        if (labels is not null)
        {
            string place = $"table of labels '{labels}'";
            return new LabelFile(place, "", CsvTable.Load(place, () => Whole(labels)));
        }

        return Directory.Exists(images) || IsZip(images) ? In(images) : null;
    }

    private static LabelFile? In(string images)
    {
        using var files = FileTree.Open(images);
        string? folder = ImageArchive.FolderOfLabels(files);
        if (folder is null)
        {
            return null;
        }

        string place = $"{ImageArchive.LabelsName} of '{images}'";
        return new LabelFile(place, folder, CsvTable.Load(place, () => files.Read(folder + ImageArchive.LabelsName)));
    }

    // Whether a file is there at all, and can be read, is for its own reader to say.
    private static bool IsZip(string path)
    {
        try
        {
            return Beginning.Of(path).StartsWith("PK\u0003\u0004"u8);
        }
        catch (Exception other) when (other is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Whole(string path)
    {
        // A pipe or a device says that it has no bytes; opening one could wait for ever.
        return new FileInfo(path).Length switch
        {
            0 => throw new InvalidDataException("it is empty (0 bytes)"),
            > ImageArchive.MaximumFileBytes => throw new InvalidDataException(
                $"it is longer than {ImageArchive.MaximumFileBytes} bytes, the most that are read"),
            _ => File.ReadAllBytes(path),
        };
    }
}
