using System.IO.Compression;

namespace GCnn.Experiments.Data;

/// <summary>Images in a zip. The base library's reader is not safe from several threads, so entries are read one at a time under a lock;
/// decoding, which takes far longer, is not.</summary>
internal sealed class ZippedImages : ImageArchive
{
    private readonly Lock _lock = new();
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private readonly string _root;

    public ZippedImages(string location)
        : base(location)
    {
        _zip = ZipFile.OpenRead(location);
        try
        {
            foreach (var entry in _zip.Entries)
            {
                if (!_entries.TryAdd(entry.FullName, entry))
                    throw new GalaxyDataException($"The zip '{location}' holds '{entry.FullName}' twice.");
            }

            var folders = _entries.Keys
                .Where(name => name.Split('/') is [_, LabelsName])
                .Select(name => name[..^(LabelsName.Length + 1)])
                .Order(StringComparer.Ordinal)
                .ToArray();
            _root = FindLabels(location, _entries.ContainsKey(LabelsName), folders);
        }
        catch
        {
            _zip.Dispose();
            throw;
        }
    }

    public override byte[] Read(string path)
    {
        var name = _root + ArchivePath.Normalise(path);
        if (!_entries.TryGetValue(name, out var entry))
            throw new FileNotFoundException($"'{Location}' has no '{name}'.", name);
        var bytes = ReadEntry(entry);
        return Crc32.Of(bytes) == entry.Crc32 ? bytes : throw new InvalidDataException("does not match its checksum in the zip");
    }

    private byte[] ReadEntry(ZipArchiveEntry entry)
    {
        lock (_lock)
        {
            using var stream = entry.Open();
            return ReadWhole(stream, entry.Length);
        }
    }

    private protected override bool Has(string normalisedPath) => _entries.ContainsKey(_root + normalisedPath);

    protected override void Dispose(bool disposing)
    {
        _zip.Dispose();
        base.Dispose(disposing);
    }
}
