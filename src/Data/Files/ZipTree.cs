using System.IO.Compression;

namespace GCnn.Data;

/// <summary>The files of a zip. The base library's reader is not safe from several threads, so entries are read one at a time under a lock;
/// decoding, which takes far longer, is not. Nothing is ever unpacked to where an entry's name says.</summary>
internal sealed class ZipTree : FileTree
{
    // Of the 16 bits that a Unix system keeps of a file in a zip, the first four say what it is.
    private const int FileTypeMask = 0xF000;
    private const int SymbolicLink = 0xA000;

    private readonly Lock _lock = new();
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    public ZipTree(string location)
        : base(location)
    {
        _zip = ZipFile.OpenRead(location);
        try
        {
            foreach (var entry in _zip.Entries)
            {
                if (!_entries.TryAdd(entry.FullName, entry))
                    throw new DataException($"The zip '{location}' holds '{entry.FullName}' twice.");
            }
        }
        catch
        {
            _zip.Dispose();
            throw;
        }
    }

    public override IEnumerable<string> Names() =>
        _entries.Keys.Where(name => !name.EndsWith('/') && !name.EndsWith('\\')).Order(StringComparer.Ordinal);

    public override bool Has(string name) => _entries.ContainsKey(name);

    public override IReadOnlyList<string> FoldersWith(string file) =>
    [
        .. _entries.Keys
            .Where(name => name.Split('/') is [_, var last] && last == file)
            .Select(name => name[..^(file.Length + 1)])
            .Order(StringComparer.Ordinal),
    ];

    public override byte[] Read(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
            throw new FileNotFoundException($"'{Location}' has no '{name}'.", name);
        if (entry.IsEncrypted)
            throw new InvalidDataException("is encrypted; unpack the zip with its password and give the folder");
        if (((entry.ExternalAttributes >> 16) & FileTypeMask) == SymbolicLink)
            throw new InvalidDataException("is a symbolic link, which is not followed out of a zip");
        var bytes = ReadEntry(entry);
        return Crc32.Of(bytes) == entry.Crc32 ? bytes : throw new InvalidDataException("does not match its checksum in the zip");
    }

    protected override void Dispose(bool disposing)
    {
        _zip.Dispose();
        base.Dispose(disposing);
    }

    private byte[] ReadEntry(ZipArchiveEntry entry)
    {
        var bytes = Allocate(entry.Length);
        return Unpacks(entry, bytes) ? bytes : throw OfOtherLength(bytes);
    }

    private bool Unpacks(ZipArchiveEntry entry, byte[] bytes)
    {
        lock (_lock)
        {
            try
            {
                using var stream = entry.Open();
                return Fills(stream, bytes);
            }
            catch (InvalidDataException damaged)
            {
                throw new InvalidDataException($"is damaged in the zip ({damaged.Message.TrimEnd('.')})", damaged);
            }
        }
    }
}
