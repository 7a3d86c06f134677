using System.IO.Compression;
using System.Text;

namespace GCnn.Packages.Tests.Support;

/// <summary>
/// All packages, made once, in a folder of their own far from the checkout, whose name has a blank. It is laid out like a checkout, so that
/// the consumer finds them.
/// </summary>
public sealed class Feed : IDisposable
{
    public const string Version = "0.1.0";

    private readonly DirectoryInfo _room = Directory.CreateTempSubdirectory("gcnn packages ");

    public Feed() => Ran.Of(Room, Repository.PathOf("eng", "pack"), "--built", "--out", Folder).Good();

    /// <summary>Every library's package.</summary>
    public static IReadOnlyList<string> Libraries { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Select(name => name == "TorchSharp" ? "GCnn.LibTorch" : name)
            .Order(StringComparer.Ordinal),
    ];

    public string Room => _room.FullName;

    public string Folder => Path.Combine(Room, "artifacts", "packages");

    internal Package Open(string id, string kind = "nupkg") => new(Path.Combine(Folder, $"{id}.{Version}.{kind}"));

    /// <summary>A copy of the consumer that finds the packages.</summary>
    internal string Consumer(string name)
    {
        string copy = Path.Combine(Room, "tests", "Packages", name);
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(Repository.PathOf("tests", "Packages", "Consumer")))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    /// <summary>Puts a package beside the others that has a name, a version and files, and nothing else.</summary>
    internal static void Invent(string folder, string id, string version, params (string Path, byte[] Content)[] files)
    {
        using ZipArchive zip = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        string nuspec = "<?xml version=\"1.0\"?><package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata>" +
            $"<id>{id}</id><version>{version}</version><authors>nobody</authors><description>Stands for one that is not here.</description></metadata></package>";
        foreach ((string path, byte[] content) in ((string, byte[])[])[($"{id}.nuspec", Encoding.UTF8.GetBytes(nuspec)), .. files])
        {
            using Stream stream = zip.CreateEntry(path).Open();
            stream.Write(content);
        }
    }

    public void Dispose() => _room.Delete(recursive: true);
}
