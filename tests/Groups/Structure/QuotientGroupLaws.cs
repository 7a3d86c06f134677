namespace GCnn.Groups.Tests;

public sealed class QuotientGroupLaws
{
    [Fact]
    public void The_projection_is_a_surjective_homomorphism_whose_kernel_is_the_subgroup()
    {
        foreach (Subgroup n in Examples.Groups.SelectMany(Subgroup.NormalOf))
        {
            QuotientGroup quotient = new(n);
            Assert.Equal(n.Index, quotient.Group.Order);
            Assert.Equal(n, quotient.Projection.Kernel);
            Assert.True(quotient.Projection.IsSurjective);
            Law.Holds(Law.OfHomomorphisms(n.Parent, quotient.Cosets.CosetOf, quotient.Group.Multiply));
        }
    }

    [Fact]
    public void Cosets_of_a_subgroup_that_is_not_normal_have_no_product()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Cosets cosets = new(Subgroup.Generated(d4, 4));
        Law.IsBrokenBy(Law.OfHomomorphisms(
            d4, cosets.CosetOf, (a, b) => cosets.CosetOf(d4.Multiply(cosets.Representative(a), cosets.Representative(b)))));
        Message.Says<ArgumentException>(
            () => new QuotientGroup(cosets.Subgroup), "D4{0,4} is not normal in D4", "normal closure has order 4", "OnCosets");
    }

    [Theory]
    [InlineData("S4", 4, "S3")]
    [InlineData("S4", 12, "C2")]
    [InlineData("A4", 4, "C3")]
    [InlineData("D4", 2, "D2")]
    [InlineData("Q8", 2, "D2")]
    [InlineData("D6", 2, "S3")]
    [InlineData("Oh", 2, "S4")]
    [InlineData("Ih", 2, "A5")]
    [InlineData("Ih", 60, "C2")]
    public void Quotients_are_those_of_the_textbook(string name, int order, string quotient)
    {
        FiniteGroup group = Named.Group(name);
        Subgroup normal = Assert.Single(Subgroup.NormalOf(group), n => n.Order == order);
        Assert.True(new QuotientGroup(normal).Group.IsIsomorphicTo(Named.Group(quotient)));
    }

    [Fact]
    public void The_second_isomorphism_theorem_holds_for_every_subgroup_and_every_normal_one()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            foreach (Subgroup n in Subgroup.NormalOf(group))
            {
                foreach (Subgroup k in Subgroup.UpToConjugacy(group))
                {
                    Homomorphism ofK = Homomorphism.Inclusion(k);
                    Homomorphism ofProduct = Homomorphism.Inclusion(k.Join(n));
                    QuotientGroup left = new(ofK.PreimageOf(n));
                    QuotientGroup right = new(ofProduct.PreimageOf(n));
                    Assert.Equal(k.Intersection(n).Order, left.Normal.Order);
                    int[] places = [.. k.Members.Select(g => ofProduct.Images.ToList().IndexOf(g))];
                    Homomorphism natural = right.Projection.Compose(Homomorphism.FromImages(ofK.Source, ofProduct.Source, places));
                    Assert.True(left.Factor(natural).IsIsomorphism);
                }
            }
        }
    }

    [Fact]
    public void The_third_isomorphism_theorem_holds_for_nested_normal_subgroups()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            foreach ((Subgroup n, Subgroup m) in Subgroup.NormalOf(group)
                .SelectMany(n => Subgroup.NormalOf(group).Where(n.IsSubgroupOf).Select(m => (n, m))))
            {
                QuotientGroup byN = new(n);
                QuotientGroup twice = new(byN.Projection.ImageOf(m));
                Assert.Equal(m, twice.Projection.Compose(byN.Projection).Kernel);
                Assert.True(new QuotientGroup(m).Factor(twice.Projection.Compose(byN.Projection)).IsIsomorphism);
            }
        }
    }

    [Fact]
    public void A_homomorphism_that_is_not_trivial_on_the_subgroup_does_not_factor()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        QuotientGroup quotient = new(Subgroup.Generated(d4, 1));
        Message.Says<ArgumentException>(() => quotient.Factor(Homomorphism.Identity(d4)), "does not factor through D4/{0,1,2,3}");
        Message.Says<ArgumentException>(
            () => quotient.Factor(Homomorphism.Identity(FiniteGroup.Cyclic(4))), "C4{0} is a subgroup of another group");
    }

    [Fact]
    public void Quotients_are_equal_when_their_subgroups_are()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        QuotientGroup quotient = new(Subgroup.Generated(d4, 2));
        Assert.Equal(quotient, new QuotientGroup(Subgroup.Generated(FiniteGroup.Dihedral(4), 2)));
        Assert.Equal(quotient.GetHashCode(), new QuotientGroup(Subgroup.Generated(d4, 2)).GetHashCode());
        Assert.NotEqual(quotient, new QuotientGroup(Subgroup.Generated(d4, 1)));
        Assert.False(quotient.Equals((object?)null));
        Assert.Equal("D4/{0,2}", quotient.ToString());
    }
}
