namespace GCnn.Groups.Tests;

/// <summary>The axioms do not tell one group from another; relations, element orders and class sizes do.</summary>
public sealed class CatalogueRelations
{
    [Fact]
    public void In_a_dihedral_group_s_r_s_is_the_inverse_of_r()
    {
        foreach (int n in Enumerable.Range(1, 8))
        {
            Law.Holds(DihedralRelations(FiniteGroup.Dihedral(n), n));
        }

        Law.IsBrokenBy(DihedralRelations(FiniteGroup.DirectProduct(FiniteGroup.Cyclic(2), FiniteGroup.Cyclic(4)), 4));
    }

    [Fact]
    public void Elements_are_numbered_as_in_the_conventions()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        GroupElement power = d4.Identity;
        for (int k = 0; k < 4; k++, power *= d4[1])
        {
            Assert.Equal(k, power.Index);
            Assert.Equal(4 + k, (power * d4[4]).Index);
        }
    }

    [Theory]
    [InlineData("C4", "1 2 4 4", "1 1 1 1")]
    [InlineData("D4", "1 2 2 2 2 2 4 4", "1 1 2 2 2")]
    [InlineData("D3", "1 2 2 2 3 3", "1 2 3")]
    [InlineData("D6", "1 2 2 2 2 2 2 2 3 3 6 6", "1 1 2 2 3 3")]
    [InlineData("Q8", "1 2 4 4 4 4 4 4", "1 1 2 2 2")]
    [InlineData("S4", "1 2 2 2 2 2 2 2 2 2 3 3 3 3 3 3 3 3 4 4 4 4 4 4", "1 3 6 6 8")]
    [InlineData("C2 x C4", "1 2 2 2 4 4 4 4", "1 1 1 1 1 1 1 1")]
    public void Element_orders_and_class_sizes_are_those_of_the_textbook(string name, string orders, string classes)
    {
        FiniteGroup group = Examples.Groups.First(g => g.Name == name);
        Assert.Equal(orders, string.Join(' ', group.Elements.Select(g => g.Order).Order()));
        Assert.Equal(classes, string.Join(' ', ClassSizes(group)));
    }

    [Fact]
    public void A_direct_product_multiplies_in_each_factor()
    {
        FiniteGroup c2 = FiniteGroup.Cyclic(2);
        FiniteGroup d3 = FiniteGroup.Dihedral(3);
        FiniteGroup product = FiniteGroup.DirectProduct(c2, d3);
        Assert.Equal("C2 x D3", product.Name);
        Assert.Equal((1 * 6) + d3.Multiply(4, 1), product.Multiply((1 * 6) + 4, 1));
        Assert.Equal(0, product.Multiply(1 * 6, 1 * 6));
    }

    [Fact]
    public void A_group_without_rotations_is_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => FiniteGroup.Cyclic(0), "C_n", "at least 1", "n = 0");
        Message.Says<ArgumentOutOfRangeException>(() => FiniteGroup.Dihedral(-3), "D_n", "n = -3");
    }

    private static string? DihedralRelations(FiniteGroup group, int n)
    {
        (GroupElement r, GroupElement s) = (group[n == 1 ? 0 : 1], group[n]);
        return r.Order == n && s.Order == 2 && s * r * s == r.Inverse ? null : $"{group} does not satisfy r^{n} = s^2 = 1, s r s = r^-1";
    }

    private static IEnumerable<int> ClassSizes(FiniteGroup group) => group.Elements
        .Select(g => group.Elements.Select(h => (h * g * h.Inverse).Index).Distinct().Order().ToArray())
        .DistinctBy(conjugates => conjugates[0])
        .Select(conjugates => conjugates.Length)
        .Order();
}
