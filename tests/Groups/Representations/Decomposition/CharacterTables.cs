namespace GCnn.Groups.Tests;

/// <summary>
/// Real character tables from the literature, one row per irrep; columns in the order of element orders, then class sizes.
/// </summary>
public sealed class CharacterTables
{
    private static readonly double Golden = (1 + Math.Sqrt(5)) / 2;

    [Fact]
    public void Of_D4() => Known(FiniteGroup.Dihedral(4), "1/1 2/1 2/2 2/2 4/2",
        [1, 1, 1, 1, 1], [1, 1, -1, -1, 1], [1, 1, 1, -1, -1], [1, 1, -1, 1, -1], [2, -2, 0, 0, 0]);

    [Fact]
    public void Of_D5() => Known(FiniteGroup.Dihedral(5), "1/1 2/5 5/2 5/2",
        [1, 1, 1, 1], [1, -1, 1, 1], [2, 0, Golden - 1, -Golden], [2, 0, -Golden, Golden - 1]);

    [Fact]
    public void Of_S4() => Known(Examples.Symmetric4, "1/1 2/3 2/6 3/8 4/6",
        [1, 1, 1, 1, 1], [1, 1, -1, 1, -1], [2, 2, 0, -1, 0], [3, -1, 1, 0, -1], [3, -1, -1, 0, 1]);

    [Fact]
    public void Of_A5() => Known(FiniteGroup.Alternating(5), "1/1 2/15 3/20 5/12 5/12",
        [1, 1, 1, 1, 1], [3, -1, 0, Golden, 1 - Golden], [3, -1, 0, 1 - Golden, Golden], [4, 0, 1, -1, -1], [5, 1, -1, 0, 0]);

    [Fact]
    public void Of_S5() => Known(FiniteGroup.Symmetric(5), "1/1 2/10 2/15 3/20 4/30 5/24 6/20",
        [1, 1, 1, 1, 1, 1, 1], [1, -1, 1, 1, -1, 1, -1], [4, 2, 0, 1, 0, -1, -1], [4, -2, 0, 1, 0, -1, 1],
        [5, 1, 1, -1, -1, 0, 1], [5, -1, 1, -1, 1, 0, -1], [6, 0, -2, 0, 0, 1, 0]);

    [Fact]
    public void Of_Q8_where_the_quaternions_are_twice_the_complex_irrep() => Known(Examples.Quaternions, "1/1 2/1 4/2 4/2 4/2",
        [1, 1, 1, 1, 1], [1, 1, 1, -1, -1], [1, 1, -1, 1, -1], [1, 1, -1, -1, 1], [4, -4, 0, 0, 0]);

    [Fact]
    public void Of_A4_where_two_conjugate_irreps_make_a_real_one() => Known(FiniteGroup.Alternating(4), "1/1 2/3 3/4 3/4",
        [1, 1, 1, 1], [2, 2, -1, -1], [3, -1, 0, 0]);

    [Fact]
    public void A_wrong_table_is_rejected() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Known(
        FiniteGroup.Alternating(4), "1/1 2/3 3/4 3/4", [1, 1, 1, 1], [2, 2, -1, -1], [3, 1, 0, 0]));

    private static void Known(FiniteGroup group, string classes, params double[][] rows)
    {
        ConjugacyClasses all = group.ConjugacyClasses;
        int[] order = [.. Enumerable.Range(0, all.Count).OrderBy(all.ElementOrder).ThenBy(all.Size)];
        Assert.Equal(classes, string.Join(' ', order.Select(c => $"{all.ElementOrder(c)}/{all.Size(c)}")));
        string[] found = [.. Irreps.Of(group).Select(irrep => Row(order.Select(c => Character.Of(irrep).Values[c])))];
        Assert.Equal(rows.Select(Row).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static string Row(IEnumerable<double> values) => string.Join(' ', values.Select(value => $"{Math.Round(value, 9) + 0.0}"));
}
