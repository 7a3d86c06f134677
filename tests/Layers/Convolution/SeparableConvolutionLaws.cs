using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>A scalar filter for each field in the plane, then an intertwiner at each position.</summary>
public class SeparableConvolutionLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Both_halves_and_the_whole_commute(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach (FieldType type in new[] { Examples.Mixed(g), Examples.Quotients(g) })
        {
            foreach ((int stride, int dilation) in new[] { (1, 1), (2, 1), (1, 2) })
            {
                using DisposeScope scope = NewDisposeScope();
                Stencil stencil = Examples.Window(g, 3);
                using SeparableConvolution separable = new SeparableConvolution(
                    type, FieldType.Regular(g, 2), stencil, stride, dilation, dilation).WithIntegers();
                GroupedConvolutionLaws.Commutes(separable.Planar);
                GroupedConvolutionLaws.Commutes(separable);
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Filters_turn_with_their_channels_tap_by_tap(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType type = Examples.Mixed(g);
        Stencil stencil = Examples.Window(g, 3);
        using PlanarConvolution planar = new PlanarConvolution(type, stencil).WithIntegers();
        double[] w = [.. planar.ExpandedFilter().data<double>()];
        double At(int channel, LatticePoint u) => w[(channel * 9) + stencil.Slot(u)];
        Assert.True(Enumerable.Range(0, g.Order).All(h => stencil.DoubledPoints.All(u =>
            Enumerable.Range(0, type.Channels).All(i => At(type.Act(h, i), g.Matrix(h).Transform(u)) == At(i, u)))));
    }

    [Fact]
    public void A_regular_field_has_a_free_filter_and_a_scalar_one_an_invariant_filter()
    {
        long Weights(FieldType type) => new PlanarConvolution(type, Stencil.Square(5)).Weight.numel();
        PlaneGroup g = PlaneGroup.P4m;
        Assert.Equal(3 * 25, Weights(FieldType.Regular(g, 3)));
        Assert.Equal(3 * 6, Weights(FieldType.Trivial(g, 3)));
        Assert.Equal(3 * 6, Weights(FieldType.Copies(g, Irreps.Of(g.PointGroup)[^1], 3)));
    }

    [Fact]
    public void It_is_the_convolution_with_the_product_of_both_filters()
    {
        foreach (FieldType type in new[] { Examples.Mixed(PlaneGroup.Cmm), GroupedConvolutionLaws.Irreducible(PlaneGroup.P4) })
        {
            using SeparableConvolution separable = new SeparableConvolution(
                type, FieldType.Regular(type.Group, 2), Stencil.Square(3), 2, 2, 2, paddingMode: PaddingModes.Circular).WithIntegers();
            Tensor mixed = separable.Pointwise.ExpandedFilter();
            Tensor product = mixed * separable.Planar.ExpandedFilter().permute(1, 0, 2, 3);
            Assert.Equal([separable.OutputType.Channels, type.Channels, 3, 3], product.shape);
            Tensor x = Laws.Input(type, 7, 6);
            Tensor expected = NaiveOrReal(x, product, separable.Pointwise.ExpandedBias()!);
            Assert.InRange((expected - separable.call(x)).abs().max().ToDouble(), 0, type.IsPermutation ? 0 : 1e-10);
        }

        static Tensor NaiveOrReal(Tensor x, Tensor filter, Tensor bias) => nn.functional.conv2d(
            nn.functional.pad(x, [2, 2, 2, 2], PaddingModes.Circular), filter, bias, [2, 2], [0, 0], [2, 2]);
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("cm")]
    public void Every_way_of_padding_commutes(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name)), regular = FieldType.Regular(type.Group, 1);
        foreach (PaddingModes mode in Enum.GetValues<PaddingModes>())
        {
            Laws.Commutes(new SeparableConvolution(type, regular, Stencil.Square(3), padding: 1, paddingMode: mode).WithIntegers(), 4, 3);
            Laws.Commutes(new SeparableConvolution(type, regular, Stencil.Square(2), 2, 1, paddingMode: mode).WithIntegers(), 4, 6);
        }
    }

    [Fact]
    public void Fields_of_irreps_and_groups_beyond_the_lattice_commute()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4m, PlaneGroup.P6m, PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(12) })
        {
            FieldType type = GroupedConvolutionLaws.Irreducible(g) + FieldType.Regular(g, 1);
            using Generator generator = new(3);
            using SeparableConvolution separable = new(
                type, type, FilterBasis.For(g, Examples.Window(g, 3)), padding: 1, generator: generator);
            separable.to(ScalarType.Float64);
            EquivarianceAssert.Commutes(separable.call, type, type, GroupedConvolutionLaws.Real(type));
        }
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("p6m")]
    public void The_gradient_to_the_input_commutes(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        using SeparableConvolution separable = new SeparableConvolution(type, type, Examples.Window(type.Group, 3)).WithIntegers();
        EquivarianceAssert.GradientsCommute(
            separable.call, type, type, GroupedConvolutionLaws.Image(type), EquivarianceOptions.Exact);
    }

    [Fact]
    public void A_filter_that_does_not_turn_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        using PlanarConvolution planar = new PlanarConvolution(type, Stencil.Square(3), padding: 1).WithIntegers();
        Tensor still = planar.ExpandedFilter().view(2, 8, 1, 3, 3).narrow(1, 0, 1).expand(2, 8, 1, 3, 3).reshape(16, 1, 3, 3);
        Laws.Commutes(planar, 5, 5);
        Laws.IsRefused(x => nn.functional.conv2d(x, still, padding: [1, 1], groups: 16), type, type, 5, 5);

        // A filter of one's own for a channel of an irrep is wrong, however it is turned.
        FieldType vector = MixingRepresentation.Type(PlaneGroup.P4m);
        using PlanarConvolution one = new PlanarConvolution(vector, Stencil.Square(3), padding: 1).WithIntegers();
        Laws.Commutes(one, 5, 5);
        Tensor two = one.ExpandedFilter() * tensor(new double[] { 1, 2 }).view(2, 1, 1, 1);
        Laws.IsRefused(x => nn.functional.conv2d(x, two, padding: [1, 1], groups: 2), vector, vector, 5, 5);
    }

    [Fact]
    public void Outputs_have_twice_the_mean_square_of_their_inputs_and_the_planar_half_keeps_it()
    {
        foreach (FieldType one in new[] { FieldType.Regular(PlaneGroup.P4m, 1), GroupedConvolutionLaws.Irreducible(PlaneGroup.Cyclic(8)) })
        {
            using Generator generator = new(3);
            FieldType type = GroupedConvolutionLaws.Repeated(one, 60);
            using SeparableConvolution separable = new(type, type, Stencil.Square(3), bias: false, generator: generator);
            Tensor x = randn(20, type.Channels, 3, 3, generator: generator);
            Assert.InRange(separable.Planar.call(x).pow(2).mean().ToDouble(), 0.75, 1.3);
            Assert.InRange(separable.call(x).pow(2).mean().ToDouble(), 1.5, 2.6);
        }
    }

    [Fact]
    public void The_state_is_that_of_both_halves()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        using SeparableConvolution one = new(type, type, Stencil.Square(3)), other = new(type, type, Stencil.Square(3));
        Assert.Equal(["planar.weight", "pointwise.bias", "pointwise.weight"], one.state_dict().Keys.Order(StringComparer.Ordinal));
        Tensor x = randn(1, type.Channels, 5, 5);
        Assert.False(Examples.Same(one.call(x), other.call(x)));
        other.load_state_dict(one.state_dict());
        Assert.True(Examples.Same(one.call(x), other.call(x)));
    }

    [Fact]
    public void Refusals_name_the_layer()
    {
        (FieldType scalar, FieldType regular) = (FieldType.Trivial(PlaneGroup.P4, 1), FieldType.Regular(PlaneGroup.P4, 1));
        Messages.Say<ArgumentOutOfRangeException>(
            () => new SeparableConvolution(scalar, regular, Stencil.Square(3), 0), "SeparableConvolution: the stride is 0");
        Messages.Say<ArgumentException>(
            () => new SeparableConvolution(scalar, FieldType.Regular(PlaneGroup.P4m, 1), Stencil.Square(3)), "different plane groups");
        Messages.Say<ArgumentException>(
            () => new SeparableConvolution(scalar, FieldType.Of(PlaneGroup.P4, Irreps.Of(PlaneGroup.P4.PointGroup)[1]), Stencil.Square(3)),
            "no kernel on a 1 x 1 stencil");
        using PlanarConvolution planar = new(regular, Stencil.Square(3));
        Messages.Say<ArgumentException>(() => planar.call(zeros(1, 4, 2, 9)), "PlanarConvolution: an image of 2 x 9", "3 x 3");
        Messages.Say<ArgumentException>(() => planar.call(zeros(1, 3, 5, 5)), "PlanarConvolution", "channel axis is 3");
    }
}
