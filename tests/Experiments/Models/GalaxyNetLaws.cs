using GCnn.Actions;
using GCnn.Experiments.Models;
using GCnn.Groups;
using GCnn.Layers;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Tests.Models;

public sealed class GalaxyNetLaws
{
    public static TheoryData<string, int> GroupsAndSizes
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (PlaneGroup group in PlaneGroup.All)
            {
                foreach (int size in (int[])[17, 33, 65])
                {
                    cases.Add(group.Name, size);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(GroupsAndSizes))]
    public void Is_invariant_under_its_own_group(string name, int size)
    {
        PlaneGroup group = Named(name);
        using var net = Net(group);
        EquivarianceAssert.IsInvariant(net, FieldType.Trivial(group, 3), Images(group, size), new() { AllowVacuous = group.Order == 1 });
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("p6m")]
    public void Is_invariant_in_training_mode_too(string name)
    {
        PlaneGroup group = Named(name);
        using var net = Net(group);
        net.train();
        EquivarianceAssert.IsInvariant(net, FieldType.Trivial(group, 3), Images(group, 17));
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("p4m, p4, p2")]
    [InlineData("p6m")]
    public void Exports_to_plain_modules_with_equal_logits(string names)
    {
        GroupChain groups = new([.. names.Split(", ").Select(Named)]);
        using var scope = NewDisposeScope();
        using var net = Net(groups);
        net.to(ScalarType.Float32);
        using nn.Module<Tensor, Tensor> plain = PlainNet.Of(net);
        Assert.All(plain.children(), module => Assert.False(module is EquivariantModule));
        foreach (int size in (int[])[33, 35])
        {
            Tensor x = Images(groups.First, size).to(ScalarType.Float32), expected = net.call(x);
            Assert.InRange((expected - plain.call(x)).abs().max().ToDouble(), 0, 1e-5 * expected.abs().max().ToDouble());
        }
    }

    [Fact]
    public void On_hexagons_is_invariant_at_every_radius()
    {
        foreach (int radius in Enumerable.Range(0, 19))
        {
            using var net = Net(PlaneGroup.P6m);
            using var scope = NewDisposeScope();
            EquivarianceAssert.IsInvariant(
                net, FieldType.Trivial(PlaneGroup.P6m, 3), Images(PlaneGroup.P6m, (2 * radius) + 1), new() { AllowVacuous = radius == 0 });
        }
    }

    [Theory]
    [InlineData("p1", "p4", 17)]
    [InlineData("p4", "p4m", 17)]
    [InlineData("p4", "p4m", 33)]
    [InlineData("p2", "p4", 17)]
    [InlineData("pm", "pmm", 17)]
    [InlineData("p3", "p6", 17)]
    [InlineData("p3", "p3m1", 17)]
    [InlineData("p3", "p31m", 17)]
    [InlineData("p3m1", "p6m", 17)]
    [InlineData("p31m", "p6m", 17)]
    [InlineData("p6", "p6m", 17)]
    [InlineData("p6", "p6m", 33)]
    public void Is_not_invariant_under_a_larger_group(string name, string larger, int size) => Breaks(Named(name), Named(larger), size);

    [Theory]
    [InlineData(16)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(25)]
    [InlineData(64)]
    public void Is_not_invariant_on_a_size_that_breaks_the_rule(int size)
    {
        Breaks(PlaneGroup.P4m, PlaneGroup.P4m, size);
        Breaks(PlaneGroup.P4, PlaneGroup.P4, size);
    }

    [Fact]
    public void On_hexagons_a_square_net_is_not_invariant() => Breaks(PlaneGroup.P4m, PlaneGroup.P6m, 17);

    [Fact]
    public void On_hexagons_a_square_window_breaks_the_invariance()
    {
        using var net = Net(PlaneGroup.P6m);
        Breaks(x => net.call(nn.functional.max_pool2d(x, 3, 1, 1).MaskToHexagon()), PlaneGroup.P6m, 17);
        Assert.Throws<ArgumentException>(() => Stencil.Square(3).RequireClosedUnder(PlaneGroup.P6m));
    }

    [Fact]
    public void On_hexagons_what_is_not_masked_breaks_the_invariance()
    {
        using var net = Net(PlaneGroup.P6m);
        Breaks(x => net.call(x + 1 - ones_like(x).MaskToHexagon()), PlaneGroup.P6m, 17);
    }

    [Fact]
    public void The_seed_decides_the_weights()
    {
        Assert.Equal(Weights(seed: 1), Weights(seed: 1));
        Assert.NotEqual(Weights(seed: 1), Weights(seed: 2));
    }

    [Fact]
    public void Scores_each_class_of_each_image()
    {
        using var scope = NewDisposeScope();
        using var net = Net(PlaneGroup.P4);
        Assert.Equal([4, 3], net.call(Images(PlaneGroup.P4, 17)).shape);
    }

    [Fact]
    public void Another_number_of_widths_than_convolutions_is_refused() => Assert.StartsWith(
        "GalaxyNet: 4 widths were given; each of the 5 convolutions needs one.",
        Assert.Throws<ArgumentException>(() => new GalaxyNet(PlaneGroup.P4, [2, 3, 3, 4], 3)).Message, StringComparison.Ordinal);

    private static void Breaks(PlaneGroup group, PlaneGroup larger, int size)
    {
        using var net = Net(group);
        Breaks(net.call, larger, size);
    }

    private static void Breaks(Func<Tensor, Tensor> net, PlaneGroup group, int size)
    {
        var broken = Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.IsInvariant(net, FieldType.Trivial(group, 3), Images(group, size)));
        Assert.Null(broken.Report!.Vacuity);
    }

    private static GalaxyNet Net(GroupChain group)
    {
        using var generator = new Generator(5);
        var net = new GalaxyNet(group, [2, 3, 3, 2, 4], 3, generator);
        net.to(ScalarType.Float64);
        net.eval();
        return net;
    }

    private static Tensor Images(PlaneGroup group, int size)
    {
        using var generator = new Generator(11);
        Tensor images = randn([4, 3, size, size], ScalarType.Float64, generator: generator);
        return group.Lattice is HexagonalLattice ? images.MaskToHexagon() : images;
    }

    private static double[] Weights(ulong seed)
    {
        using var generator = new Generator(seed);
        using var net = new GalaxyNet(PlaneGroup.P4, [1, 2, 1, 2, 2], 2, generator);
        return [.. net.parameters().SelectMany(parameter => parameter.to(ScalarType.Float64).data<double>().ToArray())];
    }

    private static PlaneGroup Named(string name) => PlaneGroup.Named(name);
}
