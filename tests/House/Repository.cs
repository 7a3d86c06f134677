using System.Xml.Linq;

namespace GCnn.House.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    public static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories);

    /// <summary>The names of what a project references, in a kind of item.</summary>
    public static string[] References(string project, string item) =>
    [
        .. XDocument.Load(PathOf(project)).Descendants(item)
            .Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal),
    ];

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "GCnn.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above the tests holds GCnn.sln."));
}
