using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Fields that do not permute their channels are divided by the root of their mean square, and not shifted.</summary>
public class FieldBatchNormOfIrreps
{
    private static readonly EquivarianceOptions Rounding = new() { Seed = 3 };

    public static TheoryData<string> PlaneGroups => ["p4", "p4m", "p3", "p31m", "p6m"];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void It_commutes_in_training_and_in_evaluation_and_a_mean_for_each_channel_does_not(string name)
    {
        FieldType type = Mixed(PlaneGroup.Named(name));
        using FieldBatchNorm norm = New(type);
        Tensor x = Inside(type, Image(type) + 0.5);
        EquivarianceAssert.Commutes(norm, type, type, x, Rounding);
        norm.eval();
        EquivarianceAssert.Commutes(norm, type, type, x, Rounding);
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(
            y => Inside(type, norm.call(y) - y.abs().mean([0, 2, 3], keepdim: true)), type, type, x, Rounding));
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void After_it_the_mean_square_of_every_field_is_that_of_its_scale(string name)
    {
        PlaneGroup g = PlaneGroup.Named(name);
        FieldType type = FieldType.Copies(g, Irreps.Of(g.PointGroup)[^1], 2) + FieldType.Of(g, Irreps.Of(g.PointGroup)[1]);
        using FieldBatchNorm norm = New(type);
        using (no_grad())
        {
            norm.get_parameter("weight")!.copy_(tensor(new double[] { 1, 2, 3 }));
        }

        Tensor y = norm.call(Image(type) * 5);
        double positions = g.Lattice is HexagonalLattice ? Stencil.Hexagon(3).Count : 49;
        for (int field = 0; field < 3; field++)
        {
            Tensor squares = y.narrow(1, type.Offset(field), type.Fields[field].Dimension).pow(2);
            double mean = squares.sum().ToDouble() / (4 * type.Fields[field].Dimension * positions);
            Assert.Equal((field + 1) * (field + 1), mean, 1e-3);
        }
    }

    [Fact]
    public void Evaluation_divides_by_the_running_mean_square()
    {
        FieldType type = FieldType.Copies(PlaneGroup.P4, Irreps.Of(PlaneGroup.P4.PointGroup)[1], 1);
        using FieldBatchNorm norm = New(type);
        Tensor x = Image(type) * 3;
        norm.call(x);
        double running = 0.9 + (0.1 * x.pow(2).mean().ToDouble());
        Assert.Equal(running, norm.state_dict()["running_var"].ToDouble(), 1e-9);
        Assert.Equal(0, norm.state_dict()["running_mean"].ToDouble());
        norm.eval();
        Assert.InRange((norm.call(x) - (x / Math.Sqrt(running + norm.Epsilon))).abs().max().ToDouble(), 0, 1e-12);
    }

    [Fact]
    public void Mixtures_pass_gradients_back_after_several_passes_of_training()
    {
        // Blocks of both kinds write into the same running statistics, which the ordinary norm's backward pass wants unchanged.
        FieldType type = Mixed(PlaneGroup.P4m);
        using FieldBatchNorm norm = New(type);
        Tensor x = Image(type).requires_grad_();
        (norm.call(x) + norm.call(x * 2)).pow(3).sum().backward();
        Assert.True((bool)x.grad!.ne(0).any());
        Tensor mean = norm.state_dict()["running_mean"];
        Assert.Equal([true, .. Enumerable.Repeat(false, 5), true, true], mean.ne(0).data<bool>().ToArray());
    }

    private static FieldType Mixed(PlaneGroup g) =>
        FieldType.Trivial(g, 1) + FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]) + FieldType.Regular(g, 2);

    private static FieldBatchNorm New(FieldType type)
    {
        FieldBatchNorm norm = new(type);
        norm.to(ScalarType.Float64);
        return norm;
    }

    private static Tensor Image(FieldType type, ulong seed = 5)
    {
        using Generator generator = new(seed);
        return Inside(type, randn(4, type.Channels, 7, 7, dtype: ScalarType.Float64, generator: generator));
    }

    private static Tensor Inside(FieldType type, Tensor x) => type.Group.Lattice is HexagonalLattice ? x.MaskToHexagon() : x;
}
