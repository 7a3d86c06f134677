using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class InductionLaws
{
    private static readonly FiniteGroup[] Groups =
        [FiniteGroup.Dihedral(4), FiniteGroup.Dihedral(6), FiniteGroup.Alternating(4), Examples.Symmetric4];

    private static readonly Subgroup[] Subgroups = [.. Groups.SelectMany(Subgroup.AllOf)];

    [Fact]
    public void Frobenius_reciprocity_holds_for_every_subgroup()
    {
        foreach (Subgroup k in Subgroups)
        {
            Law.Holds(Irreciprocity(k, sigma => Character.Of(sigma.Induce(k)), rho => Character.Of(rho.Restrict(k))));
            Law.Holds(Irreciprocity(k, sigma => Character.Of(sigma).Induce(k), rho => Character.Of(rho).Restrict(k)));
        }
    }

    [Fact]
    public void Reciprocity_rejects_a_coset_forgotten_and_a_restriction_to_a_conjugate()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Subgroup k = Subgroup.Generated(d4, 4);
        Law.IsBrokenBy(Irreciprocity(k, sigma => Character.Of(Irreps.Of(d4)[0] + Irreps.Of(d4)[2]), rho => Character.Of(rho.Restrict(k))));
        Law.IsBrokenBy(Irreciprocity(k, sigma => Character.Of(sigma.Induce(k)), rho => Character.Of(rho.Restrict(k.AsGroup(), [0, 5]))));
    }

    [Fact]
    public void Induced_from_the_trivial_representation_the_action_is_the_quotient_s()
    {
        foreach (Subgroup k in Subgroups)
        {
            PermutationRepresentation induced = new TrivialRepresentation(k.AsGroup()).Induce(k);
            Assert.Equal(new PermutationActionRepresentation("quotient", PermutationAction.OnCosets(new Cosets(k))), induced);
        }
    }

    [Fact]
    public void Induced_from_the_regular_representation_it_is_equivalent_to_the_regular_one()
    {
        foreach (Subgroup k in Subgroups)
        {
            Character induced = Character.Of(new RegularRepresentation(k.AsGroup()).Induce(k));
            Assert.Equal(Character.Of(new RegularRepresentation(k.Parent)), induced);
        }
    }

    [Fact]
    public void The_formula_for_induced_characters_agrees_with_the_matrices()
    {
        foreach (Subgroup k in Subgroups)
        {
            foreach (Irrep sigma in Irreps.Of(k.AsGroup()))
            {
                Assert.Equal(0, Character.Of(sigma.Induce(k)).Distance(Character.Of(sigma).Induce(k)), 1e-12);
            }
        }
    }

    [Fact]
    public void Mackey_s_formula_holds_for_characters()
    {
        foreach ((Subgroup l, Subgroup k) in Pairs(FiniteGroup.Dihedral(4), FiniteGroup.Dihedral(6), FiniteGroup.Alternating(4)))
        {
            foreach (Irrep sigma in Irreps.Of(k.AsGroup()))
            {
                Character left = Character.Of(sigma).Induce(k).Restrict(l);
                Assert.Equal(0, left.Distance(Mackey(new DoubleCosets(l, k), sigma)), 1e-12);
            }
        }
    }

    [Fact]
    public void Mackey_s_formula_rejects_one_double_coset_too_few()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        (Subgroup l, Subgroup k) = (Subgroup.Generated(d4, 4), Subgroup.Generated(d4, 5));
        Irrep sigma = Irreps.Of(k.AsGroup())[1];
        Character left = Character.Of(sigma).Induce(k).Restrict(l);
        Assert.NotEqual(0, left.Distance(Mackey(new DoubleCosets(l, k), sigma, 1)), 1e-3);
    }

    [Fact]
    public void Mackey_s_formula_holds_for_permutations_by_relabelling_the_points()
    {
        foreach ((Subgroup l, Subgroup k) in Pairs(FiniteGroup.Dihedral(4), FiniteGroup.Dihedral(6), Examples.Symmetric4))
        {
            DoubleCosets parts = new(l, k);
            Cosets cosets = new(k);
            List<int> points = [];
            List<PermutationRepresentation> summands = [];
            for (int part = 0; part < parts.Count; part++)
            {
                Cosets inner = new(Inside(l, parts.Stabilizer(part)));
                summands.Add(new QuotientRepresentation(inner.Subgroup));
                points.AddRange(Enumerable.Range(0, inner.Count).Select(c => cosets.CosetOf(
                    k.Parent.Multiply(l.Members[inner.Representative(c)], parts.Representative(part)))));
            }

            Matrix<double> relabel = Matrix<double>.Build.Dense(k.Index, k.Index, (row, column) => points[column] == row ? 1 : 0);
            Representation left = new QuotientRepresentation(k).Restrict(l).ChangeBasis(relabel);
            Representation sum = Representation.DirectSum([.. summands]);
            Assert.All(Enumerable.Range(0, l.Order), h => Assert.Equal(sum.Matrix(h), left.Matrix(h)));
        }
    }

    /// <summary><c>sum over L g K of Ind from L and gKg^-1 to L of x -> sigma(g^-1 x g)</c>.</summary>
    private static Character Mackey(DoubleCosets parts, Irrep sigma, int skip = 0)
    {
        (Subgroup l, Subgroup k) = (parts.Left, parts.Right);
        return Enumerable.Range(0, parts.Count - skip).Select(part =>
        {
            int g = parts.Representative(part);
            Subgroup stabilizer = parts.Stabilizer(part);
            int[] embedding = [.. stabilizer.Members.Select(x => k.Members.ToList().IndexOf(k.Parent.Conjugate(k.Parent.Inverse(g), x)))];
            return Character.Of(sigma.Restrict(stabilizer.AsGroup(), embedding)).Induce(Inside(l, stabilizer));
        }).Aggregate((a, b) => a + b);
    }

    private static Subgroup Inside(Subgroup l, Subgroup smaller) =>
        Subgroup.Generated(l.AsGroup(), [.. smaller.Members.Select(x => l.Members.ToList().IndexOf(x))]);

    private static IEnumerable<(Subgroup L, Subgroup K)> Pairs(params FiniteGroup[] groups) =>
        groups.Select(Subgroup.AllOf).SelectMany(all => from l in all from k in all select (l, k));

    private static string? Irreciprocity(Subgroup k, Func<Irrep, Character> induce, Func<Irrep, Character> restrict) =>
        (from sigma in Irreps.Of(k.AsGroup())
         let induced = induce(sigma)
         from rho in Irreps.Of(k.Parent)
         let above = induced.Inner(Character.Of(rho))
         let below = Character.Of(sigma).Inner(restrict(rho))
         where Math.Abs(above - below) > 1e-12
         select $"{k}: <Ind {sigma}, {rho}> = {above}, but <{sigma}, Res {rho}> = {below}").FirstOrDefault();
}
