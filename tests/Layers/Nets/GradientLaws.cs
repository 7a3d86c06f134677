using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The gradient to the input turns as the input does; the gradient to the weights does not see a turn of everything.</summary>
public class GradientLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_gradient_to_the_input_commutes_for_every_layer(string name)
    {
        FieldType mixed = Examples.Mixed(PlaneGroup.Named(name));
        foreach (EquivariantModule layer in Layers(mixed))
        {
            layer.WithIntegers();
            Tensor x = IntegerModules.Distinct(1, 2, mixed.Channels, 5, 7);
            layer.eval();
            EquivarianceAssert.GradientsCommute(layer.call, mixed, layer.OutputType, x, EquivarianceOptions.Exact);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_gradient_to_the_input_commutes_through_norms(string name)
    {
        FieldType mixed = Examples.Mixed(PlaneGroup.Named(name));
        foreach (EquivariantModule layer in new EquivariantModule[] { new FieldBatchNorm(mixed), new ResidualBlock(mixed, mixed, 3, 2) })
        {
            layer.to(ScalarType.Float64);
            EquivarianceAssert.GradientsCommute(layer.call, mixed, layer.OutputType, Laws.Input(mixed, 5, 7));
        }
    }

    [Fact]
    public void The_gradient_to_the_input_commutes_for_random_nets() => RandomNetLaws.ForAll(exact: false, plan =>
    {
        using EquivariantSequential net = PlannedNet.Build(plan);
        net.to(ScalarType.Float64).eval();
        Tensor x = RandomNetLaws.Normal(plan, 2);
        return EquivarianceReport.MeasureGradients(
            net.call, plan.Input.Type, plan.Output.Type, x, new() { AllowVacuous = true }).IsEquivariant;
    });

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_gradient_to_the_weights_stays_when_inputs_and_outputs_move_together(string name)
    {
        FieldType mixed = Examples.Mixed(PlaneGroup.Named(name));
        using EquivariantSequential net = Net(mixed);
        Assert.All(WeightErrors(net.call, net, mixed), error => Assert.Equal(0, error));
    }

    [Fact]
    public void It_does_not_stay_where_a_layer_between_forgets_the_group()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        using EquivariantSequential net = Net(type);
        Assert.Contains(WeightErrors(x => net.call(x.cumsum(3)), net, type), error => error > 0);
    }

    private static List<double> WeightErrors(Func<Tensor, Tensor> f, EquivariantSequential net, FieldType type)
    {
        Tensor x = Laws.Input(type, 5, 7), w = Laws.Input(type, 3, 4, seed: 2);
        double[] still = Gradients(f, net, x, w);
        return [.. Enumerable.Range(0, type.Group.Order)
            .Select(h => Gradients(f, net, x.Transform(type, h), w.Transform(type, h)).Zip(still, (a, b) => Math.Abs(a - b)).Max())];
    }

    private static double[] Gradients(Func<Tensor, Tensor> f, EquivariantSequential net, Tensor x, Tensor w)
    {
        net.zero_grad();
        (f(x) * w).sum().backward();
        return [.. net.parameters().SelectMany(parameter => parameter.grad!.data<double>().ToArray())];
    }

    private static EquivariantSequential Net(FieldType type) => new EquivariantSequential(
        new Convolution(type, FieldType.Regular(type.Group, 2), Stencil.Square(3), padding: 1),
        PointwiseNonlinearity.ReLU(FieldType.Regular(type.Group, 2)),
        new Convolution(FieldType.Regular(type.Group, 2), type, Stencil.Square(3), 2, 1)).WithIntegers();

    private static EquivariantModule[] Layers(FieldType type) =>
    [
        new Convolution(type, type, Stencil.Square(3), 2, 1),
        new Convolution(type, FieldType.Regular(type.Group, 1), Stencil.Square(2), 1, 1, 2, paddingMode: PaddingModes.Circular),
        PointwiseNonlinearity.LeakyReLU(type, 0.25),
        new MaxPooling(type, 3, 2, 1),
        new AveragePooling(type, 2, 1),
        new BinomialPooling(type),
        new GroupPooling(type),
        new GroupPooling(type, PoolingKind.Mean),
        new SpatialPooling(type, PoolingKind.Max),
    ];
}
