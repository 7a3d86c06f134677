namespace GCnn.House.Tests;

/// <summary>docs/house.md says what stands in each folder of Groups, and tells of no folder that is gone.</summary>
public sealed class Rooms
{
    [Fact]
    public void Every_room_of_Groups_is_in_the_table_and_no_other() =>
        Assert.Equal(Folders().Order(StringComparer.Ordinal), Described(Repository.Read("docs", "house.md")).Order(StringComparer.Ordinal));

    [Fact]
    public void A_room_that_is_not_described_is_missed()
    {
        string house = Repository.Read("docs", "house.md").Replace("| `Fourier` |", "| Fourier |", StringComparison.Ordinal);
        Assert.Contains("Fourier", Folders().Except(Described(house)));
    }

    /// <summary>The folders, and those inside <c>Lattices</c>, which are rooms of their own.</summary>
    private static string[] Folders() =>
    [
        "Groups/",
        .. Names("Groups"),
        .. Names("Groups", "Lattices").Select(name => $"Lattices/{name}"),
    ];

    private static IEnumerable<string> Names(params string[] folder) => Directory
        .EnumerateDirectories(Repository.PathOf(["src", .. folder]))
        .Select(path => Path.GetFileName(path))
        .Where(name => name is not ("bin" or "obj"));

    /// <summary>The first column of the table of rooms.</summary>
    private static string[] Described(string house) =>
    [
        .. house.Split('\n')
            .SkipWhile(line => !line.StartsWith("## Rooms of Groups", StringComparison.Ordinal))
            .TakeWhile(line => !line.StartsWith("Four pairs", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]),
    ];
}
