using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary><c>f(T_t x) = T_(t/s) f(x)</c>: on the torus for circular padding, on windows of one scene for any other.</summary>
public class ConvolutionTranslations
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Circular_padding_commutes_with_all_cyclic_shifts(string name)
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.Named(name))[1];
        using Convolution whole = New(input, output, 3, 1, PaddingModes.Circular), strided = New(input, output, 4, 2, PaddingModes.Circular);
        EquivarianceAssert.CommutesWithCyclicShifts(whole.call, Laws.Input(input, 4, 5), 1, EquivarianceOptions.Exact);
        EquivarianceAssert.CommutesWithCyclicShifts(strided.call, Laws.Input(input, 6, 4), 2, EquivarianceOptions.Exact);
    }

    [Fact]
    public void Zero_padding_breaks_cyclic_shifts()
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.P4m)[1];
        using Convolution convolution = New(input, output, 3, 1, PaddingModes.Zeros);
        Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.CommutesWithCyclicShifts(convolution.call, Laws.Input(input, 4, 5), 1, EquivarianceOptions.Exact));
    }

    [Fact]
    public void Together_with_the_point_group_every_element_of_the_plane_group_commutes_on_the_torus()
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.P4m)[0];
        using Convolution convolution = New(input, output, 3, 1, PaddingModes.Circular);
        Tensor x = Laws.Input(input, 4, 5), y = convolution.call(x);
        foreach (int h in Enumerable.Range(0, 8))
        {
            PlaneGroupElement g = PlaneGroup.P4m.Element(new(2, -1), h);
            Assert.True(Examples.Same(y.Transform(output, g), convolution.call(x.Transform(input, g))));
        }
    }

    [Theory]
    [InlineData(PaddingModes.Zeros)]
    [InlineData(PaddingModes.Reflect)]
    [InlineData(PaddingModes.Replicate)]
    public void Any_padding_commutes_away_from_the_border(PaddingModes mode)
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.P4m)[1];
        using Convolution convolution = New(input, output, 3, 2, mode);
        Tensor scene = Laws.Input(input, 19, 21, 1);
        EquivarianceAssert.CommutesOnShiftedWindows(convolution.call, scene, new(11, 13, 2, 1), EquivarianceOptions.Exact);

        // Twin: without the margin the border shows.
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.CommutesOnShiftedWindows(
            convolution.call, scene, new(11, 13, 2, 0), EquivarianceOptions.Exact));
    }

    private static Convolution New(FieldType input, FieldType output, int kernel, int stride, PaddingModes mode) =>
        new Convolution(input, output, Stencil.Square(kernel), stride, 1, paddingMode: mode).WithIntegers();
}
