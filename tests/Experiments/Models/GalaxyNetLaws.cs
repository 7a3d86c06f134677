using GCnn.Experiments.Models;
using GCnn.Groups;
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
        EquivarianceAssert.IsInvariant(net, FieldType.Trivial(group, 3), Images(size), new() { AllowVacuous = group.Order == 1 });
    }

    [Fact]
    public void Is_invariant_in_training_mode_too()
    {
        using var net = Net(PlaneGroup.P4m);
        net.train();
        EquivarianceAssert.IsInvariant(net, FieldType.Trivial(PlaneGroup.P4m, 3), Images(17));
    }

    [Theory]
    [InlineData("p1", "p4", 17)]
    [InlineData("p4", "p4m", 17)]
    [InlineData("p4", "p4m", 33)]
    [InlineData("p2", "p4", 17)]
    [InlineData("pm", "pmm", 17)]
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
        Assert.Equal([4, 3], net.call(Images(17)).shape);
    }

    [Fact]
    public void Another_number_of_widths_than_convolutions_is_refused() => Assert.StartsWith(
        "GalaxyNet: 4 widths were given; each of the 5 convolutions needs one.",
        Assert.Throws<ArgumentException>(() => new GalaxyNet(PlaneGroup.P4, [2, 3, 3, 4], 3)).Message, StringComparison.Ordinal);

    private static void Breaks(PlaneGroup group, PlaneGroup larger, int size)
    {
        using var net = Net(group);
        var broken = Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.IsInvariant(net, FieldType.Trivial(larger, 3), Images(size)));
        Assert.Null(broken.Report!.Vacuity);
    }

    private static GalaxyNet Net(PlaneGroup group)
    {
        using var generator = new Generator(5);
        var net = new GalaxyNet(group, [2, 3, 3, 2, 4], 3, generator);
        net.to(ScalarType.Float64);
        net.eval();
        return net;
    }

    private static Tensor Images(int size)
    {
        using var generator = new Generator(11);
        return randn([4, 3, size, size], ScalarType.Float64, generator: generator);
    }

    private static double[] Weights(ulong seed)
    {
        using var generator = new Generator(seed);
        using var net = new GalaxyNet(PlaneGroup.P4, [1, 2, 1, 2, 2], 2, generator);
        return [.. net.parameters().SelectMany(parameter => parameter.to(ScalarType.Float64).data<double>().ToArray())];
    }

    private static PlaneGroup Named(string name) => PlaneGroup.Named(name);
}
