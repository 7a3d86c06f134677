namespace GCnn.Groups.Tests;

public sealed class HomomorphismLaws
{
    /// <summary>The sign of D4, the projection of D4 x C2, a quotient, an inclusion, an inner automorphism and the trivial map.</summary>
    public static IEnumerable<Homomorphism> All
    {
        get
        {
            FiniteGroup d4 = FiniteGroup.Dihedral(4);
            FiniteGroup s4 = FiniteGroup.Symmetric(4);
            return
            [
                Homomorphism.FromGeneratorImages(d4, FiniteGroup.Cyclic(2), 0, 1),
                Homomorphism.FromFunction(FiniteGroup.WithFlip(d4), d4, g => g % 8),
                new QuotientGroup(Subgroup.NormalOf(s4)[1]).Projection,
                Homomorphism.Inclusion(Subgroup.Generated(s4, 1, 2)),
                Homomorphism.Conjugation(d4, 1),
                Homomorphism.Identity(s4),
                Homomorphism.Trivial(s4, d4),
            ];
        }
    }

    [Fact]
    public void Products_go_to_products_and_a_map_that_exchanges_two_images_is_no_homomorphism()
    {
        foreach (Homomorphism f in All)
        {
            Law.Holds(Law.OfHomomorphisms(f.Source, g => f[g], f.Target.Multiply));
        }

        FiniteGroup c4 = FiniteGroup.Cyclic(4);
        int[] exchanged = [0, 2, 1, 3];
        Law.IsBrokenBy(Law.OfHomomorphisms(c4, g => exchanged[g], c4.Multiply));
        Message.Says<ArgumentException>(
            () => Homomorphism.FromImages(c4, c4, exchanged), "C4 -> C4", "1 * 1 = 2 goes to 1", "2 * 2 = 0", "keeps products");
    }

    [Fact]
    public void One_wrong_image_is_refused_wherever_it_stands()
    {
        FiniteGroup s4 = FiniteGroup.Symmetric(4);
        foreach ((int g, int image) in Enumerable.Range(0, 24).SelectMany(g => Enumerable.Range(0, 24).Select(image => (g, image))))
        {
            int[] images = [.. Enumerable.Range(0, 24)];
            images[g] = image;
            if (g != image)
            {
                Message.Says<ArgumentException>(() => Homomorphism.FromImages(s4, s4, images), "keeps products");
            }
        }
    }

    [Fact]
    public void Source_kernel_and_image_satisfy_the_first_isomorphism_theorem()
    {
        foreach (Homomorphism f in All)
        {
            Assert.True(f.Kernel.IsNormal);
            Assert.Equal(f.Source.Order, f.Kernel.Order * f.Image.Order);
            Assert.Equal(f.Images.Distinct().Order(), f.Image.Members);
            QuotientGroup quotient = new(f.Kernel);
            Homomorphism factor = quotient.Factor(f);
            Assert.True(factor.IsInjective);
            Assert.Equal(f, factor.Compose(quotient.Projection));
            Assert.True(quotient.Group.IsIsomorphicTo(f.Image.AsGroup()));
        }
    }

    [Fact]
    public void Injective_surjective_and_isomorphism_mean_what_they_say()
    {
        foreach (Homomorphism f in All)
        {
            Assert.Equal(f.Images.Distinct().Count() == f.Source.Order, f.IsInjective);
            Assert.Equal(f.Images.Distinct().Count() == f.Target.Order, f.IsSurjective);
            Assert.Equal(f.IsInjective && f.IsSurjective, f.IsIsomorphism);
        }
    }

    [Fact]
    public void Images_and_preimages_of_subgroups_hold_the_images_and_the_sources()
    {
        foreach (Homomorphism f in All)
        {
            foreach (Subgroup k in Subgroup.AllOf(f.Source))
            {
                Assert.Equal(k.Members.Select(g => f[g]).Distinct().Order(), f.ImageOf(k).Members);
                Assert.Equal(k.Join(f.Kernel), f.PreimageOf(f.ImageOf(k)));
            }

            foreach (Subgroup l in Subgroup.AllOf(f.Target))
            {
                Assert.Equal(l.Intersection(f.Image), f.ImageOf(f.PreimageOf(l)));
            }
        }
    }

