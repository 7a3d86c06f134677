namespace GCnn.Groups.Tests;

/// <summary>The closed forms against the Reynolds operator, which knows no formula.</summary>
public sealed class AnalyticKernelLaws
{
    private const double Tolerance = 1e-12;

    private static readonly Dictionary<string, PlaneGroup> Groups = new Lattice[] { new SquareLattice(), new HexagonalLattice() }
        .SelectMany(OnLattice)
        .ToDictionary(group => $"{group}{group.MaximumFrequency:' up to '0} on the {group.Lattice}");

    public static TheoryData<string> Names => [.. Groups.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Closed_forms_are_orthonormal_and_span_what_the_Reynolds_operator_finds(string name)
    {
        HarmonicBasis filters = FiltersOf(Groups[name]);
        foreach ((Irrep input, Irrep output) in Pairs(filters.Group))
        {
            KernelCoefficients formula = Formula(input, output, filters);
            KernelCoefficients projected = Projected(input, output, filters);
            Assert.Equal(projected.Dimension, formula.Dimension);
            Assert.Equal(KernelSpace.DimensionByCharacters(input, output, filters), formula.Dimension, 9);
            Assert.InRange(formula.Skewness(), 0, Tolerance);
            Assert.InRange(formula.OutsideOf(projected), 0, Tolerance);
            Assert.InRange(projected.OutsideOf(formula), 0, Tolerance);
        }
    }

    [Fact]
    public void One_flipped_sign_in_a_pattern_leaves_the_span()
    {
        foreach (HarmonicBasis filters in Groups.Values.Select(FiltersOf))
        {
            foreach ((Irrep input, Irrep output) in Pairs(filters.Group).Where(p => p.Input.Dimension + p.Output.Dimension > 2).Take(3))
            {
                KernelTerm[] right = AnalyticKernels.Between(input, output, filters);
                KernelCoefficients projected = Projected(input, output, filters);
                Assert.NotEmpty(right);
                for (int i = 0; i < right.Length; i++)
                {
                    KernelTerm[] wrong = [.. right];
                    wrong[i] = right[i] with { Value = -right[i].Value };
                    Assert.True(KernelCoefficients.Of(input, filters, output, wrong).OutsideOf(projected) > 0.1);
                }
            }
        }
    }

    [Fact]
    public void Kernels_for_another_mirror_or_another_sense_of_rotation_leave_the_span()
    {
        Assert.True(Mismatch(PlaneGroup.P3m1, PlaneGroup.P31m, Stencil.Hexagon(2)) > 0.1);
        Assert.True(Mismatch(PlaneGroup.Cm, PlaneGroup.Pm, Stencil.Square(5)) > 0.1);
        Assert.True(Mismatch(Clockwise, PlaneGroup.P4, Stencil.Square(5)) > 0.1);
        Assert.InRange(Mismatch(PlaneGroup.P4, PlaneGroup.P4, Stencil.Square(5)), 0, Tolerance);
    }

    [Fact]
    public void Known_kernels_of_O2_whose_mirror_is_upright_and_whose_irrep_1_mirrors_up_and_down()
    {
        PlaneGroup group = PlaneGroup.O2(1);
        HarmonicBasis filters = new(group, Stencil.Square(3), new HarmonicRings([1], cutoff: 1));
        IReadOnlyList<Irrep> irreps = Irreps.Of(group.PointGroup);
        Assert.Equal(["cos 0φ, radial 0", "cos 1φ, radial 0", "sin 1φ, radial 0"], filters.Harmonics.Select(h => h.ToString()));
        double half = 1 / Math.Sqrt(2);
        Assert.Equal([new(0, 0, 0, 2, half), new(0, 1, 0, 1, -half)], AnalyticKernels.Between(irreps[0], irreps[2], filters));
        Assert.Equal([new(0, 0, 0, 1, half), new(0, 1, 0, 2, half)], AnalyticKernels.Between(irreps[1], irreps[2], filters));
        Assert.Equal([new(0, 0, 0, 0, half), new(0, 1, 1, 0, half)], AnalyticKernels.Between(irreps[2], irreps[2], filters));
        Assert.Equal([new(0, 0, 0, 0, 1)], AnalyticKernels.Between(irreps[1], irreps[1], filters));
        Assert.Empty(AnalyticKernels.Between(irreps[0], irreps[1], filters));
    }

    [Fact]
    public void Kernel_spaces_between_irreps_on_harmonics_are_the_closed_forms()
    {
        HarmonicBasis filters = new(PlaneGroup.Dihedral(8), Stencil.Square(5));
        foreach ((Irrep input, Irrep output) in Pairs(filters.Group))
        {
            Assert.Equal(AnalyticKernels.Between(input, output, filters), KernelSpace.For(input, output, filters).Terms.ToArray());
        }
    }

    [Fact]
    public void Closed_forms_need_irreps_with_a_frequency_of_the_filters_own_group()
    {
        HarmonicBasis filters = new(PlaneGroup.Dihedral(8), Stencil.Square(3));
        Irrep known = Irreps.Of(filters.Group.PointGroup)[2];
        Irrep numerical = Irreps.Numerically(filters.Group.PointGroup)[2];
        Irrep foreign = Irreps.Of(FiniteGroup.Cyclic(8))[1];
        Assert.True(AnalyticKernels.Serve(known, known));
        Assert.False(AnalyticKernels.Serve(known, numerical));
        Assert.False(AnalyticKernels.Serve(numerical, known));
        Message.Says<ArgumentException>(() => AnalyticKernels.Between(numerical, known, filters), "input 'irrep 1c'", "frequency");
        Message.Says<ArgumentException>(() => AnalyticKernels.Between(known, foreign, filters), "output 'irrep 1' of C8", "point group D8");
    }

    /// <summary>p4 generated by the turn that is clockwise on screen.</summary>
    private static PlaneGroup Clockwise => PlaneGroup.FromGenerators("p4 clockwise", new SquareLattice(), new IntegerMatrix(0, -1, 1, 0));

    private static IEnumerable<PlaneGroup> OnLattice(Lattice lattice) =>
        ((IEnumerable<PlaneGroup>)[
            .. Enumerable.Range(1, 8).Concat([12, 16]).Select(n => PlaneGroup.Cyclic(n, lattice)),
            .. Enumerable.Range(1, 8).Concat([12, 16]).Select(n => PlaneGroup.Dihedral(n, lattice)),
            .. Enumerable.Range(0, 4).Select(k => PlaneGroup.SO2(k, lattice)),
            .. Enumerable.Range(0, 4).Select(k => PlaneGroup.O2(k, lattice)),
            .. PlaneGroup.All.Append(Clockwise).Where(group => group.Lattice.Equals(lattice)),
        ]).Distinct();

    private static HarmonicBasis FiltersOf(PlaneGroup group) =>
        new(group, group.Lattice is HexagonalLattice ? Stencil.Hexagon(2) : Stencil.Square(5));

    private static IEnumerable<(Irrep Input, Irrep Output)> Pairs(PlaneGroup group)
    {
        Irrep[] irreps = [.. Irreps.Of(group.PointGroup).Where(irrep => irrep.Frequency <= (group.MaximumFrequency ?? int.MaxValue))];
        return from input in irreps from output in irreps select (input, output);
    }

    /// <summary>How far kernels written for one group lie outside the kernels of another.</summary>
    private static double Mismatch(PlaneGroup written, PlaneGroup asked, Stencil stencil)
    {
        (HarmonicBasis mine, HarmonicBasis theirs) = (new(written, stencil), new(asked, stencil));
        return Pairs(asked).Max(pair => Formula(pair.Input, pair.Output, mine).OutsideOf(Projected(pair.Input, pair.Output, theirs)));
    }

    private static KernelCoefficients Formula(Irrep input, Irrep output, HarmonicBasis filters) =>
        KernelCoefficients.Of(input, filters, output, AnalyticKernels.Between(input, output, filters));

    private static KernelCoefficients Projected(Irrep input, Irrep output, HarmonicBasis filters) =>
        KernelCoefficients.Of(input, filters, output, ReynoldsKernels.Between(input, output, filters));
}
