using System.Text.RegularExpressions;
using GCnn.Groups;

namespace GCnn.Snippets.Tests;

/// <summary>What docs/groups.md says is what <see cref="GroupsDoc"/> runs and what the catalogue holds.</summary>
public partial class GroupsDocQuotes
{
    private const string Begin = "        // groups.md: begin\n";
    private const string End = "        // groups.md: end\n";
    private const string Fence = "```";

    private static string Page => Read("groups.md");

    [Fact]
    public void The_page_quotes_every_block_and_no_other_in_the_same_order()
    {
        string[] run = [.. Between(Read("GroupsDoc.cs"), Begin, End).Select(Unindented)];
        string[] quoted = [.. Between(Page, $"\n{Fence}csharp\n", $"\n{Fence}\n")];
        Assert.NotEmpty(run);
        Assert.Equal(run, quoted);
    }

    [Fact]
    public void The_table_of_plane_groups_is_that_of_the_catalogue()
    {
        string[] rows =
        [
            .. from plane in PlaneGroup.All
               group plane by plane.PointGroup.Name into planes
               let hexagonal = planes.First().Lattice is HexagonalLattice
               let order = planes.First().Order
               orderby hexagonal, order, planes.Key
               let names = string.Join(", ", planes)
               select $"| {planes.Key} | {order} | {(hexagonal ? "" : names)} | {(hexagonal ? names : "")} |",
        ];
        string[] table = [.. Between(Page, "| point group |", "\n\n").Single().Split('\n')];
        Assert.Equal(rows, table[2..]);
    }

    [Fact]
    public void Every_key_that_the_page_cites_is_a_reference()
    {
        string references = Read("REFERENCES.md");
        string[] keys = [.. Key().Matches(Page).Select(key => key.Value)];
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains($"- **{key}**", references, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Between(string text, string begin, string end) =>
        text.Split(begin)[1..].Select(rest => rest[..rest.IndexOf(end, StringComparison.Ordinal)]);

    private static string Unindented(string block) =>
        string.Join('\n', block.Split('\n').Select(line => line.Length >= 8 ? line[8..] : "")).TrimEnd();

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    [GeneratedRegex(@"\[[A-Z][A-Za-z]+\d{4}\]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Key();
}