    [Fact]
    public void The_inverse_undoes_and_composition_applies_the_first_first()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Homomorphism turn = Homomorphism.Conjugation(d4, 1);
        Homomorphism outer = Homomorphism.FromGeneratorImages(d4, d4, 1, 5);
        Assert.Equal(Homomorphism.Identity(d4), outer.Inverse.Compose(outer));
        Assert.Equal(Homomorphism.Identity(d4), outer.Compose(outer.Inverse));
        Homomorphism mirror = Homomorphism.Conjugation(d4, 4);
        Assert.NotEqual(mirror.Compose(outer), outer.Compose(mirror));
        Assert.All(d4.Elements, g => Assert.Equal(outer[mirror[g.Index]], outer.Compose(mirror)[g.Index]));
        Assert.Equal(Homomorphism.Conjugation(d4, d4.Multiply(1, 4)), turn.Compose(mirror));
        Message.Says<InvalidOperationException>(() => Homomorphism.Trivial(d4, d4).Inverse, "no inverse", "kernel has 8", "image 1 of 8");
    }

    [Fact]
    public void Images_of_generators_extend_in_one_way_or_not_at_all()
    {
        FiniteGroup d3 = FiniteGroup.Dihedral(3);
        FiniteGroup c2 = FiniteGroup.Cyclic(2);
        Assert.Equal([0, 0, 0, 1, 1, 1], Homomorphism.FromGeneratorImages(d3, c2, 0, 1).Images);
        Message.Says<ArgumentException>(
            () => Homomorphism.FromGeneratorImages(d3, c2, 1, 0),
            "D3 -> C2", "generators 1, 3 cannot go to 1, 0", "break a relation of D3");
        int extensions = Enumerable.Range(0, 36).Count(images => Extends(d3, images / 6, images % 6));
        Assert.Equal(10, extensions);
    }

    [Fact]
    public void Homomorphisms_are_equal_by_groups_and_images_and_print()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Homomorphism sign = Homomorphism.FromGeneratorImages(d4, FiniteGroup.Cyclic(2), 0, 1);
        Assert.Equal(sign, Homomorphism.FromFunction(FiniteGroup.Dihedral(4), FiniteGroup.Cyclic(2), g => g / 4));
        Assert.Equal(sign.GetHashCode(), Homomorphism.FromFunction(d4, FiniteGroup.Cyclic(2), g => g / 4).GetHashCode());
        Assert.NotEqual(sign, Homomorphism.Trivial(d4, FiniteGroup.Cyclic(2)));
        Assert.NotEqual(Homomorphism.Trivial(d4, d4), Homomorphism.Trivial(d4, FiniteGroup.WithFlip(d4)));
        Assert.False(sign.Equals((object?)null));
        Assert.Equal("D4 -> C2: 1 to 0, 4 to 1", sign.ToString());
    }

    [Fact]
    public void Wrong_numbers_of_images_unknown_elements_and_foreign_groups_are_refused()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        FiniteGroup c2 = FiniteGroup.Cyclic(2);
        Homomorphism sign = Homomorphism.FromGeneratorImages(d4, c2, 0, 1);
        Message.Says<ArgumentException>(() => Homomorphism.FromImages(d4, c2, 0, 1), "2 images for 8 elements", "FromGeneratorImages");
        Message.Says<ArgumentException>(() => Homomorphism.FromGeneratorImages(d4, c2, 0), "1 images for the 2 generators 1, 4");
        Message.Says<ArgumentOutOfRangeException>(() => Homomorphism.FromGeneratorImages(d4, c2, 0, 2), "C2", "no element 2");
        Message.Says<ArgumentOutOfRangeException>(() => Homomorphism.FromFunction(d4, c2, g => g), "C2", "no element 2");
        Message.Says<ArgumentOutOfRangeException>(() => sign[8], "no element 8");
        Message.Says<ArgumentException>(() => sign.Compose(sign), "ends in C2 of order 2", "starts from D4 of order 8", "exchanged");
        Message.Says<ArgumentException>(() => sign.ImageOf(Subgroup.Whole(c2)), "C2{0,1} is a subgroup of another group");
        Message.Says<ArgumentException>(() => sign.PreimageOf(Subgroup.Trivial(d4)), "D4{0} is a subgroup of another group");
    }

    private static bool Extends(FiniteGroup group, int r, int s)
    {
        try
        {
            return Homomorphism.FromGeneratorImages(group, group, r, s).Source.Equals(group);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
