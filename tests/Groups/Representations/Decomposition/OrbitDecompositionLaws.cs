namespace GCnn.Groups.Tests;

public class OrbitDecompositionLaws
{
    private static readonly FiniteGroup[] Groups =
        [.. Enumerable.Range(1, 6).SelectMany(n => new[] { FiniteGroup.Cyclic(n), FiniteGroup.Dihedral(n) })];

    public static IEnumerable<PermutationRepresentation> Restricted =>
        from g in Groups
        from k in Subgroup.AllOf(g)
        from l in Subgroup.AllOf(g)
        select new QuotientRepresentation(k).Restrict(l);

    [Fact]
    public void The_sources_carry_the_direct_sum_to_the_representation() => Assert.All(
        Restricted, rho => Law.Holds(Violation(OrbitDecomposition.Of(rho), OrbitDecomposition.Of(rho).Sources)));

    [Fact]
    public void Sources_in_another_order_are_rejected()
    {
        var rho = new RegularRepresentation(FiniteGroup.Dihedral(4)).Restrict(Subgroup.Generated(FiniteGroup.Dihedral(4), 2));
        OrbitDecomposition orbits = OrbitDecomposition.Of(rho);
        Law.IsBrokenBy(Violation(orbits, [.. Enumerable.Range(0, rho.Dimension)]));
        Law.IsBrokenBy(Violation(orbits, [.. orbits.Sources.Skip(1), orbits.Sources[0]]));
    }

    [Fact]
    public void Mackey_counts_the_orbits_of_a_restricted_quotient_by_double_cosets()
    {
        foreach (FiniteGroup g in Groups)
        {
            foreach (Subgroup k in Subgroup.AllOf(g))
            {
                foreach (Subgroup l in Subgroup.AllOf(g))
                {
                    OrbitDecomposition orbits = OrbitDecomposition.Of(new QuotientRepresentation(k).Restrict(l));
                    DoubleCosets mackey = new(l, k);
                    Assert.Equal(
                        Enumerable.Range(0, mackey.Count).Select(d => l.Order / mackey.Stabilizer(d).Order).Order(),
                        orbits.Blocks.Select(block => block.Representation.Dimension).Order());
                }
            }
        }
    }

    [Fact]
    public void A_restricted_regular_representation_is_as_many_regular_ones_as_the_index()
    {
        foreach (FiniteGroup g in Groups)
        {
            foreach (Subgroup l in Subgroup.AllOf(g).Where(l => l.Order > 1))
            {
                OrbitDecomposition orbits = OrbitDecomposition.Of(new RegularRepresentation(g).Restrict(l));
                Assert.Equal(l.Index, orbits.Blocks.Count);
                Assert.All(orbits.Blocks, block => Assert.Equal(new RegularRepresentation(l.AsGroup()), block.Representation));
            }
        }
    }

    [Fact]
    public void What_is_one_orbit_in_order_stays_as_it_is()
    {
        foreach (FiniteGroup g in Groups.Where(g => g.Order > 1))
        {
            PermutationRepresentation[] simple = [new RegularRepresentation(g), new TrivialRepresentation(g)];
            foreach (PermutationRepresentation rho in simple)
            {
                OrbitDecomposition orbits = OrbitDecomposition.Of(rho);
                Assert.Equal(rho, orbits.DirectSum);
                Assert.Equal(Enumerable.Range(0, rho.Dimension), orbits.Sources);
            }
        }
    }

    [Fact]
    public void Equivalent_orbits_have_equal_representations()
    {
        // The stabilizers {e, s} and {e, r s} of D3 are conjugate, those of D4 are not.
        foreach ((int n, int kinds) in new[] { (3, 1), (4, 2) })
        {
            var g = FiniteGroup.Dihedral(n);
            var both = new QuotientRepresentation(Subgroup.Generated(g, n)) + new QuotientRepresentation(Subgroup.Generated(g, n + 1));
            Assert.Equal(kinds, OrbitDecomposition.Of(both).Blocks.Select(block => block.Representation).Distinct().Count());
        }
    }

    [Fact]
    public void Prints_its_orbits_and_is_equal_to_itself()
    {
        var g = FiniteGroup.Dihedral(4);
        var rho = new RegularRepresentation(g).Restrict(FiniteGroup.Cyclic(4), [0, 1, 2, 3]);
        Assert.Equal("regular restricted to C4 = 2 regular", OrbitDecomposition.Of(rho).ToString());
        Assert.Equal(OrbitDecomposition.Of(rho), OrbitDecomposition.Of(rho));
        Assert.Equal(OrbitDecomposition.Of(rho).GetHashCode(), OrbitDecomposition.Of(rho).GetHashCode());
        Assert.NotEqual(OrbitDecomposition.Of(rho), OrbitDecomposition.Of(new RegularRepresentation(g)));
    }

    /// <summary><c>g·Sources[i] = Sources[g·i]</c>, on the left by the representation and on the right by the direct sum.</summary>
    private static string? Violation(OrbitDecomposition orbits, IReadOnlyList<int> sources) =>
        sources.Distinct().Count() < sources.Count
            ? "a coordinate occurs twice"
            : (from g in Enumerable.Range(0, orbits.Representation.Group.Order)
               from i in Enumerable.Range(0, sources.Count)
               where orbits.Representation.Act(g, sources[i]) != sources[orbits.DirectSum.Act(g, i)]
               select $"{orbits}: element {g} misses at {i}").FirstOrDefault();
}
