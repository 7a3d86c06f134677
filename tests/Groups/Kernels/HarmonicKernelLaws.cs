namespace GCnn.Groups.Tests;

/// <summary>Beyond the lattice: the constraint holds at every point of the plane, under every element of the group.</summary>
public sealed class HarmonicKernelLaws
{
    private static readonly PlaneGroup[] Groups =
    [
        PlaneGroup.Cyclic(5), PlaneGroup.Cyclic(8), PlaneGroup.Cyclic(16), PlaneGroup.Dihedral(3), PlaneGroup.Dihedral(8), PlaneGroup.P4m,
        PlaneGroup.Dihedral(6), PlaneGroup.Cyclic(12, new HexagonalLattice()), PlaneGroup.P6m, PlaneGroup.SO2(2), PlaneGroup.O2(1),
    ];

    [Fact]
    public void Filters_turn_into_each_other_by_D_at_every_point_of_the_plane() => Assert.All(Groups, group =>
    {
        HarmonicBasis filters = new(group, StencilOf(group));
        foreach (int g in Enumerable.Range(0, group.Order))
        {
            double[] action = filters.Action(g);
            foreach ((double x, double y) in Points)
            {
                double[] moved = At(filters, group.Motion(group.PointGroup.Inverse(g)), x, y);
                double[] values = filters.Evaluate(x, y);
                for (int b = 0; b < filters.Count; b++)
                {
                    Assert.Equal(moved[b], Enumerable.Range(0, filters.Count).Sum(c => action[(c * filters.Count) + b] * values[c]), 12);
                }
            }
        }
    });

    [Fact]
    public void The_action_is_an_orthogonal_representation_with_the_stated_character() => Assert.All(Groups, group =>
    {
        HarmonicBasis filters = new(group, StencilOf(group));
        int n = filters.Count;
        for (int g = 0; g < group.Order; g++)
        {
            double[] left = filters.Action(g);
            Assert.Equal(filters.Character(g), Enumerable.Range(0, n).Sum(b => left[(b * n) + b]), 12);
            foreach (int h in group.PointGroup.Generators.Append(group.PointGroup.Inverse(g)))
            {
                Assert.InRange(Distance(filters.Action(group.PointGroup.Multiply(g, h)), Product(left, filters.Action(h), n)), 0, 1e-14);
            }
        }
    });

    [Fact]
    public void Kernels_satisfy_the_constraint_on_the_plane_and_are_as_many_as_the_characters_say() => Assert.All(Groups, group =>
    {
        HarmonicBasis filters = new(group, StencilOf(group));
        Representation[] all = [.. Small(group)];
        foreach ((Representation input, Representation output) in from i in all from o in all select (i, o))
        {
            KernelSpace space = KernelSpace.For(input, output, filters);
            Assert.Equal(KernelSpace.DimensionByCharacters(input, output, filters), space.Dimension, 9);
            Assert.All(group.PointGroup.Generators, g => Assert.InRange(PlaneViolation(space, g, 1.3, 0.4), 0, 1e-12));
            Assert.InRange(KernelSamples.Of(space).Violation(), 0, 1e-12);
        }
    });

    [Fact]
    public void The_plane_constraint_rejects_filters_that_turn_the_wrong_way()
    {
        PlaneGroup group = PlaneGroup.Cyclic(8);
        KernelSpace space = KernelSpace.For(
            new TrivialRepresentation(group.PointGroup), new RegularRepresentation(group.PointGroup), new HarmonicBasis(group, Stencil.Square(5)));
        Assert.InRange(PlaneViolation(space, 1, 1.3, 0.4), 0, 1e-12);
        Assert.True(PlaneViolation(space, 1, 1.3, 0.4, turned: 7) > 0.01);
    }

    [Fact]
    public void Kernels_of_SO2_commute_with_rotations_by_any_angle()
    {
        PlaneGroup group = PlaneGroup.SO2(2);
        IReadOnlyList<Irrep> irreps = Irreps.Of(group.PointGroup);
        HarmonicBasis filters = new(group, Stencil.Square(7));
        foreach ((int m, int n) in from m in Enumerable.Range(0, 3) from n in Enumerable.Range(0, 3) select (m, n))
        {
            KernelSpace space = KernelSpace.For(irreps[m], irreps[n], filters);
            foreach (double angle in new[] { 0.1, 1.0, 2.345 })
            {
                (double sin, double cos) = Math.SinCos(angle);
                double[] there = Kernels(space, (1.7 * cos) + (0.6 * sin), (0.6 * cos) - (1.7 * sin));
                double[] here = Kernels(space, 1.7, 0.6);
                double[] turned = Turned(space, here, Rotation(n, angle), Rotation(m, angle));
                Assert.InRange(Distance(there, turned), 0, 1e-12);
            }
        }
    }

