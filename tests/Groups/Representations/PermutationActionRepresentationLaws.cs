namespace GCnn.Groups.Tests;

public sealed class PermutationActionRepresentationLaws
{
    private static readonly FiniteGroup D4 = FiniteGroup.Dihedral(4);

    [Fact]
    public void The_regular_and_quotient_actions_give_the_regular_and_quotient_matrices()
    {
        foreach (Subgroup k in Subgroup.AllOf(D4))
        {
            PermutationActionRepresentation rho = new("quotient", PermutationAction.OnCosets(new Cosets(k)));
            Law.Holds(Law.OfActions(D4, rho.Dimension, rho.Act));
            Assert.All(D4.Elements, g => Assert.Equal(new QuotientRepresentation(k).Matrix(g.Index), rho.Matrix(g.Index)));
            Assert.Equal(new QuotientRepresentation(k).Orbits, rho.Orbits);
        }
    }

    [Fact]
    public void The_conjugation_action_has_the_centralizers_orders_as_its_character()
    {
        foreach (FiniteGroup group in Examples.Groups)
        {
            PermutationActionRepresentation rho = new("conjugation", PermutationAction.Conjugation(group));
            ConjugacyClasses classes = group.ConjugacyClasses;
            Assert.Equal(Enumerable.Range(0, classes.Count).Select(c => (double)group.Order / classes.Size(c)), Character.Of(rho).Values);
            Assert.Equal(classes.Count, Character.Of(rho).Multiplicity(Irreps.Of(group)[0]));
        }
    }

    [Fact]
    public void They_are_equal_when_the_actions_are_whatever_the_names()
    {
        PermutationActionRepresentation a = new("a", PermutationAction.Regular(D4));
        PermutationActionRepresentation b = new("b", PermutationAction.Regular(FiniteGroup.Dihedral(4)));
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.NotEqual(a, new PermutationActionRepresentation("a", PermutationAction.Conjugation(D4)));
        Assert.NotEqual<Representation>(a, new RegularRepresentation(D4));
    }

    [Fact]
    public void Points_and_a_name_are_needed() =>
        Message.Says<ArgumentException>(
            () => new PermutationActionRepresentation("empty", PermutationAction.FromFunction(D4, 0, (_, i) => i)),
            "empty: D4 on 0 points",
            "at least one point");
}
