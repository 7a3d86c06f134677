namespace GCnn.Experiments.Data;

/// <summary>Images in a folder.</summary>
internal sealed class FolderImages : ImageArchive
{
    private readonly string _root;

    public FolderImages(string location)
        : base(location)
    {
        var folders = Directory.EnumerateDirectories(location)
            .Where(folder => File.Exists(Path.Combine(folder, LabelsName)))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)
            .ToArray();
        _root = Path.Combine(location, FindLabels(location, File.Exists(Path.Combine(location, LabelsName)), folders));
    }

    public override byte[] Read(string path)
    {
        using var stream = File.OpenRead(Path.Combine(_root, ArchivePath.Normalise(path)));
        return ReadWhole(stream, stream.Length);
    }

    private protected override bool Has(string normalisedPath) => File.Exists(Path.Combine(_root, normalisedPath));
}
