using GCnn.Groups;
using GCnn.Testing;

namespace GCnn.Layers.Tests;

/// <summary>A deep net: lifting, group convolution, stride 2, pooling over windows, over the group and over positions.</summary>
public class HexagonalNetLaws
{
    public static TheoryData<string> PlaneGroups => Hexagons.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Is_invariant_at_every_radius(string name)
    {
        using EquivariantSequential net = Net(PlaneGroup.Named(name));
        for (int r = 4; r <= 9; r++)
        {
            EquivarianceAssert.IsInvariant(net, net.InputType, Hexagons.Input(net.InputType, r), EquivarianceOptions.Exact);
        }
    }

    [Theory]
    [InlineData("p3", "p6")]
    [InlineData("p6", "p6m")]
    [InlineData("p3m1", "p6m")]
    [InlineData("p31m", "p6m")]
    public void Is_not_invariant_under_a_larger_group(string name, string larger)
    {
        using EquivariantSequential net = Net(PlaneGroup.Named(name));
        FieldType type = FieldType.Trivial(PlaneGroup.Named(larger), 1);
        var refusal = Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.IsInvariant(net, type, Hexagons.Input(type, 6), EquivarianceOptions.Exact));
        Assert.Null(refusal.Report!.Vacuity);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_gradient_to_the_image_turns_with_it(string name)
    {
        using EquivariantSequential net = Net(PlaneGroup.Named(name));
        EquivarianceAssert.GradientsCommute(net.call, net.InputType, net.OutputType, Hexagons.Input(net.InputType, 5));
    }

    private static EquivariantSequential Net(PlaneGroup g)
    {
        FieldType scalar = FieldType.Trivial(g, 1), regular = FieldType.Regular(g, 1);
        GroupPooling fibres = new(regular);
        return new EquivariantSequential(
            new Convolution(scalar, regular, Stencil.Hexagon(1), padding: 1), PointwiseNonlinearity.ReLU(regular),
            new Convolution(regular, regular, Stencil.Hexagon(1), 2, 1), PointwiseNonlinearity.LeakyReLU(regular, 0.25),
            new MaxPooling(regular, 3, 1, 1), new Convolution(regular, regular, Stencil.Hexagon(1), 2, 1),
            fibres, new SpatialPooling(fibres.OutputType)).WithIntegers();
    }
}
