using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class IrrepLaws
{
    private static readonly (FiniteGroup Group, IReadOnlyList<Irrep> Irreps)[] Every =
    [
        .. CharacterExamples.All.Select(group => (group, Irreps.Of(group))),
        .. CharacterExamples.Planar.Select(group => (group, Irreps.Numerically(group))),
    ];

    [Fact]
    public void Every_irrep_is_a_homomorphism_into_the_orthogonal_matrices()
    {
        foreach ((_, IReadOnlyList<Irrep> irreps) in Every)
        {
            Assert.All(irreps, irrep => Law.Holds(RepresentationLaw.Of(irrep)));
        }
    }

    [Fact]
    public void The_law_rejects_inverses_and_a_swapped_pair_of_matrices()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Irrep irrep = Irreps.Of(d4)[2];
        Law.IsBrokenBy(RepresentationLaw.OfOrthogonalMatrices(d4, g => irrep.Entries(d4.Inverse(g)).ToArray()));
        Law.IsBrokenBy(RepresentationLaw.OfOrthogonalMatrices(d4, g => irrep.Entries(g switch { 1 => 2, 2 => 1, _ => g }).ToArray()));
        Law.IsBrokenBy(RepresentationLaw.OfOrthogonalMatrices(d4, g => [.. irrep.Entries(g).ToArray().Select(x => 2 * x)]));
    }

    [Fact]
    public void The_squares_of_the_dimensions_over_the_types_add_up_to_the_order()
    {
        Assert.All(Every, e => Assert.Equal(e.Group.Order, e.Irreps.Sum(i => i.Dimension * i.Dimension / (int)i.Type)));
    }

    [Fact]
    public void There_are_as_many_as_conjugacy_classes_joined_with_their_inverses()
    {
        Assert.All(Every, e => Assert.Equal(RealClasses(e.Group), e.Irreps.Count));
        Assert.Equal(10, RealClasses(FiniteGroup.FullOctahedral));
    }

    [Fact]
    public void They_are_numbered_in_order_with_distinct_names_and_the_trivial_one_comes_first()
    {
        foreach ((FiniteGroup group, IReadOnlyList<Irrep> irreps) in Every)
        {
            Assert.Equal(Enumerable.Range(0, irreps.Count), irreps.Select(i => i.Index));
            Assert.Equal(irreps.Count, irreps.Select(i => i.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.All(group.Elements, g => Assert.Equal([1.0], irreps[0].Entries(g.Index).ToArray()));
        }
    }

    [Fact]
    public void Characters_are_orthogonal_and_their_norm_is_the_type()
    {
        foreach ((FiniteGroup group, IReadOnlyList<Irrep> irreps) in Every)
        {
            foreach ((Irrep a, Irrep b) in from a in irreps from b in irreps select (a, b))
            {
                double inner = group.Elements.Sum(g => a.Character(g.Index) * b.Character(g.Index)) / group.Order;
                Assert.Equal(a == b ? (int)a.Type : 0, inner, 1e-12);
            }
        }
    }

    [Fact]
    public void The_closed_form_and_the_numbers_have_the_same_characters()
    {
        foreach (FiniteGroup group in CharacterExamples.Planar)
        {
            Assert.Equal(Characters(group, Irreps.Of(group)), Characters(group, Irreps.Numerically(group)));
        }
    }

    [Fact]
    public void Rotations_of_C_n_turn_by_the_frequency()
    {
        foreach (int n in Enumerable.Range(1, 12))
        {
            IReadOnlyList<Irrep> irreps = Irreps.Of(FiniteGroup.Cyclic(n));
            Assert.Equal(Enumerable.Range(0, (n / 2) + 1).Select(k => (int?)k), irreps.Select(i => i.Frequency));
            foreach (Irrep irrep in irreps)
            {
                double angle = 2 * Math.PI * irrep.Frequency!.Value / n;
                (double sin, double cos) = Math.SinCos(angle);
                double[] turn = irrep.Dimension == 1 ? [cos] : [cos, -sin, sin, cos];
                Assert.Equal(0, RepresentationLaw.Distance(turn, irrep.Entries(1 % n).ToArray()), 1e-14);
                Assert.Equal(irrep.Dimension == 1 ? IrrepType.Real : IrrepType.Complex, irrep.Type);
            }
        }
    }

    [Fact]
    public void The_irreps_of_D4_are_known()
    {
        IReadOnlyList<Irrep> irreps = Irreps.Of(FiniteGroup.Dihedral(4));
        Assert.Equal(["irrep 0", "irrep 0-", "irrep 1", "irrep 2", "irrep 2-"], irreps.Select(i => i.ToString()));
        Assert.Equal([1, 1, 1, 1, -1, -1, -1, -1], Enumerable.Range(0, 8).Select(irreps[1].Character));
        Assert.Equal([0, -1, 1, 0], irreps[2].Entries(1).ToArray());
        Assert.Equal([1, 0, 0, -1], irreps[2].Entries(4).ToArray());
        Assert.Equal([1, -1, 1, -1, 1, -1, 1, -1], Enumerable.Range(0, 8).Select(irreps[3].Character));
        Assert.Equal([1, -1, 1, -1, -1, 1, -1, 1], Enumerable.Range(0, 8).Select(irreps[4].Character));
        Assert.All(irreps, irrep => Assert.Equal(IrrepType.Real, irrep.Type));
    }

    [Fact]
    public void The_dimensions_and_types_of_the_numerical_ones_are_known()
    {
        Assert.Equal("1 1 2 3 3", Census(Examples.Symmetric4));
        Assert.Equal("1 3 3 4 5", Census(FiniteGroup.Alternating(5)));
        Assert.Equal("1 2C 3", Census(FiniteGroup.Alternating(4)));
        Assert.Equal("1 1 1 1 4H", Census(Examples.Quaternions));
        Assert.Equal("1 2C 3 4C 4H", Census(CharacterExamples.BinaryTetrahedral));
        Assert.Equal("1 1 1 1 2 2 3 3 3 3", Census(FiniteGroup.FullOctahedral));
        Assert.Equal("1 1 3 3 3 3 4 4 5 5", Census(FiniteGroup.FullIcosahedral));
        Assert.Equal("1 1 2 2C 4H", Census(FiniteGroup.Dicyclic(3)));
        Assert.Equal("1 2C 2C 2C 2C", Census(FiniteGroup.DirectProduct(FiniteGroup.Cyclic(3), FiniteGroup.Cyclic(3))));
        Assert.Equal(["irrep 1a", "irrep 2a", "irrep 3a"], Irreps.Of(FiniteGroup.Alternating(4)).Select(i => i.Name));
    }

    [Fact]
    public void Axes_of_the_cube_move_by_signed_permutations_exactly()
    {
        IEnumerable<Irrep> spatial = Irreps.Of(FiniteGroup.FullOctahedral).Where(i => i.Dimension == 3);
        Irrep[] axes = [.. spatial.Where(i => i.Entries(1).ToArray().All(double.IsInteger))];
        Assert.Equal(2, axes.Length);
        Assert.All(axes, irrep => Law.Holds(RepresentationLaw.Of(irrep, 0)));
    }

    [Fact]
    public void The_same_group_gives_the_same_matrices_and_a_second_call_the_same_irreps()
    {
        Assert.Equal(Irreps.Numerically(FiniteGroup.FullOctahedral), Irreps.Numerically(FiniteGroup.FullOctahedral));
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Assert.Same(Irreps.Of(d4)[2], Irreps.Of(d4)[2]);
    }

    [Fact]
    public void Irreps_are_equal_by_group_place_frequency_and_matrices()
    {
        IReadOnlyList<Irrep> d4 = Irreps.Of(FiniteGroup.Dihedral(4));
        IReadOnlyList<Irrep> again = Irreps.Of(FiniteGroup.Dihedral(4));
        Assert.Equal(d4, again);
        Assert.Equal(d4.Select(i => i.GetHashCode()), again.Select(i => i.GetHashCode()));
        Assert.Equal(5, d4.Distinct().Count());
        Assert.All(Irreps.Numerically(FiniteGroup.Dihedral(4)), irrep => Assert.DoesNotContain(irrep, d4));
        Assert.NotEqual(d4[0], Irreps.Of(FiniteGroup.Cyclic(8))[0]);
    }

    [Fact]
    public void A_matrix_is_a_copy_and_an_unknown_element_is_refused()
    {
        Irrep irrep = Irreps.Of(FiniteGroup.Dihedral(4))[2];
        irrep.Matrix(1)[0, 0] = 7;
        Assert.Equal(0, irrep.Matrix(1)[0, 0]);
        Message.Says<ArgumentOutOfRangeException>(() => irrep.Matrix(8), "D4", "no element 8");
        Message.Says<ArgumentOutOfRangeException>(() => irrep.Entries(-1).Length, "no element -1");
    }

    [Fact]
    public void Any_numbering_of_the_elements_gives_the_same_irreps() => Prop.ForAll<int>(seed =>
    {
        FiniteGroup group = Renumbered(Examples.Quaternions, new System.Random(seed));
        Assert.Equal("1 1 1 1 4H", Census(group));
        Assert.All(Irreps.Of(group), irrep => Law.Holds(RepresentationLaw.Of(irrep)));
        Assert.Equal("1 1 2 3 3", Census(Renumbered(Examples.Symmetric4, new System.Random(seed))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void Numbers_that_do_not_settle_are_refused()
    {
        FiniteGroup d4 = FiniteGroup.Dihedral(4);
        Message.Says<InvalidOperationException>(() => RegularDecomposition.Find(d4, 10), "D4", "did not come apart in 8", "order 8");
        RegularComponent half = new(d4, [0.5, 0, 0, 0, 0, 0, 0, 0]);
        Message.Says<InvalidOperationException>(
            () => ComponentMatrices.Of(half), "an irrep of dimension 4 misses the product", "at most 1E-010");
    }

    private static FiniteGroup Renumbered(FiniteGroup group, System.Random random)
    {
        int[] order = [0, .. Enumerable.Range(1, group.Order - 1).OrderBy(_ => random.Next())];
        int[,] table = new int[group.Order, group.Order];
        foreach ((int g, int h) in from g in order from h in order select (g, h))
        {
            table[g, h] = Array.IndexOf(order, group.Multiply(order[g], order[h]));
        }

        return FiniteGroup.FromTable($"{group} renumbered", table);
    }

    private static string Census(FiniteGroup group) => string.Join(' ', Irreps.Numerically(group).Select(
        i => $"{i.Dimension}{i.Type switch { IrrepType.Complex => "C", IrrepType.Quaternionic => "H", _ => "" }}"));

    private static string[] Characters(FiniteGroup group, IEnumerable<Irrep> irreps) =>
        [.. irreps.Select(i => $"{i.Type}: {Values(group, i)}").Order(StringComparer.Ordinal)];

    private static string Values(FiniteGroup group, Irrep irrep) =>
        string.Join(' ', group.Elements.Select(g => Math.Round(irrep.Character(g.Index), 9) + 0.0));

    private static int RealClasses(FiniteGroup group) => group.Elements
        .Select(g => group.Elements.SelectMany(x => new[] { (x * g * x.Inverse).Index, (x * g.Inverse * x.Inverse).Index }).Min())
        .Distinct().Count();
}
