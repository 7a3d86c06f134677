using GCnn.Groups;
using static GCnn.Layers.Tests.FilterFormula;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Convolutions that are wrong in one place. The assertion of <see cref="ConvolutionLaws"/> refuses each.</summary>
public class ConvolutionTwins
{
    private const int Size = 3;

    public static IEnumerable<object[]> Wrong =>
        from g in new[] { PlaneGroup.P4, PlaneGroup.P4m }
        from name in Sources(g).Keys
        select new object[] { g.Name, name };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_gather_between_regular_fields_is_refused(string group, string wrong)
    {
        var g = PlaneGroup.Named(group);
        FieldType type = FieldType.Regular(g, 2);
        Laws.Commutes(GroupConvolution(g, Correct(g)), type, type, 4, 5);
        Laws.IsRefused(GroupConvolution(g, Sources(g)[wrong]), type, type, 4, 5);
    }

    [Theory]
    [InlineData("p4")]
    [InlineData("p4m")]
    public void A_lifting_by_the_wrong_inverse_is_refused(string name)
    {
        var g = PlaneGroup.Named(name);
        (FieldType input, FieldType output) = (FieldType.Trivial(g, 2), FieldType.Regular(g, 2));
        Laws.Commutes(Lift(g, Correct(g)), input, output, 4, 5);
        Laws.IsRefused(Lift(g, Sources(g)["wrong inverse"]), input, output, 4, 5);
    }

    [Fact]
    public void A_bias_for_each_channel_is_refused()
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.P4m)[0];
        using Convolution convolution = new Convolution(input, output, Stencil.Square(3), padding: 1).WithIntegers();
        Tensor perChannel = arange(output.Channels, ScalarType.Float64).reshape(1, -1, 1, 1);
        Laws.IsRefused(x => convolution.call(x) + perChannel, input, output, 4, 5);
    }

    [Fact]
    public void An_even_kernel_padded_on_one_side_only_is_refused()
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.P4)[0];
        using Convolution convolution = new Convolution(input, output, Stencil.Square(2)).WithIntegers();
        Laws.IsRefused(x => convolution.call(nn.functional.pad(x, [1, 0, 1, 0])), input, output, 5, 5);
    }

    [Fact]
    public void Fibres_in_another_order_are_refused()
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.P4)[1];
        using Convolution convolution = new Convolution(input, output, Stencil.Square(3)).WithIntegers();
        Laws.IsRefused(x => convolution.call(x).index_select(1, tensor(new long[] { 1, 0, 2, 3 })), input, output, 5, 5);
    }

    [Fact]
    public void A_product_from_the_right_is_refused_where_the_group_does_not_commute()
    {
        // k h⁻¹ for h⁻¹ k. (k⁻¹ h would be no fault: it numbers the same weights by inverses.)
        FiniteGroup h = PlaneGroup.P4m.PointGroup;
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        Source right = (a, k, u) => (h.Multiply(k, h.Inverse(a)), PlaneGroup.P4m.Matrix(h.Inverse(a)).Transform(u));
        Laws.IsRefused(GroupConvolution(PlaneGroup.P4m, right), type, type, 4, 5);
    }

    private static Dictionary<string, Source> Sources(PlaneGroup g)
    {
        FiniteGroup h = g.PointGroup;
        return new()
        {
            ["wrong inverse"] = (a, k, u) => (h.Multiply(a, k), g.Matrix(a).Transform(u)),
            ["dropped permutation"] = (a, k, u) => (k, g.Matrix(h.Inverse(a)).Transform(u)),
            ["permutation only"] = (a, k, u) => (h.Multiply(h.Inverse(a), k), u),
        };
    }

    private static Func<Tensor, Tensor> GroupConvolution(PlaneGroup g, Source source)
    {
        Tensor filter = Group(g, Free(4L * g.Order * Size * Size), 2, 2, Size, source);
        return x => nn.functional.conv2d(x, filter, padding: [1, 1]);
    }

    private static Func<Tensor, Tensor> Lift(PlaneGroup g, Source source)
    {
        Tensor filter = Lifting(g, Free(4 * Size * Size), 2, 2, Size, source);
        return x => nn.functional.conv2d(x, filter, padding: [1, 1]);
    }

    private static double[] Free(long count) => [.. Testing.IntegerTensors.Random(3, [count]).data<double>()];
}
