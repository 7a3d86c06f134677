using GCnn.Actions;
using GCnn.Experiments.Models;
using GCnn.Groups;
using GCnn.Layers;
using GCnn.Testing;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Models;

public sealed class BenchmarkNetLaws
{
    [Theory]
    [InlineData("p4m", 9)]
    [InlineData("p4m", 17)]
    [InlineData("p4", 9)]
    [InlineData("p6m", 9)]
    [InlineData("p6", 11)]
    public void A_residual_net_is_invariant(string name, int size)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        using var net = Residual(group);
        EquivarianceAssert.IsInvariant(net, FieldType.Trivial(group, 3), Images(group, 3, size));
    }

    [Fact]
    public void On_an_even_size_a_residual_net_is_not()
    {
        using var net = Residual(PlaneGroup.P4m);
        Breaks(net, FieldType.Trivial(PlaneGroup.P4m, 3), Images(PlaneGroup.P4m, 3, 10));
    }

    [Theory]
    [InlineData("p4", 28)]
    [InlineData("p4m", 28)]
    [InlineData("p4", 30)]
    [InlineData("p2", 28)]
    public void The_net_of_rotated_digits_is_invariant(string name, int size)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        using var net = Digits(group);
        EquivarianceAssert.IsInvariant(net, FieldType.Trivial(group, 1), Images(group, 1, size));
    }

    [Theory]
    [InlineData("p4m", 28)]
    [InlineData("p4", 29)]
    public void A_smaller_group_or_an_odd_size_is_not_enough_for_it(string name, int size)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        using var net = Digits(PlaneGroup.P4);
        Breaks(net, FieldType.Trivial(group, 1), Images(group, 1, size));
    }

    [Fact]
    public void The_routes_agree()
    {
        using var scope = NewDisposeScope();
        Agree(route => Residual(PlaneGroup.P4m, route), Images(PlaneGroup.P4m, 3, 9));
        Agree(route => Digits(PlaneGroup.P4, route), Images(PlaneGroup.P4, 1, P4Cnn.Size));
    }

    [Fact]
    public void They_have_the_parameters_of_the_paper()
    {
        using var digits = new P4Cnn(PlaneGroup.P4);
        Assert.Equal(24_680, Parameters(digits));
        using var plain = new P4Cnn(PlaneGroup.P1, 20);
        Assert.Equal(21_750, Parameters(plain));

        // A ResNet-20 of 16, 32 and 64 channels has 270 thousand ([He2016], table 6); here with projections in two shortcuts.
        using var residual = new ResidualNet(PlaneGroup.P4m);
        Assert.InRange(Parameters(residual), 265_000, 285_000);
    }

    [Fact]
    public void Their_exports_are_plain_nets_of_as_many_channels()
    {
        using var scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor> residual = PlainNet.Of(new ResidualNet(PlaneGroup.P4m, blocks: 1));
        Assert.Equal([48L, 48, 48, 88, 88, 88, 184, 184, 184], Norms(residual));
        using nn.Module<Tensor, Tensor> digits = PlainNet.Of(new P4Cnn(PlaneGroup.P4));
        Assert.Equal([40L, 40, 40, 40, 40, 40], Norms(digits));
        Assert.Equal([2, 10], digits.call(rand([2, 1, P4Cnn.Size, P4Cnn.Size])).shape);
    }

    [Fact]
    public void Groups_and_stages_that_they_cannot_have_are_refused()
    {
        Assert.StartsWith(
            "P4Cnn: p6 is a group of the hexagonal lattice; its windows are squares.",
            Assert.Throws<ArgumentException>(() => new P4Cnn(PlaneGroup.P6)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "ResidualNet: 3 widths and 0 blocks were given; it needs a width for each stage, and a block in it.",
            Assert.Throws<ArgumentException>(() => new ResidualNet(PlaneGroup.P4, blocks: 0)).Message, StringComparison.Ordinal);
    }

    private static void Agree(Func<ConvolutionRoute, nn.Module<Tensor, Tensor>> make, Tensor images)
    {
        using nn.Module<Tensor, Tensor> expanded = make(ConvolutionRoute.Expanded), fourier = make(ConvolutionRoute.Fourier);
        Tensor expected = expanded.call(images);
        Assert.InRange((expected - fourier.call(images)).abs().max().ToDouble(), 0, 1e-10 * expected.abs().max().ToDouble());
    }

    private static void Breaks(nn.Module<Tensor, Tensor> net, FieldType type, Tensor images)
    {
        var broken = Assert.Throws<EquivarianceException>(() => EquivarianceAssert.IsInvariant(net, type, images));
        Assert.Null(broken.Report!.Vacuity);
    }

    private static ResidualNet Residual(PlaneGroup group, ConvolutionRoute? route = null)
    {
        using var generator = new Generator(5);
        return Ready(new ResidualNet(group, [1, 2, 2], blocks: 2, classes: 3, route, generator));
    }

    private static P4Cnn Digits(PlaneGroup group, ConvolutionRoute? route = null)
    {
        using var generator = new Generator(5);
        return Ready(new P4Cnn(group, 2, 3, route, generator));
    }

    private static T Ready<T>(T net)
        where T : nn.Module
    {
        net.to(ScalarType.Float64);
        net.eval();
        return net;
    }

    private static Tensor Images(PlaneGroup group, int channels, int size)
    {
        using var generator = new Generator(11);
        Tensor images = randn([4, channels, size, size], ScalarType.Float64, generator: generator);
        return group.Lattice is HexagonalLattice ? images.MaskToHexagon() : images;
    }

    private static long[] Norms(nn.Module net) => [.. net.modules().OfType<BatchNorm2d>().Select(norm => norm.weight.shape[0])];

    private static long Parameters(nn.Module net) => net.parameters().Sum(parameter => parameter.numel());
}
