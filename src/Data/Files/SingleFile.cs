namespace GCnn.Data;

/// <summary>One file by itself.</summary>
internal sealed class SingleFile(string location) : FileTree(location)
{
    private readonly string _name = Path.GetFileName(location);

    public override IEnumerable<string> Names() => [_name];

    public override bool Has(string name) => name == _name;

    public override IReadOnlyList<string> FoldersWith(string file) => [];

    public override byte[] Read(string name) => ReadWhole(new(Location));

    public override string PathOf(string name) => Location;
}
