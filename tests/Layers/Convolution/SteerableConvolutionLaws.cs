using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Convolutions between any representations, on pixels and on circular harmonics.</summary>
public class SteerableConvolutionLaws
{
    private const double Tolerance = 1e-12;

    private static readonly PlaneGroup[] Groups =
    [
        PlaneGroup.P4, PlaneGroup.P4m, PlaneGroup.Cmm, PlaneGroup.P3, PlaneGroup.P31m, PlaneGroup.P6m,
        PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(8), PlaneGroup.Dihedral(12, new HexagonalLattice()), PlaneGroup.SO2(2), PlaneGroup.O2(1),
    ];

    public static TheoryData<string> AllPlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Groups.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_pair_of_types_commutes_with_the_elements_that_keep_the_lattice(int number)
    {
        PlaneGroup g = Groups[number];
        FieldType irreps = Irreducible(g);
        FieldType regular = RegularOrBandLimited(g, 1);
        FieldType mixed = FieldType.Trivial(g, 2) + irreps + regular;
        foreach ((FieldType input, FieldType output) in
            new[] { (FieldType.Trivial(g, 2), irreps), (irreps, irreps), (irreps, regular), (regular, irreps), (mixed, mixed), (regular, regular) })
        {
            using Convolution convolution = New(input, output);
            Assert.InRange(Violation(convolution.call, input, output), 0, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(AllPlaneGroups))]
    public void Between_sums_of_every_representation_it_commutes_on_every_plane_group(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType all = FieldType.Of(
            g,
            [
                new TrivialRepresentation(g.PointGroup), new RegularRepresentation(g.PointGroup),
                .. Subgroup.AllOf(g.PointGroup).Select(k => new QuotientRepresentation(k)), .. Irreps.Of(g.PointGroup),
            ]);
        using Convolution convolution = New(all, all);
        Assert.InRange(Violation(convolution.call, all, all), 0, Tolerance);
    }

    [Fact]
    public void The_law_rejects_fields_read_in_another_order_and_filters_that_are_not_steered()
    {
        PlaneGroup g = PlaneGroup.P4m;
        FieldType irreps = Irreducible(g);
        using Convolution right = New(FieldType.Trivial(g, 1), irreps);
        Assert.InRange(Violation(right.call, right.InputType, irreps), 0, Tolerance);
        Assert.True(Violation(x => right.call(x).flip(1), right.InputType, irreps) > 0.01);
        Tensor free = right.ExpandedFilter() + 0.1 * randn_like(right.ExpandedFilter());
        Assert.True(Violation(x => nn.functional.conv2d(x, free), right.InputType, irreps) > 0.01);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_steered_product_is_the_combination_of_the_sampled_kernels(int number)
    {
        PlaneGroup g = Groups[number];
        FilterBasis filters = FilterBasis.For(g, StencilOf(g));
        RegularRepresentation regular = new(g.PointGroup);
        foreach (PermutationRepresentation input in new PermutationRepresentation[]
            { new TrivialRepresentation(g.PointGroup), regular, new QuotientRepresentation(Subgroup.Generated(g.PointGroup, g.Order - 1)) })
        {
            KernelSpace kernels = KernelSpace.For(input, regular, filters);
            using SteeredExpansion steered = new(kernels);
            using SampledExpansion sampled = new(kernels);
            Tensor weight = rand(2 * 3 * kernels.Dimension, dtype: ScalarType.Float64);
            Tensor difference = steered.Expand(weight, 2, 3) - sampled.Expand(weight, 2, 3);
            Assert.InRange(difference.abs().max().ToDouble(), 0, Tolerance);
            Assert.Equal(sampled.Energy, steered.Energy, 1e-9);
        }
    }

    [Fact]
    public void On_pixels_the_basis_of_kernels_is_the_gather_with_scaled_weights()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4m, PlaneGroup.P6m })
        {
            FieldType regular = FieldType.Regular(g, 2);
            using Convolution gather = new(regular, regular, StencilOf(g));
            using Convolution basis = new(regular, regular, FilterBasis.For(g, StencilOf(g)));
            Assert.Equal(gather.Weight.shape, basis.Weight.shape);
            using BasisExpansion expansion = new(FieldKernels.For(regular, regular, new PixelBasis(g, StencilOf(g))));
            Tensor expanded = expansion.Expand(gather.Weight * Math.Sqrt(g.Order));
            Assert.InRange((expanded - gather.ExpandedFilter()).abs().max().ToDouble(), 0, 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Outputs_have_twice_the_mean_square_of_their_inputs(int number)
    {
        PlaneGroup g = Groups[number];
        const int Fields = 200;
        foreach (FieldType output in new[] { RegularOrBandLimited(g, Fields), FieldType.Copies(g, Irreps.Of(g.PointGroup).First(i => i.Frequency == 1), Fields) })
        {
            foreach (FieldType input in new[] { RegularOrBandLimited(g, 2) + FieldType.Trivial(g, 1), Irreducible(g) })
            {
                using Generator generator = new(3);
                using Convolution convolution = new(input, output, StencilOf(g), bias: false, generator: generator);
                int side = StencilOf(g).Rows;
                Tensor x = randn(64, input.Channels, side, side, generator: generator);
                Tensor y = convolution.call(g.Lattice is HexagonalLattice ? x.MaskToHexagon() : x);
                Assert.InRange(y.pow(2).mean().ToDouble(), 1.4, 2.7);
            }
        }
    }

    [Fact]
    public void Only_copies_of_the_trivial_representation_have_a_bias()
    {
        PlaneGroup g = PlaneGroup.P4m;
        using Convolution none = New(FieldType.Trivial(g, 1), FieldType.Copies(g, Irreps.Of(g.PointGroup)[2], 2));
        Assert.Null(none.Bias);
        FieldType mixed = FieldType.Trivial(g, 2) + Irreducible(g) + FieldType.Regular(g, 1);
        using Convolution some = New(FieldType.Trivial(g, 1), mixed);
        Assert.Equal([4], some.Bias!.shape);
        using (no_grad())
        {
            some.Bias.copy_(tensor(new double[] { 1, 2, 3, 4 }));
        }

        Tensor bias = some.ExpandedBias()!;
        Assert.Equal([1, 2, 3], bias.slice(0, 0, 3, 1).data<double>().ToArray());
        Assert.All(bias.slice(0, 3, mixed.Channels - 8, 1).data<double>().ToArray(), value => Assert.Equal(0, value));
        Assert.All(bias.slice(0, mixed.Channels - 8, mixed.Channels, 1).data<double>().ToArray(), value => Assert.Equal(4, value, 1e-12));
        Assert.InRange(Violation(some.call, some.InputType, mixed), 0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nets_of_irreps_quotients_and_mixed_fields_commute_and_train(int number)
    {
        PlaneGroup g = Groups[number];
        FieldType mixed = FieldType.Trivial(g, 1) + Irreducible(g) + RegularOrBandLimited(g, 1);
        if (g.MaximumFrequency is null)
        {
            mixed += FieldType.Quotient(g, Subgroup.Generated(g.PointGroup, g.Order - 1), 2);
        }

        using Convolution lift = New(FieldType.Trivial(g, 1), mixed);
        using NormNonlinearity norm = new(mixed);
        using Convolution group = New(mixed, mixed);
        using NormPooling pool = new(mixed);
        Tensor Net(Tensor x) => pool.call(group.call(norm.call(lift.call(x))));
        norm.to(ScalarType.Float64);
        using (no_grad())
        {
            norm.Bias.fill_(-0.3);
        }

        FieldType scalars = FieldType.Trivial(g, mixed.Fields.Count);
        Assert.InRange(Violation(Net, lift.InputType, scalars, 9), 0, 1e-10);
        using var optimizer = optim.Adam([.. lift.parameters(), .. norm.parameters(), .. group.parameters()], 0.01);
        Tensor x = Image(lift.InputType, 9);
        double Loss()
        {
            Tensor loss = (Net(x) - 1).pow(2).mean();
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            return loss.ToDouble();
        }

        double first = Loss();
        double last = Enumerable.Range(0, 15).Select(_ => Loss()).Last();
        Assert.True(last < first, $"{g}: the loss went from {first} to {last}");
        Assert.InRange(Violation(Net, lift.InputType, scalars, 9), 0, 1e-10);
    }

    /// <summary>The same number as the table at HarmonicRings, of the layer itself.</summary>
    [Fact]
    public void Beyond_the_lattice_responses_turn_with_the_image_up_to_the_error_of_sampling()
    {
        double plain = EighthTurnError(HarmonicRings.For(Stencil.Square(7)));
        Assert.InRange(plain, 0.01, 0.07);
        Assert.True(EighthTurnError(new HarmonicRings([0, 1, 2, 3], width: 0.75, cutoff: 3)) > 3 * plain);
    }

    [Fact]
    public void Where_no_kernel_commutes_the_layer_is_refused()
    {
        PlaneGroup g = PlaneGroup.P4;
        Messages.Say<ArgumentException>(
            () => new Convolution(FieldType.Trivial(g, 1), FieldType.Copies(g, Irreps.Of(g.PointGroup)[1], 1), Stencil.Square(1)),
            "no kernel on a 1 x 1 stencil", "commutes with p4", "larger");
        Messages.Say<ArgumentException>(
            () => new Convolution(FieldType.Trivial(g, 1), FieldType.Regular(g, 1), FilterBasis.For(PlaneGroup.P4m, Stencil.Square(3))),
            "one plane group", "p4m");
    }

    /// <summary>
    /// A C8 lifting convolution sees a plane wave, and the same wave turned by 45 degrees: the responses at the centre must be those of
    /// the first, one step on in the fibre.
    /// </summary>
    private static double EighthTurnError(HarmonicRings rings)
    {
        PlaneGroup g = PlaneGroup.Cyclic(8);
        FieldType regular = FieldType.Regular(g, 64);
        using Generator generator = new(1);
        HarmonicBasis filters = new(g, Stencil.Square(7), rings);
        using Convolution convolution = new(FieldType.Trivial(g, 1), regular, filters, bias: false, generator: generator);
        convolution.to(ScalarType.Float64);
        Tensor Response(double angle)
        {
            double[] wave = [.. from row in Enumerable.Range(-3, 7) from column in Enumerable.Range(-3, 7)
                                select Math.Sin((0.8 * ((column * Math.Cos(angle)) - (row * Math.Sin(angle)))) + 0.6)];
            return convolution.call(tensor(wave, [1, 1, 7, 7])).flatten(1);
        }

        Tensor expected = Response(0.3).TransformVector(regular, 1);
        return ((Response(0.3 + (Math.PI / 4)) - expected).norm() / expected.norm()).ToDouble();
    }

    private static FieldType Irreducible(PlaneGroup g) =>
        FieldType.Of(g, [.. Irreps.Of(g.PointGroup).Where(irrep => irrep.Frequency is null || irrep.Frequency <= (g.MaximumFrequency ?? 2))]);

    private static FieldType RegularOrBandLimited(PlaneGroup g, int count) => g.MaximumFrequency is null
        ? FieldType.Regular(g, count)
        : FieldType.Copies(g, Representation.DirectSum([.. Irreducible(g).Fields]), count);

    private static Stencil StencilOf(PlaneGroup g) => g.Lattice is HexagonalLattice ? Stencil.Hexagon(1) : Stencil.Square(3);

    private static Convolution New(FieldType input, FieldType output)
    {
        using Generator generator = new(7);
        Convolution convolution = new(input, output, StencilOf(input.Group), generator: generator);
        convolution.to(ScalarType.Float64);
        return convolution;
    }

    private static Tensor Image(FieldType type, int side)
    {
        Tensor x = randn(2, type.Channels, side, side, dtype: ScalarType.Float64, generator: new Generator(5));
        return type.Group.Lattice is HexagonalLattice ? x.MaskToHexagon() : x;
    }

    /// <summary>The largest <c>|f(L_h x) − L_h f(x)|</c> over the elements that keep the lattice, relative to the largest value.</summary>
    private static double Violation(Func<Tensor, Tensor> f, FieldType input, FieldType output, int side = 5)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGraph = no_grad();
        Tensor x = Image(input, side);
        Tensor y = f(x);
        double worst = 0;
        foreach (int h in Enumerable.Range(0, input.Group.Order).Where(input.Group.KeepsLattice))
        {
            Tensor difference = f(x.Transform(input, h)) - y.Transform(output, h);
            worst = Math.Max(worst, difference.abs().max().ToDouble());
        }

        return worst / y.abs().max().ToDouble();
    }
}
