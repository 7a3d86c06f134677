namespace GCnn.Groups.Tests;

public sealed class PermutationActionRepresentationLaws
{
    private static readonly FiniteGroup D4 = FiniteGroup.Dihedral(4);

    [Fact]
    public void A_tabulated_action_acts_as_its_formula()
    {
        foreach (PermutationRepresentation rho in Examples.Representations(D4))
        {
            PermutationActionRepresentation tabulated = new("tabulated", D4, rho.Dimension, rho.Act);
            Law.Holds(Law.OfActions(D4, rho.Dimension, tabulated.Act));
            Assert.All(D4.Elements, g => Assert.Equal(rho.Matrix(g.Index), tabulated.Matrix(g.Index)));
            Assert.Equal(rho.Orbits, tabulated.Orbits);
        }
    }

    [Fact]
    public void They_are_equal_when_groups_and_images_are_whatever_the_names()
    {
        RegularRepresentation regular = new(D4);
        PermutationActionRepresentation a = new("a", D4, 8, regular.Act);
        PermutationActionRepresentation b = new("b", FiniteGroup.Dihedral(4), 8, regular.Act);
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.NotEqual(a, new PermutationActionRepresentation("a", D4, 8, (_, i) => i));
        Assert.NotEqual<Representation>(a, regular);
    }

    [Fact]
    public void What_is_no_action_is_refused_with_the_offending_pair()
    {
        Message.Says<ArgumentException>(
            () => new PermutationActionRepresentation("inverse", D4, 8, (g, i) => D4.Multiply(D4.Inverse(g), i)),
            "inverse of D4",
            "no action",
            "was the inverse meant");
        Message.Says<ArgumentException>(
            () => new PermutationActionRepresentation("right", D4, 8, (g, i) => D4.Multiply(i, g)), "no action");
        Message.Says<ArgumentException>(
            () => new PermutationActionRepresentation("restless", D4, 2, (_, i) => 1 - i), "the identity takes point 0 to 1");
        Message.Says<ArgumentException>(
            () => new PermutationActionRepresentation("outside", D4, 2, (g, i) => i + g), "element 1 takes point 1 to 2", "0 to 1");
        Message.Says<ArgumentOutOfRangeException>(() => new PermutationActionRepresentation("empty", D4, 0, (_, i) => i), "points");
    }
}
