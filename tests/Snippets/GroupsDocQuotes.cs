using System.Text.RegularExpressions;
using GCnn.Groups;

namespace GCnn.Snippets.Tests;

/// <summary>What docs/groups.md says is what <see cref="GroupsDoc"/> runs and what the catalogue holds.</summary>
public partial class GroupsDocQuotes
{
    private static string Page => Blocks.Read("groups.md");

    [Fact]
    public void The_page_quotes_every_block_and_no_other_in_the_same_order()
    {
        string[] run = Blocks.Run("GroupsDoc.cs", "groups.md");
        Assert.NotEmpty(run);
        Assert.Equal(run, Blocks.Quoted("groups.md"));
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
        string[] table = [.. Blocks.Between(Page, "| point group |", "\n\n").Single().Split('\n')];
        Assert.Equal(rows, table[2..]);
    }

    [Fact]
    public void Every_key_that_the_page_cites_is_a_reference()
    {
        string references = Blocks.Read("REFERENCES.md");
        string[] keys = [.. Key().Matches(Page).Select(key => key.Value)];
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains($"- **{key}**", references, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\[[A-Z][A-Za-z]+\d{4}\]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Key();
}
