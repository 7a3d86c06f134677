namespace GCnn.Groups.Tests;

public sealed class AutomorphismGroupLaws
{
    [Theory]
    [InlineData("D4", 8, 4)]
    [InlineData("Q8", 24, 4)]
    [InlineData("S4", 24, 24)]
    [InlineData("A4", 24, 12)]
    [InlineData("A5", 120, 60)]
    [InlineData("C8", 4, 1)]
    [InlineData("C7", 6, 1)]
    [InlineData("D2", 6, 1)]
    [InlineData("D5", 20, 10)]
    [InlineData("C1", 1, 1)]
    public void The_numbers_of_automorphisms_and_inner_ones_are_those_of_the_textbook(string name, int automorphisms, int inner)
    {
        AutomorphismGroup group = new(Named.Group(name));
        Assert.Equal(automorphisms, group.Group.Order);
        Assert.Equal(inner, group.Inner.Order);
    }

    [Theory]
    [InlineData("D4", "D4")]
    [InlineData("Q8", "S4")]
    [InlineData("S4", "S4")]
    [InlineData("A5", "S5")]
    [InlineData("D2", "S3")]
    [InlineData("C8", "D2")]
    [InlineData("C7", "C6")]
    public void Automorphism_groups_are_those_of_the_textbook(string name, string automorphisms) =>
        Assert.True(new AutomorphismGroup(Named.Group(name)).Group.IsIsomorphicTo(Named.Group(automorphisms)));

    [Fact]
    public void Automorphisms_are_all_bijections_that_keep_products()
    {
        FiniteGroup s3 = FiniteGroup.Symmetric(3);
        FiniteGroup bijections = FiniteGroup.FromPermutations(
            "S6", [[1, 2, 3, 4, 5, 0], [1, 0, 2, 3, 4, 5]], out IReadOnlyList<int[]> maps);
        Assert.Equal(720, bijections.Order);
        int keepProducts = maps.Count(map => Law.OfHomomorphisms(s3, g => map[g], s3.Multiply) is null);
        Assert.Equal(keepProducts, new AutomorphismGroup(s3).Group.Order);
    }

    [Fact]
    public void Automorphisms_compose_as_they_multiply_and_are_numbered_by_their_images()
    {
        foreach (AutomorphismGroup group in Examples.Groups.Where(g => g.Order <= 8).Select(g => new AutomorphismGroup(g)))
        {
            Law.Holds(Law.OfHomomorphisms(group.Group, a => group[a], (f, g) => f.Compose(g)));
            Assert.All(group.Group.Elements, a => Assert.Equal(a.Index, group.NumberOf(group[a.Index])));
            Assert.Equal(Homomorphism.Identity(group.Source), group[0]);
            string[] images = [.. group.Group.Elements.Select(a => string.Join(' ', group[a.Index].Images))];
            Assert.Equal(images.Order(StringComparer.Ordinal), images);
        }

        AutomorphismGroup d3 = new(FiniteGroup.Dihedral(3));
        Law.IsBrokenBy(Law.OfHomomorphisms(d3.Group, a => d3[a], (f, g) => g.Compose(f)));
    }

    [Fact]
    public void Inner_automorphisms_are_normal_and_the_quotient_by_the_centre()
    {
        foreach (AutomorphismGroup group in Examples.Groups.Where(g => g.Order <= 12).Select(g => new AutomorphismGroup(g)))
        {
            Assert.True(group.Inner.IsNormal);
            Assert.Equal(group.Source.Centre, group.Conjugation.Kernel);
            Assert.True(new QuotientGroup(group.Source.Centre).Factor(group.Conjugation).IsInjective);
        }
    }

    [Fact]
    public void Automorphism_groups_are_equal_when_their_groups_are_and_print()
    {
        AutomorphismGroup group = new(FiniteGroup.Dihedral(4));
        Assert.Equal(group, new AutomorphismGroup(FiniteGroup.Dihedral(4)));
        Assert.Equal(group.GetHashCode(), new AutomorphismGroup(FiniteGroup.Dihedral(4)).GetHashCode());
        Assert.NotEqual(group, new AutomorphismGroup(FiniteGroup.Dihedral(3)));
        Assert.False(group.Equals((object?)null));
        Assert.Equal("Aut(D4)", group.ToString());
    }

    [Fact]
    public void Other_maps_and_too_many_automorphisms_are_refused()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        AutomorphismGroup group = new(d4);
        Message.Says<ArgumentException>(() => group.NumberOf(Homomorphism.Trivial(d4, d4)), "not an automorphism of D4");
        Message.Says<ArgumentException>(() => group.NumberOf(Homomorphism.Identity(FiniteGroup.Cyclic(4))), "not an automorphism of D4");
        Message.Says<ArgumentOutOfRangeException>(() => group[8], "Aut(D4)", "no element 8");
        FiniteGroup klein = FiniteGroup.Dihedral(2);
        Message.Says<ArgumentException>(
            () => new AutomorphismGroup(FiniteGroup.DirectProduct(klein, klein)), "D2 x D2", "more than 10000 automorphisms");
    }
}
