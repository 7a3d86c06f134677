namespace GCnn.Groups.Tests;

public sealed class SemidirectProductLaws
{
    private static readonly FiniteGroup C2 = FiniteGroup.Cyclic(2);

    [Fact]
    public void Rotations_and_a_flip_that_inverts_them_have_the_table_of_the_dihedral_group()
    {
        foreach (int n in Enumerable.Range(1, 12))
        {
            FiniteGroup product = FiniteGroup.SemidirectProduct(FiniteGroup.Cyclic(n), C2, (h, k) => h == 0 ? k : (n - k) % n);
            Assert.Equal(FiniteGroup.Dihedral(n), product);
        }
    }

    [Fact]
    public void With_the_trivial_action_it_is_the_direct_product()
    {
        FiniteGroup d3 = FiniteGroup.Dihedral(3);
        Assert.Equal(FiniteGroup.DirectProduct(C2, d3), FiniteGroup.SemidirectProduct(d3, C2, (_, k) => k));
        Assert.Equal(FiniteGroup.WithFlip(d3), FiniteGroup.SemidirectProduct(d3, C2, (_, k) => k));
        Assert.Equal("D3 : C2", FiniteGroup.SemidirectProduct(d3, C2, (_, k) => k).Name);
    }

    [Fact]
    public void The_first_factor_is_normal_the_second_a_complement_and_it_acts_by_conjugation()
    {
        foreach (FiniteGroup normal in Examples.Groups.Where(g => g.Order <= 6))
        {
            AutomorphismGroup automorphisms = new(normal);
            FiniteGroup holomorph = FiniteGroup.SemidirectProduct(normal, automorphisms.Action);
            Homomorphism ofN = Homomorphism.FromFunction(normal, holomorph, n => n);
            Homomorphism ofH = Homomorphism.FromFunction(automorphisms.Group, holomorph, h => h * normal.Order);
            Homomorphism toH = Homomorphism.FromFunction(holomorph, automorphisms.Group, g => g / normal.Order);
            Assert.True(ofN.Image.IsNormal);
            Assert.Equal(ofN.Image, toH.Kernel);
            Assert.Equal(Homomorphism.Identity(automorphisms.Group), toH.Compose(ofH));
            Assert.All(automorphisms.Group.Elements, h => Assert.All(normal.Elements, n => Assert.Equal(
                ofN[automorphisms.Action.Act(h.Index, n.Index)], holomorph.Conjugate(ofH[h.Index], ofN[n.Index]))));
        }
    }

    [Fact]
    public void Known_groups_are_semidirect_products()
    {
        FiniteGroup klein = FiniteGroup.Dihedral(2);
        int[] third = [0, 2, 3, 1];
        FiniteGroup a4 = FiniteGroup.SemidirectProduct(
            klein, FiniteGroup.Cyclic(3), (h, k) => Enumerable.Repeat(third, h).Aggregate(k, (x, turn) => turn[x]));
        Assert.True(a4.IsIsomorphicTo(FiniteGroup.Alternating(4)));
        FiniteGroup s4 = FiniteGroup.SemidirectProduct(klein, new AutomorphismGroup(klein).Action);
        Assert.True(s4.IsIsomorphicTo(FiniteGroup.Symmetric(4)));
        FiniteGroup dic3 = FiniteGroup.SemidirectProduct(
            FiniteGroup.Cyclic(3), FiniteGroup.Cyclic(4), (h, k) => h % 2 == 0 ? k : (3 - k) % 3);
        Assert.True(dic3.IsIsomorphicTo(FiniteGroup.Dicyclic(3)));
        Assert.False(dic3.IsIsomorphicTo(FiniteGroup.Dihedral(6)));
    }

    [Fact]
    public void What_does_not_act_by_automorphisms_is_refused()
    {
        FiniteGroup c4 = FiniteGroup.Cyclic(4);
        Message.Says<ArgumentException>(
            () => FiniteGroup.SemidirectProduct(c4, C2, (h, k) => h == 0 ? k : k switch { 1 => 2, 2 => 1, _ => k }),
            "C2 does not act on C4 by automorphisms", "element 1 takes 1 * 1 to 1", "product of the images is 0");
        Message.Says<ArgumentException>(
            () => FiniteGroup.SemidirectProduct(c4, PermutationAction.Regular(C2)), "C2 on 2 points", "4 elements of C4");
        Message.Says<ArgumentException>(() => FiniteGroup.SemidirectProduct(c4, C2, (h, k) => (k + h) % 4), "takes point");
    }
}
