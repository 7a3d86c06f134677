using System.IO.Compression;

namespace GCnn.Data;

/// <summary>An NPZ file: a zip of NPY files, each named after its array.</summary>
internal static class NpzFile
{
    private const string Ending = ".npy";

    /// <summary>Whether a zip is an NPZ: it has entries, and they are all arrays.</summary>
    public static bool Is(ZipArchive zip) =>
        zip.Entries.Count > 0 && zip.Entries.All(entry => entry.FullName.EndsWith(Ending, StringComparison.Ordinal));

    /// <summary>Opens the images of an NPZ.</summary>
    /// <exception cref="InvalidDataException">It has no such array, or one that is not read; a clause with the file as its
    /// subject.</exception>
    public static ImageSource Open(ZipArchive zip, string location, SourceOptions options)
    {
        var images = Entry(zip, options.ImagesName) ?? throw new InvalidDataException(
            $"has no array '{options.ImagesName}' (it has {string.Join(", ", Names(zip).Take(8))}); say which holds the images "
            + "(SourceOptions.ImagesName)");
        return ArrayFileSource.Open(
            location, "NPZ", Unpacked.Entry(images, options), NpyHeader.Read, options, rows => Labels(zip, rows, options));
    }

    private static NumberTable? Labels(ZipArchive zip, long rows, SourceOptions options)
    {
        if (Entry(zip, options.LabelsName) is not { } entry)
            return null;
        using var file = Unpacked.Entry(entry, options);
        return NpyHeader.Read(file).ReadTable(file, rows);
    }

    private static ZipArchiveEntry? Entry(ZipArchive zip, string name)
    {
        var entries = zip.Entries.Where(entry => entry.FullName == name + Ending).ToArray();
        return entries.Length < 2 ? entries.FirstOrDefault() : throw new InvalidDataException($"holds the array '{name}' "
            + $"{entries.Length} times");
    }

    private static IEnumerable<string> Names(ZipArchive zip) => zip.Entries.Select(entry => $"'{entry.FullName[..^Ending.Length]}'");
}
