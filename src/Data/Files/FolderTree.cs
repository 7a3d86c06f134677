using System.IO.Enumeration;

namespace GCnn.Data;

/// <summary>The files of a folder and of those below it. Links to files are followed, links to folders are not: they could lead in a
/// circle. </summary>
internal sealed class FolderTree(string location) : FileTree(location)
{
    private const int MaximumDepth = 32;

    public override IEnumerable<string> Names() => new FileSystemEnumerable<string>(
        Location,
        (ref FileSystemEntry entry) => Path.GetRelativePath(Location, entry.ToSpecifiedFullPath()),
        new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MaximumDepth, IgnoreInaccessible = false })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    }.Order(StringComparer.Ordinal);

    public override bool Has(string name) => File.Exists(PathOf(name));

    public override IReadOnlyList<string> FoldersWith(string file) =>
    [
        .. Directory.EnumerateDirectories(Location)
            .Where(folder => File.Exists(Path.Combine(folder, file)))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
    ];

    public override byte[] Read(string name)
    {
        // A pipe or a device says that it has no bytes; opening one could wait for ever.
        var file = new FileInfo(PathOf(name));
        return file.Length == 0 ? [] : ReadWhole(file);
    }

    public override string PathOf(string name) => Path.Combine(Location, name);
}