    [Fact]
    public void A_finite_group_that_is_too_small_would_let_kernels_through_that_SO2_forbids()
    {
        Assert.Equal([0, 4], FrequenciesBetweenFieldsOfFrequencyTwo(PlaneGroup.SO2(2)));
        Assert.Equal([0, 4], FrequenciesBetweenFieldsOfFrequencyTwo(PlaneGroup.Cyclic(12)));
        Assert.Equal([0, 2, 4, 6], FrequenciesBetweenFieldsOfFrequencyTwo(PlaneGroup.Cyclic(6)));
    }

    private static int[] FrequenciesBetweenFieldsOfFrequencyTwo(PlaneGroup group)
    {
        Irrep two = Irreps.Of(group.PointGroup).Single(irrep => irrep.Frequency == 2);
        HarmonicBasis filters = new(group, Stencil.Square(7));
        KernelSpace space = KernelSpace.For(two, two, filters);
        return [.. space.Terms.ToArray().Select(term => filters.Harmonics[term.Filter].Frequency).Distinct().Order()];
    }

    [Fact]
    public void Frequencies_that_the_stencil_cannot_tell_apart_are_left_out()
    {
        HarmonicBasis seven = new(PlaneGroup.Cyclic(12, new HexagonalLattice()), Stencil.Hexagon(1));
        Assert.Equal(2, seven.Harmonics.Max(h => h.Frequency));
        Assert.All(Enumerable.Range(3, 7), size =>
        {
            HarmonicBasis filters = new(PlaneGroup.Cyclic(8), Stencil.Square(size));
            Assert.InRange(filters.Count, 1, size * size);
            Assert.Equal(filters.Count, Rank(filters));
        });
    }

    [Fact]
    public void Radial_functions_are_orthonormal_in_the_mean_over_rotations()
    {
        HarmonicBasis filters = new(PlaneGroup.Cyclic(16), Stencil.Square(7));
        double[] gram = new double[filters.Count * filters.Count];
        const int Angles = 64;
        foreach (LatticePoint p in filters.Stencil.DoubledPoints)
        {
            for (int k = 0; k < Angles; k++)
            {
                double[] values = At(filters, new RationalIsometry(k, Angles), p.X / 2.0, p.Y / 2.0);
                for (int i = 0; i < gram.Length; i++)
                {
                    gram[i] += values[i / filters.Count] * values[i % filters.Count] / Angles;
                }
            }
        }

        Assert.All(Enumerable.Range(0, gram.Length), i => Assert.Equal(i / filters.Count == i % filters.Count ? 1 : 0, gram[i], 10));
    }

    [Fact]
    public void Rings_that_are_none_are_refused()
    {
        Message.Says<ArgumentException>(() => new HarmonicRings([]), "grow from 0", "[]");
        Message.Says<ArgumentException>(() => new HarmonicRings([1, double.NaN]), "[1, NaN]");
        Message.Says<ArgumentException>(() => new HarmonicRings([double.NaN]), "[NaN]");
        Message.Says<ArgumentException>(() => new HarmonicRings([0, double.PositiveInfinity]), "at most 10000 pixels");
        Message.Says<ArgumentException>(() => new HarmonicRings([0, 1e9]), "at most 10000 pixels");
        Message.Says<ArgumentException>(() => new HarmonicRings([-1, 1]), "[-1, 1]");
        Message.Says<ArgumentException>(() => new HarmonicRings([1, 1]), "[1, 1]");
        Message.Says<ArgumentOutOfRangeException>(() => new HarmonicRings([1], double.PositiveInfinity), "finite width", "width of");
        Message.Says<ArgumentOutOfRangeException>(() => new HarmonicRings([1], 0), "width of 0", "width");
        Message.Says<ArgumentOutOfRangeException>(() => new HarmonicRings([1], cutoff: double.NaN), "cutoff of NaN");
        Message.Says<ArgumentOutOfRangeException>(() => new HarmonicRings([1], cutoff: 4), "cutoff of 4", "2πρ pixels");
    }

    [Theory]
    [InlineData(0.45, 1, 16, 0.023)]
    [InlineData(0.45, 2, 28, 0.047)]
    [InlineData(0.45, 3, 40, 0.094)]
    [InlineData(0.60, 1, 16, 0.118)]
    [InlineData(0.60, 2, 28, 0.156)]
    [InlineData(0.60, 3, 40, 0.184)]
    [InlineData(0.75, 1, 16, 0.208)]
    [InlineData(0.75, 2, 28, 0.270)]
    [InlineData(0.75, 3, 40, 0.307)]
    public void The_table_of_sampling_errors_is_as_documented(double width, double cutoff, int count, double error)
    {
        HarmonicBasis filters = new(PlaneGroup.Cyclic(8), Stencil.Square(7), new HarmonicRings([0, 1, 2, 3], width, cutoff));
        Assert.Equal(count, filters.Count);
        Assert.Equal(error, EighthTurnError(filters, 0.8), 3);
    }

