namespace GCnn.Groups.Tests;

public sealed class TableValidation
{
    /// <summary>A Latin square with identity whose every element is its own inverse: no group has this at order 5.</summary>
    private static readonly int[,] Loop =
    {
        { 0, 1, 2, 3, 4 },
        { 1, 0, 3, 4, 2 },
        { 2, 4, 0, 1, 3 },
        { 3, 2, 4, 0, 1 },
        { 4, 3, 1, 2, 0 },
    };

    [Fact]
    public void The_table_of_every_group_is_accepted()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            Assert.Equal(group, FiniteGroup.FromTable(group.Name, FiniteGroupLaws.Table(group)));
        }
    }

    [Fact]
    public void A_table_that_is_not_square_or_empty_is_refused()
    {
        Message.Says<ArgumentException>(() => FiniteGroup.FromTable("G", new int[2, 3]), "G:", "2 x 3", "as many rows as columns");
        Message.Says<ArgumentException>(() => FiniteGroup.FromTable("G", new int[0, 0]), "0 x 0");
    }

    [Fact]
    public void A_group_without_a_name_is_refused() =>
        Message.Says<ArgumentException>(() => FiniteGroup.FromTable(" ", new int[1, 1]), "name");

    [Fact]
    public void A_table_whose_element_0_is_not_the_identity_is_refused() =>
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromTable("G", new[,] { { 1, 0 }, { 0, 1 } }), "element 0 must be the identity", "0 * 0 = 1", "Renumber");

    [Fact]
    public void A_table_that_repeats_an_element_is_refused()
    {
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromTable("G", new[,] { { 0, 1, 2 }, { 1, 1, 0 }, { 2, 0, 1 } }), "row 1",
            "holds 1 twice, at places 0 and 1");
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromTable("G", new[,] { { 0, 1, 2, 3 }, { 1, 0, 3, 2 }, { 2, 3, 1, 0 }, { 3, 2, 1, 0 } }),
            "column 2", "holds 1 twice, at places 2 and 3");
    }

    [Fact]
    public void A_table_with_a_foreign_element_is_refused() =>
        Message.Says<ArgumentException>(
            () => FiniteGroup.FromTable("G", new[,] { { 0, 1 }, { 1, 7 } }), "row 1", "holds 7 at place 1", "0 to 1");

    [Fact]
    public void A_loop_that_is_not_a_group_is_refused_with_the_first_offending_triple()
    {
        Law.IsBrokenBy(Law.OfGroups(5, (g, h) => Loop[g, h], g => g));
        Message.Says<ArgumentException>(() => FiniteGroup.FromTable("L5", Loop), "L5", "not associative",
            "(1 * 1) * 2 = 2, but 1 * (1 * 2) = 4");
    }

    [Fact]
    public void Associativity_is_tested_with_every_generator_and_not_only_the_first()
    {
        int[,] product = new int[10, 10];
        foreach ((int g, int h) in from g in Enumerable.Range(0, 10) from h in Enumerable.Range(0, 10) select (g, h))
        {
            product[g, h] = (2 * Loop[g / 2, h / 2]) + ((g ^ h) & 1);
        }

        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(
            product[product[i / 10, 1], i % 10], product[i / 10, product[1, i % 10]]));
        Message.Says<ArgumentException>(() => FiniteGroup.FromTable("L5 x C2", product), "not associative", "* 2) *");
    }
}
