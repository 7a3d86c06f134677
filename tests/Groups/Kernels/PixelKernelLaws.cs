namespace GCnn.Groups.Tests;

/// <summary>On the lattice's own plane groups: every pair of representations, every stencil, every element.</summary>
public sealed class PixelKernelLaws
{
    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Kernels_between_permutations_satisfy_the_constraint_exactly(string name) =>
        Assert.All(Spaces(name, permuting: true), space => Assert.Equal(0, KernelSamples.Of(space).Violation()));

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Kernels_with_irreps_satisfy_the_constraint_to_rounding(string name) =>
        Assert.All(Spaces(name, permuting: false), space => Assert.InRange(KernelSamples.Of(space).Violation(), 0, 1e-12));

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Kernels_are_orthonormal_and_as_many_as_the_characters_say(string name) =>
        Assert.All(Spaces(name, true).Concat(Spaces(name, false)), space =>
        {
            Assert.Equal(KernelSpace.DimensionByCharacters(space.Input, space.Output, space.Filters), space.Dimension, 9);
            Assert.InRange(KernelSamples.Of(space).Skewness(), 0, 1e-12);
        });

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void The_constraint_rejects_one_wrong_entry_with_irreps_too(string name)
    {
        PlaneGroup plane = PlaneGroup.Named(name);
        PixelBasis pixels = new(plane, Examples.Stencils(plane).ElementAt(1));
        Representation[] all = [new RegularRepresentation(plane.PointGroup), .. Irreps.Of(plane.PointGroup)];
        int refused = 0;
        foreach (KernelSpace space in from input in all from output in all select KernelSpace.For(input, output, pixels))
        {
            double[] values = space.Sample();
            double most = values.Select(Math.Abs).Append(0).Max();
            int large = Array.FindIndex(values, value => Math.Abs(value) > most / Math.E);
            if (large >= 0 && IsMoved(space, large))
            {
                values[large] *= -1;
                Assert.True(new KernelSamples(space, values).Violation() > 0.01, $"{space}");
                refused++;
            }
        }

        Assert.True(plane.Order == 1 || refused > all.Length, $"{refused} spaces were tried");
    }

    [Fact]
    public void The_constraint_rejects_kernels_of_the_inverse_representation()
    {
        IReadOnlyList<Irrep> irreps = Irreps.Of(PlaneGroup.P6.PointGroup);
        KernelSamples right = KernelSamples.Of(KernelSpace.For(irreps[0], irreps[1], new PixelBasis(PlaneGroup.P6, Stencil.Hexagon(1))));
        Assert.InRange(right.Violation(), 0, 1e-12);

        // With the second coordinate negated the irrep turns the other way; the kernels stay orthonormal.
        double[] inverse = [.. right.Values.Select((value, i) => i / 7 % 2 == 0 ? value : -value)];
        Assert.True((right with { Values = inverse }).Violation() > 0.1);
        Assert.InRange((right with { Values = inverse }).Skewness(), 0, 1e-12);
    }

    [Fact]
    public void Into_a_regular_field_the_kernels_are_numbered_by_input_index_and_pixel()
    {
        foreach (PlaneGroup plane in PlaneGroup.All)
        {
            Stencil stencil = Examples.Stencils(plane).Last();
            foreach (PermutationRepresentation input in Examples.Representations(plane.PointGroup))
            {
                KernelSpace space = KernelSpace.For(input, new RegularRepresentation(plane.PointGroup), FilterBasis.For(plane, stencil));
                Assert.Equal(
                    Enumerable.Range(0, input.Dimension * stencil.Count),
                    space.Terms.ToArray().Where(t => t.Output == 0).Select(t => (t.Input * stencil.Count) + t.Filter).ToArray());
            }
        }
    }

    [Fact]
    public void The_free_weights_of_the_index_map_are_the_same_space()
    {
        foreach (PlaneGroup plane in PlaneGroup.All)
        {
            foreach ((PermutationRepresentation input, PermutationRepresentation output, Stencil stencil) in
                from i in Examples.Representations(plane.PointGroup)
                from o in Examples.Representations(plane.PointGroup)
                from s in Examples.Stencils(plane)
                select (i, o, s))
            {
                KernelSpace space = KernelSpace.For(input, output, new PixelBasis(plane, stencil));
                FilterIndexMap map = FilterIndexMap.For(FieldType.Of(plane, input), FieldType.Of(plane, output), stencil);
                Assert.Equal(map.FreeCount, space.Dimension);
                Assert.Equal(Supports(map), Supports(space));
            }
        }
    }