    /// <summary>The relative error of the responses to plane waves of 24 directions, cosine and sine, when they turn by 45 degrees.</summary>
    private static double EighthTurnError(HarmonicBasis filters, double waveNumber)
    {
        double[] action = filters.Action(filters.Group.Order / 8);
        (double error, double whole) = (0, 0);
        foreach ((double angle, double phase) in from t in Enumerable.Range(0, 24) from p in Enumerable.Range(0, 2)
                                                 select ((t * Math.PI / 12) + 0.1, p * Math.PI / 2))
        {
            double[] before = Responses(filters, waveNumber, angle, phase);
            double[] after = Responses(filters, waveNumber, angle + (Math.PI / 4), phase);
            for (int b = 0; b < filters.Count; b++)
            {
                double turned = Enumerable.Range(0, filters.Count).Sum(c => action[(b * filters.Count) + c] * before[c]);
                error += (after[b] - turned) * (after[b] - turned);
                whole += before[b] * before[b];
            }
        }

        return Math.Sqrt(error / whole);
    }

    private static double[] Responses(HarmonicBasis filters, double waveNumber, double angle, double phase)
    {
        double[] wave = [.. filters.Stencil.DoubledPoints.Select(p =>
            Math.Sin((waveNumber * ((p.X * Math.Cos(angle)) - (p.Y * Math.Sin(angle))) / 2) + phase))];
        return [.. Enumerable.Range(0, filters.Count).Select(b =>
            wave.Select((value, u) => value * filters.Values[(b * wave.Length) + u]).Sum())];
    }

    private static (double X, double Y)[] Points => [(0, 0), (1, 0), (0.3, -1.2), (-2.1, 0.7)];

    private static Stencil StencilOf(PlaneGroup group) => group.Lattice is HexagonalLattice ? Stencil.Hexagon(2) : Stencil.Square(4);

    private static IEnumerable<Representation> Small(PlaneGroup group) =>
    [
        new TrivialRepresentation(group.PointGroup),
        new RegularRepresentation(group.PointGroup),
        .. Irreps.Of(group.PointGroup).Skip(1).Take(3),
    ];

    /// <summary>The filters at the image of a point under a motion; y grows downwards, angles anticlockwise.</summary>
    private static double[] At(HarmonicBasis filters, RationalIsometry motion, double x, double y)
    {
        (double radius, double angle) = (Math.Sqrt((x * x) + (y * y)), Math.Atan2(-y, x));
        double moved = motion.Angle + (motion.Reflects ? -angle : angle);
        return filters.Evaluate(radius * Math.Cos(moved), -radius * Math.Sin(moved));
    }

    private static double PlaneViolation(KernelSpace space, int g, double x, double y, int? turned = null)
    {
        HarmonicBasis filters = (HarmonicBasis)space.Filters;
        double[] there = Kernels(space, At(filters, filters.Group.Motion(turned ?? g), x, y));
        double[] here = Kernels(space, filters.Evaluate(x, y));
        return Distance(there, Turned(space, here, space.Output.Matrix(g).ToRowMajorArray(), space.Input.Matrix(g).ToRowMajorArray()));
    }

    private static double[] Kernels(KernelSpace space, double x, double y) => Kernels(space, ((HarmonicBasis)space.Filters).Evaluate(x, y));

    private static double[] Kernels(KernelSpace space, double[] filters)
    {
        double[] values = new double[space.Dimension * space.Output.Dimension * space.Input.Dimension];
        foreach (KernelTerm t in space.Terms)
        {
            values[(((t.Kernel * space.Output.Dimension) + t.Output) * space.Input.Dimension) + t.Input] += t.Value * filters[t.Filter];
        }

        return values;
    }

    /// <summary><c>ρ_out(g) k ρ_in(g)ᵀ</c> for every kernel.</summary>
    private static double[] Turned(KernelSpace space, double[] kernels, double[] left, double[] right)
    {
        (int rows, int columns) = (space.Output.Dimension, space.Input.Dimension);
        return [.. from k in Enumerable.Range(0, space.Dimension)
                   from o in Enumerable.Range(0, rows)
                   from i in Enumerable.Range(0, columns)
                   select (from p in Enumerable.Range(0, rows)
                           from q in Enumerable.Range(0, columns)
                           select left[(o * rows) + p] * kernels[(((k * rows) + p) * columns) + q] * right[(i * columns) + q]).Sum()];
    }

    private static double[] Rotation(int frequency, double angle)
    {
        (double sin, double cos) = Math.SinCos(frequency * angle);
        return frequency == 0 ? [1] : [cos, -sin, sin, cos];
    }

    private static double[] Product(double[] a, double[] b, int n) =>
        [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n)
            select Enumerable.Range(0, n).Sum(k => a[(i * n) + k] * b[(k * n) + j])];

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Append(0).Max();

    private static int Rank(FilterBasis filters) =>
        MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(filters.Count, filters.Stencil.Count, filters.Values.ToArray()).Rank();
}
