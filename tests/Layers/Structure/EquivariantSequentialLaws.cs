using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class EquivariantSequentialLaws
{
    private static readonly FieldType Scalar = FieldType.Trivial(PlaneGroup.P4m, 1);
    private static readonly FieldType Regular = FieldType.Regular(PlaneGroup.P4m, 2);

    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_when_its_modules_do(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType regular = FieldType.Regular(g, 2);
        EquivariantSequential net = new(
            new Convolution(FieldType.Trivial(g, 1), regular, Stencil.Square(3), padding: 1), PointwiseNonlinearity.ReLU(regular),
            new MaxPooling(regular, 2), new Convolution(regular, Examples.Mixed(g), Stencil.Square(2)));
        Laws.Commutes(net.WithIntegers(), 4, 6);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_with_cyclic_shifts_by_the_product_of_its_strides(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType scalar = FieldType.Trivial(g, 1), regular = FieldType.Regular(g, 1);
        EquivariantSequential net = new EquivariantSequential(
            new Convolution(scalar, regular, Stencil.Square(3), padding: 1, paddingMode: PaddingModes.Circular),
            PointwiseNonlinearity.ReLU(regular), new MaxPooling(regular, 2),
            new Convolution(regular, regular, Stencil.Square(2), 2, paddingMode: PaddingModes.Circular)).WithIntegers();
        Tensor x = Laws.Input(scalar, 8, 12);
        EquivarianceAssert.CommutesWithCyclicShifts(net.call, x, 4, EquivarianceOptions.Exact);
        Assert.ThrowsAny<Exception>(() => EquivarianceAssert.CommutesWithCyclicShifts(net.call, x, 2, EquivarianceOptions.Exact));
    }

    [Fact]
    public void Is_the_composition_of_its_modules()
    {
        EquivariantSequential net = Net();
        Tensor x = Laws.Input(Scalar, 4, 5);
        Assert.True(Examples.Same(net.Modules.Aggregate(x, (value, module) => module.call(value)), net.call(x)));
        Assert.Equal((Scalar, Regular), (net.InputType, net.OutputType));
        Assert.Equal(3, net.Modules.Count);
    }

    [Fact]
    public void Inside_torchs_own_sequential_it_is_a_module_as_any_other()
    {
        EquivariantSequential net = Net();
        using var ordinary = nn.Sequential(net, nn.AdaptiveAvgPool2d(1), nn.Flatten());
        Tensor x = Laws.Input(Scalar, 4, 5);
        Assert.True(Examples.Same(net.call(x).mean([2, 3]), ordinary.call(x)));
        Assert.Equal(net.parameters().Count(), ordinary.parameters().Count());
    }

    [Fact]
    public void A_module_between_that_forgets_the_group_is_refused()
    {
        EquivariantSequential net = Net();
        Laws.IsRefused(x => net.Modules[2].call(net.Modules[0].call(x).cumsum(1)), Scalar, Regular, 4, 5);
    }

    [Fact]
    public void Modes_reach_every_module()
    {
        EquivariantSequential net = new(Net(), new FieldBatchNorm(Regular));
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Types_that_do_not_fit_are_both_named() => Messages.Say<ArgumentException>(
        () => new EquivariantSequential(Net(), PointwiseNonlinearity.ReLU(FieldType.Regular(PlaneGroup.P4m, 3))),
        "module 0 (EquivariantSequential)", "'p4m: 2 regular'", "module 1 (ReLU)", "'p4m: 3 regular'", "OutputType");

    [Fact]
    public void Other_refusals_say_what_is_wrong()
    {
        Messages.Say<ArgumentException>(() => new EquivariantSequential(), "at least one module");
        Messages.Say<ArgumentException>(() => Net().call(zeros(1, 2, 5, 5)), "Convolution", "2", "needs 1");
        Assert.Throws<ArgumentNullException>(() => new EquivariantSequential(null!));
        Messages.Say<ArgumentException>(() => new EquivariantSequential(Net(), null!), "module 1", "null");
    }

    private static EquivariantSequential Net()
    {
        EquivariantSequential net = new(
            new Convolution(Scalar, Regular, Stencil.Square(3)), PointwiseNonlinearity.ReLU(Regular),
            new Convolution(Regular, Regular, Stencil.Square(1)));
        return net.WithIntegers();
    }
}
