using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The rule <c>(n + 2p − k_eff) mod s = 0</c>, in both directions: the measured error is zero exactly where it holds.</summary>
public class StrideRule
{
    private static readonly FieldType Scalars = FieldType.Trivial(PlaneGroup.P2, 4);

    [Fact]
    public void Decides_for_convolutions() => Decides(3, w => new Convolution(
        Scalars, FieldType.Regular(PlaneGroup.P2, 1), Stencil.Square(w.Kernel), w.Stride, w.Padding, w.Dilation).WithIntegers());

    [Fact]
    public void Decides_for_max_pooling() => Decides(1, w => new MaxPooling(Scalars, w.Kernel, w.Stride, w.Padding));

    [Fact]
    public void Decides_for_average_pooling() => Decides(1, w => new AveragePooling(Scalars, w.Kernel, w.Stride, w.Padding));

    [Fact]
    public void Decides_for_binomial_pooling() => Decides(1, w => new BinomialPooling(Scalars, w.Kernel, w.Stride, w.Padding));

    [Fact]
    public void Another_rule_does_not_decide()
    {
        Property oddSizes = Prop.ForAll(
            WindowCase.All(1), w => Error(new MaxPooling(Scalars, w.Kernel, w.Stride, w.Padding), w) == 0 == (w.Side % 2 == 1));
        Assert.ThrowsAny<Exception>(oddSizes.QuickCheckThrowOnFailure);
    }

    [Theory]
    [InlineData("pm", 5, 5, true)]
    [InlineData("pm", 4, 5, true)]
    [InlineData("pm", 5, 4, false)]
    [InlineData("pmm", 4, 5, false)]
    [InlineData("p2", 4, 5, false)]
    [InlineData("p2", 5, 4, false)]
    [InlineData("p1", 4, 4, true)]
    public void A_flip_asks_for_its_own_axis_only(string name, int rows, int columns, bool exact)
    {
        var g = PlaneGroup.Named(name);
        (FieldType input, FieldType output) = (FieldType.Trivial(g, 1), FieldType.Regular(g, 2));
        using Convolution convolution = new Convolution(input, output, Stencil.Square(3), 2, 1).WithIntegers();
        Assert.Equal(exact, Laws.Error(convolution, Laws.Input(convolution.InputType, rows, columns)) == 0);
    }

    private static void Decides(int largestDilation, Func<WindowCase, EquivariantModule> layer) => Prop.ForAll(
        WindowCase.All(largestDilation),
        window => Error(layer(window), window) == 0 == (window.Remainder == 0)).QuickCheckThrowOnFailure();

    private static double Error(EquivariantModule layer, WindowCase window)
    {
        using EquivariantModule used = layer;
        using Tensor x = IntegerModules.Distinct(1, 8, Scalars.Channels, window.Side, window.Side);
        return Laws.Error(used, x);
    }
}
