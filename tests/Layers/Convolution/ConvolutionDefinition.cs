using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The layer against its definition, in loops over integers.</summary>
public class ConvolutionDefinition
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Fact]
    public void Equals_the_sum_of_the_definition() => Sums((convolution, x) => convolution.call(x)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_that_takes_no_notice_of_the_dilation_is_another() =>
        Assert.ThrowsAny<Exception>(() => Sums((convolution, x) => nn.functional.conv2d(
            x, convolution.ExpandedFilter(), convolution.ExpandedBias(), [convolution.Stride, convolution.Stride],
            [convolution.Padding, convolution.Padding])).QuickCheckThrowOnFailure());

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_lifting_filter_is_the_formula_of_the_conventions(string name)
    {
        var g = PlaneGroup.Named(name);
        using Convolution lifting = new Convolution(FieldType.Trivial(g, 3), FieldType.Regular(g, 2), Stencil.Square(3)).WithIntegers();
        Tensor formula = FilterFormula.Lifting(g, Free(lifting), 2, 3, 3, FilterFormula.Correct(g));
        Assert.True(Examples.Same(formula, lifting.ExpandedFilter()));
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_group_filter_is_the_formula_of_the_conventions(string name)
    {
        var g = PlaneGroup.Named(name);
        using Convolution group = new Convolution(FieldType.Regular(g, 3), FieldType.Regular(g, 2), Stencil.Square(2)).WithIntegers();
        Tensor formula = FilterFormula.Group(g, Free(group), 2, 3, 2, FilterFormula.Correct(g));
        Assert.True(Examples.Same(formula, group.ExpandedFilter()));
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Every_filter_commutes_tap_by_tap(string name)
    {
        var g = PlaneGroup.Named(name);
        var stencil = Stencil.Square(3);
        foreach ((FieldType input, FieldType output) in Examples.Pairs(g))
        {
            using Convolution convolution = new Convolution(input, output, stencil).WithIntegers();
            double[] w = [.. convolution.ExpandedFilter().data<double>()];
            double At(int o, int i, LatticePoint u) => w[(((o * input.Channels) + i) * 9) + stencil.Slot(u)];
            Assert.True(Enumerable.Range(0, g.Order).All(h => stencil.DoubledPoints.All(u =>
                Enumerable.Range(0, output.Channels).All(o => Enumerable.Range(0, input.Channels).All(i =>
                    At(output.Act(h, o), input.Act(h, i), g.Matrix(h).Transform(u)) == At(o, i, u))))));
        }
    }

    /// <summary>Random windows, ways of padding and biases, on types that mix every kind of field.</summary>
    private static Property Sums(Func<Convolution, Tensor, Tensor> f) => Prop.ForAll(
        WindowCase.All(3),
        Arb.From(Gen.Elements(Enum.GetValues<PaddingModes>())),
        Arb.From(Gen.Choose(0, 1000)),
        (window, mode, seed) =>
        {
            using DisposeScope scope = NewDisposeScope();
            (FieldType input, FieldType output) = (Examples.Mixed(PlaneGroup.Cm), Examples.Quotients(PlaneGroup.Cm));
            int padding = mode == PaddingModes.Reflect ? Math.Min(window.Padding, window.Side - 1) : window.Padding;
            using Convolution convolution = new Convolution(
                input, output, Stencil.Square(window.Kernel), window.Stride, padding, window.Dilation, seed % 2 == 0, mode)
                .WithIntegers(seed);
            Tensor x = Laws.Input(input, window.Side, window.Side + 1, 2, seed);
            Tensor expected = NaiveConvolution.Apply(
                x, convolution.ExpandedFilter(), convolution.ExpandedBias(), window.Stride, padding, window.Dilation, mode);
            return Examples.Same(expected, f(convolution, x));
        });

    private static double[] Free(Convolution convolution) => [.. convolution.Weight.data<double>()];
}
