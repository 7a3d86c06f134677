namespace GCnn.Groups.Tests;

public sealed class ContinuousRestrictionLaws
{
    private static readonly int[] Rotations = [.. Enumerable.Range(1, 8), 12];

    private static IEnumerable<(ContinuousRepresentation Rho, int N)> Cases =>
        ContinuousExamples.Representations.Concat(ContinuousExamples.Irreps(13)).SelectMany(rho => Rotations.Select(n => (rho, n)));

    [Fact]
    public void A_restriction_has_the_matrices_of_the_subgroups_elements_and_they_multiply()
    {
        foreach ((ContinuousRepresentation rho, int n) in Cases)
        {
            Representation restricted = rho.Restrict(n);
            Assert.Equal(rho.Group.Finite(n), restricted.Group);
            Law.Holds(RepresentationLaw.Of(restricted));
            Assert.All(restricted.Group.Elements, g => Assert.True(
                ContinuousExamples.Near(rho.Matrix(rho.Group.Element(n, g.Index)), restricted.Matrix(g.Index))));
        }
    }

    [Fact]
    public void Frequencies_fold_as_aliasing_says()
    {
        foreach (ContinuousIrrep rho in ContinuousExamples.Irreps(13))
        {
            foreach (int n in Rotations)
            {
                Law.Holds(Folding(rho, n, Folded(rho, n)));
            }
        }
    }

    [Fact]
    public void That_law_rejects_frequencies_that_are_reduced_without_folding() =>
        Law.IsBrokenBy(Folding(ContinuousGroup.O2.Irrep(3), 5, [(1, Parity.Even)]));

    [Fact]
    public void Below_half_the_rotations_an_irrep_restricts_to_the_subgroups_own()
    {
        foreach (int n in Rotations)
        {
            foreach (ContinuousIrrep rho in ContinuousExamples.Irreps((n - 1) / 2))
            {
                Representation restricted = rho.Restrict(n);
                Assert.Contains(restricted, Irreps.Of(rho.Group.Finite(n)));
                Assert.Equal(rho.Name, n <= 2 && rho.Parity == Parity.Odd ? "irrep 0-" : restricted.Name);
            }
        }
    }

    [Fact]
    public void At_half_the_rotations_and_at_their_number_it_splits()
    {
        IReadOnlyList<Irrep> d4 = Irreps.Of(FiniteGroup.Dihedral(4));
        IReadOnlyList<Irrep> c4 = Irreps.Of(FiniteGroup.Cyclic(4));
        Assert.Equal(d4[3] + d4[4], ContinuousGroup.O2.Irrep(2).Restrict(4));
        Assert.Equal(d4[0] + d4[1], ContinuousGroup.O2.Irrep(4).Restrict(4));
        Assert.Equal(c4[2] + c4[2], ContinuousGroup.SO2.Irrep(2).Restrict(4));
        Assert.Equal(c4[0] + c4[0], ContinuousGroup.SO2.Irrep(4).Restrict(4));
    }

    [Fact]
    public void Above_half_the_rotations_it_is_the_folded_irrep_in_another_basis()
    {
        ConjugatedRepresentation restricted = Assert.IsType<ConjugatedRepresentation>(ContinuousGroup.O2.Irrep(3).Restrict(4));
        Assert.Equal(Irreps.Of(FiniteGroup.Dihedral(4))[2], restricted.Source);
        Assert.Equal(ContinuousGroup.O2.Irrep(1).Restrict(4), ContinuousGroup.O2.Irrep(5).Restrict(4));
    }

    [Fact]
    public void Sums_restrict_summand_by_summand()
    {
        ContinuousRepresentation rho = ContinuousGroup.O2.Irrep(2) + ContinuousGroup.O2.Sign + ContinuousGroup.O2.Irrep(7);
        Assert.Equal(Representation.DirectSum([.. rho.Irreps.Select(irrep => irrep.Restrict(4))]), rho.Restrict(4));
        Assert.Equal([0, 1, 1, 1, 1], IsotypicDecomposition.Of(rho.Restrict(4)).Multiplicities);
    }

    [Fact]
    public void Entries_are_exact_for_quarter_turns()
    {
        Representation rho = ContinuousGroup.O2.BandLimitedRegular(5).Restrict(4);
        Assert.All(rho.Group.Elements, g => Assert.All(rho.Entries(g.Index).ToArray(), x => Assert.True(x is 0 or 1 or -1)));
    }

    [Fact]
    public void Unknown_elements_and_subgroups_are_refused()
    {
        ContinuousIrrep rho = ContinuousGroup.SO2.Irrep(3);
        Message.Says<ArgumentOutOfRangeException>(() => rho.Restrict(0), "at least 1 rotation");
        Message.Says<ArgumentOutOfRangeException>(() => rho.Restrict(4).Matrix(4), "no element 4");
    }

    /// <summary>The irreps, by frequency and parity, into which an irrep falls on the subgroup.</summary>
    private static (int Frequency, Parity Parity)[] Folded(ContinuousIrrep rho, int n)
    {
        int k = Math.Min(rho.Frequency % n, n - (rho.Frequency % n));
        bool splits = rho.Frequency > 0 && (rho.Frequency % n == 0 || 2 * k == n);
        Parity second = rho.Group.HasReflections ? Parity.Odd : Parity.Even;
        return splits ? [(k % n, Parity.Even), (k % n, second)] : [(k % n, rho.Parity)];
    }

    /// <summary>The character of the restriction is the sum of those of the irreps, written out.</summary>
    private static string? Folding(ContinuousIrrep rho, int n, (int Frequency, Parity Parity)[] parts)
    {
        Representation restricted = rho.Restrict(n);
        return (from g in Enumerable.Range(0, restricted.Group.Order)
                let expected = parts.Sum(part => Character(part.Frequency, part.Parity, g))
                where Math.Abs(restricted.Character(g) - expected) > ContinuousExamples.Tolerance
                select $"{rho} of {rho.Group} on {restricted.Group}: the character at {g} is not {expected}").FirstOrDefault();

        double Character(int k, Parity parity, int g) => k == 0 || 2 * k == n
            ? (g >= n && parity == Parity.Odd ? -1 : 1) * (k > 0 && g % 2 == 1 && n % 2 == 0 ? -1 : 1)
            : g >= n ? 0 : 2 * Math.Cos(Math.Tau * k * g / n);
    }
}
