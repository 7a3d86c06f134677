using System.IO.Compression;
using System.Xml.Linq;

namespace GCnn.Packages.Tests.Support;

/// <summary>A package as a file.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _zip;

    public Package(string path)
    {
        _zip = ZipFile.OpenRead(path);
        using Stream nuspec = _zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        Metadata = XDocument.Load(nuspec).Root!.Elements().Single();
    }

    public XElement Metadata { get; }

    public IEnumerable<string> Files => _zip.Entries.Select(entry => entry.FullName);

    /// <summary>What it depends on, and in which version.</summary>
    public Dictionary<string, string> Dependencies => Metadata.Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value, StringComparer.Ordinal);

    public string? Value(string element) => Metadata.Elements().SingleOrDefault(child => child.Name.LocalName == element)?.Value;

    public XElement Element(string element) => Metadata.Elements().Single(child => child.Name.LocalName == element);

    public string Read(string file) => System.Text.Encoding.UTF8.GetString(Bytes(file));

    public byte[] Bytes(string file)
    {
        using Stream stream = _zip.GetEntry(file)?.Open() ?? throw new FileNotFoundException($"The package has no {file}.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    public void Dispose() => _zip.Dispose();
}
