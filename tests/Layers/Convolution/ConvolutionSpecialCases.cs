using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What the one convolution becomes for special groups and types.</summary>
public class ConvolutionSpecialCases
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [InlineData(PaddingModes.Zeros)]
    [InlineData(PaddingModes.Circular)]
    [InlineData(PaddingModes.Reflect)]
    [InlineData(PaddingModes.Replicate)]
    public void Over_p1_it_is_an_ordinary_convolution_bit_for_bit(PaddingModes mode)
    {
        (FieldType input, FieldType output) = (FieldType.Trivial(PlaneGroup.P1, 3), FieldType.Trivial(PlaneGroup.P1, 5));
        using Convolution convolution = new(input, output, Stencil.Square(3), 2, 1, 1, true, mode);
        using var ordinary = nn.Conv2d(3, 5, 3, 2, 1, 1, mode);
        using (no_grad())
        {
            convolution.Bias!.normal_();
            ordinary.weight!.copy_(convolution.Weight.reshape(5, 3, 3, 3));
            ordinary.bias!.copy_(convolution.Bias);
        }

        Tensor x = randn(2, 3, 9, 11);
        Assert.True(Examples.Same(ordinary.call(x), convolution.call(x)));
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_is_an_ordinary_convolution_with_the_expanded_filter_bit_for_bit(string name)
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.Named(name))[^1];
        using Convolution convolution = new(input, output, Stencil.Square(3), padding: 1) { Route = ConvolutionRoute.Expanded };
        Tensor x = randn(2, input.Channels, 5, 6);
        Tensor ordinary = nn.functional.conv2d(x, convolution.ExpandedFilter(), convolution.ExpandedBias(), padding: [1, 1]);
        Assert.True(Examples.Same(ordinary, convolution.call(x)));
        convolution.eval();
        Assert.True(Examples.Same(ordinary, convolution.call(x)));
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void A_quotient_by_the_identity_is_regular(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType quotient = FieldType.Quotient(g, Subgroup.Trivial(g.PointGroup), 2);
        Tensor a = Output(FieldType.Regular(g, 2), FieldType.Regular(g, 2)), b = Output(quotient, quotient);
        Assert.True(Examples.Same(a, b));
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void A_quotient_by_the_whole_group_is_trivial(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType quotient = FieldType.Quotient(g, Subgroup.Whole(g.PointGroup), 2);
        Tensor a = Output(FieldType.Trivial(g, 2), FieldType.Regular(g, 2)), b = Output(quotient, FieldType.Regular(g, 2));
        Assert.True(Examples.Same(a, b));
    }

    [Fact]
    public void A_regular_field_is_no_trivial_one()
    {
        FieldType scalars = FieldType.Trivial(PlaneGroup.P2, 2), regular = FieldType.Regular(PlaneGroup.P2, 1);
        Assert.False(Examples.Same(Output(scalars, scalars), Output(regular, regular)));
    }

    private static Tensor Output(FieldType input, FieldType output)
    {
        using Convolution convolution = new Convolution(input, output, Stencil.Square(3), padding: 1).WithIntegers();
        return convolution.call(Laws.Input(input, 4, 5));
    }
}