    [Fact]
    public void Rectangles_serve_the_groups_that_keep_them_and_are_refused_to_the_others()
    {
        Stencil wide = Stencil.Rectangle(2, 5);
        KernelSpace space = KernelSpace.For(
            new RegularRepresentation(PlaneGroup.Pmm.PointGroup), Irreps.Of(PlaneGroup.Pmm.PointGroup)[3], new PixelBasis(PlaneGroup.Pmm, wide));
        Assert.Equal(10, space.Dimension);
        Assert.InRange(KernelSamples.Of(space).Violation(), 0, 1e-12);
        Message.Says<ArgumentException>(() => new PixelBasis(PlaneGroup.P4, wide), "2 x 5 stencil is not closed under p4");
        Message.Says<ArgumentException>(() => new PixelBasis(PlaneGroup.P6, Stencil.Square(2)), "not closed under p6", "hexagon");
        Message.Says<ArgumentException>(() => new PixelBasis(PlaneGroup.Cyclic(8), Stencil.Square(3)), "C8", "HarmonicBasis");
        Message.Says<ArgumentException>(
            () => KernelSpace.For(new RegularRepresentation(FiniteGroup.Cyclic(3)), space.Output, space.Filters), "input", "C3", "D2");
    }

    [Fact]
    public void Sums_products_and_induced_representations_have_kernels_too()
    {
        foreach (PlaneGroup plane in new[] { PlaneGroup.P4m, PlaneGroup.P6m })
        {
            IReadOnlyList<Irrep> irreps = Irreps.Of(plane.PointGroup);
            Subgroup mirror = Subgroup.Generated(plane.PointGroup, plane.Order / 2);
            Representation[] all =
            [
                irreps[^1] + irreps[1] + new TrivialRepresentation(plane.PointGroup),
                irreps[2].Tensor(new RegularRepresentation(plane.PointGroup)),
                Irreps.Of(mirror.AsGroup())[1].Induce(mirror),
                new RegularRepresentation(plane.PointGroup),
            ];
            foreach ((Representation input, Representation output) in from i in all from o in all select (i, o))
            {
                KernelSpace space = KernelSpace.For(input, output, new PixelBasis(plane, Examples.Stencils(plane).ElementAt(1)));
                Assert.Equal(KernelSpace.DimensionByCharacters(input, output, space.Filters), space.Dimension, 9);
                Assert.InRange(KernelSamples.Of(space).Violation(), 0, 1e-11);
            }
        }
    }

    /// <summary>Whether some element takes this tap, output index, input index and point, elsewhere or mixes it with others.</summary>
    private static bool IsMoved(KernelSpace space, int tap)
    {
        PlaneGroup group = space.Filters.Group;
        int points = space.Filters.Stencil.Count;
        int channels = tap / points;
        (int o, int i) = Math.DivRem(channels % (space.Output.Dimension * space.Input.Dimension), space.Input.Dimension);
        PixelBasis pixels = (PixelBasis)space.Filters;
        return Enumerable.Range(0, group.Order).Any(h => pixels.Act(h, tap % points) != tap % points
            || Math.Abs(space.Output.Matrix(h)[o, o] * space.Input.Matrix(h)[i, i]) < 1 - 1e-9);
    }

    private static IEnumerable<KernelSpace> Spaces(string name, bool permuting)
    {
        PlaneGroup plane = PlaneGroup.Named(name);
        Representation[] permutations = [.. Examples.Representations(plane.PointGroup)];
        Representation[] all = [.. permutations, .. Irreps.Of(plane.PointGroup)];
        return from input in all
               from output in all
               where permuting == (input is PermutationRepresentation && output is PermutationRepresentation)
               from stencil in Examples.Stencils(plane)
               select KernelSpace.For(input, output, new PixelBasis(plane, stencil));
    }

    /// <summary>The sets of taps on which each free weight or basis kernel lives, which for permutations say all.</summary>
    private static string[] Supports(KernelSpace space) => Sorted(
        from term in space.Terms.ToArray()
        group ((((term.Output * space.Input.Dimension) + term.Input) * space.Filters.Count) + term.Filter) by term.Kernel into taps
        select string.Join(' ', taps.Order()));

    private static string[] Supports(FilterIndexMap map)
    {
        Stencil stencil = map.Stencil;
        int box = stencil.Rows * stencil.Columns;
        return Sorted(
            from tap in Enumerable.Range(0, map.OutputType.Channels * map.InputType.Channels * stencil.Count)
            let channels = tap / stencil.Count
            group tap by map.Sources[(channels * box) + stencil.Slot(stencil.DoubledPoints[tap % stencil.Count])] into taps
            select string.Join(' ', taps.Order()));
    }

    private static string[] Sorted(IEnumerable<string> supports) => [.. supports.Order(StringComparer.Ordinal)];
}
