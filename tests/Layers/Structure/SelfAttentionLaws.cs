using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class SelfAttentionLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_with_every_plane_group_with_and_without_relative_positions(string name)
    {
        foreach (FieldType type in Types(PlaneGroup.Named(name)))
        {
            foreach (int reach in new[] { 0, 1 })
            {
                using SelfAttention layer = Layer(type, 2, reach);
                EquivarianceAssert.Commutes(layer, type, type, Image(type), new() { AllowVacuous = type.Group.Order == 1 });
            }
        }
    }

    [Theory]
    [InlineData("p4m")]
    [InlineData("p31m")]
    public void The_gradient_to_the_input_commutes(string name)
    {
        foreach (FieldType type in Types(PlaneGroup.Named(name)))
        {
            using SelfAttention layer = Layer(type, 2, 1);
            EquivarianceAssert.GradientsCommute(layer.call, type, type, Image(type));
        }
    }

    [Fact]
    public void Commutes_beyond_the_lattice()
    {
        var d8 = PlaneGroup.Dihedral(8);
        FieldType irreps = FieldType.Of(d8, [.. Irreps.Of(d8.PointGroup)]), rotations = FieldType.Copies(
            PlaneGroup.SO2(2, new HexagonalLattice()), ContinuousGroup.SO2.Irrep(1), 2);
        foreach (FieldType type in new[] { irreps, FieldType.Regular(d8, 1), rotations })
        {
            using SelfAttention layer = Layer(type, 1, 2);
            EquivarianceAssert.Commutes(layer, type, type, Image(type));
        }
    }

    [Theory]
    [InlineData("p4", 0)]
    [InlineData("p4", 1)]
    [InlineData("p6", 0)]
    [InlineData("p6", 1)]
    public void Is_its_definition(string name, int reach)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 2);
        using SelfAttention layer = Layer(type, 2, reach);
        Tensor x = (type.Group.Lattice is HexagonalLattice ? Hexagons.Input(type, 2, 1) : Laws.Input(type, 3, 4, 1)) / 8;
        Assert.True(NaiveAttention.Apply(layer, x).allclose(layer.call(x), 1e-10, 1e-10));
    }

    [Fact]
    public void Weights_add_up_to_one_and_see_no_cell_outside()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 2);
        using SelfAttention layer = Layer(type, 2, 1);
        Tensor weights = layer.Weights(Image(type));
        Assert.True(weights.sum(3).allclose(ones(2, 2, 49, dtype: ScalarType.Float64), 1e-12, 1e-12));
        Tensor outside = HexagonMask.Of(3).logical_not().flatten();
        Assert.True((bool)weights.index_select(3, outside.nonzero().flatten()).eq(0).all());
    }

    [Fact]
    public void Cyclic_shifts_commute_without_relative_positions_only()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        using SelfAttention free = Layer(type, 1, 0), biased = Layer(type, 1, 1);
        Tensor x = Laws.Input(type, 4, 3) / 8;
        EquivarianceAssert.CommutesWithCyclicShifts(free.call, x);
        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.CommutesWithCyclicShifts(biased.call, x));
        Assert.True(Certificate.For(free, 4, 3).Shifts!.Cyclic);
        Assert.Null(Certificate.For(biased, 4, 3).Shifts);
    }

    [Theory]
    [InlineData("p2")]
    [InlineData("p4m")]
    [InlineData("p6")]
    public void A_bias_of_absolute_positions_is_refused(string name)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 1);
        using SelfAttention layer = Layer(type, 1, 0);
        Tensor Places(Tensor y) => arange(y.size(2) * y.size(3), dtype: ScalarType.Float64).view(1, 1, y.size(2), y.size(3)) / 8;
        Tensor Broken(Tensor y) => layer.call(Masked(y + Places(y), type));
        EquivarianceException refusal = Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.Commutes(Broken, type, type, Image(type)));
        Assert.Null(refusal.Report!.Vacuity);
    }

    [Fact]
    public void Scores_of_channels_that_do_not_turn_together_are_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        Tensor Broken(Tensor x)
        {
            Tensor flat = x.flatten(2);
            return flat.matmul((flat.roll([1], [1]).transpose(1, 2).matmul(flat.cumsum(1)) / 8).softmax(1)).view(x.shape);
        }

        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(Broken, type, type, Image(type)));
    }

    [Fact]
    public void Fields_of_a_head_may_be_of_any_kind()
    {
        var g = PlaneGroup.P4m;
        FieldType input = FieldType.Trivial(g, 1), output = FieldType.Of(g, Irreps.Of(g.PointGroup)[4]);
        FieldType regular = FieldType.Regular(g, 1), keys = FieldType.Trivial(g, 3);
        manual_seed(1);
        using EquivariantSequential net = new(
            new Convolution(input, regular, Stencil.Square(3), padding: 1), new SelfAttention(regular, output, keys, regular, 3, 2));
        net.to(ScalarType.Float64);
        EquivarianceAssert.Commutes(net, input, output, Laws.Input(input, 4, 6) / 4);
    }

    [Fact]
    public void The_state_comes_back_and_a_callers_scope_receives_the_result_alone()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        using SelfAttention layer = Layer(type, 2, 1), other = new(type, 2, 1);
        other.to(ScalarType.Float64).load_state_dict(layer.state_dict());
        Assert.Equal(6, layer.state_dict()["positions.filter.weight"].NumberOfElements);
        Tensor x = Image(type);
        Assert.True(Examples.Same(layer.call(x), other.call(x)));
        foreach (bool training in new[] { true, false })
        {
            layer.train(training);
            using DisposeScope scope = NewDisposeScope();
            Tensor y = layer.call(x);
            Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
        }
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 3);
        Messages.Say<ArgumentException>(() => new SelfAttention(type, 2), "3 neighbouring fields 'regular'", "divided among 2 heads");
        Messages.Say<ArgumentOutOfRangeException>(() => new SelfAttention(type, 0), "heads is 0", "at least 1");
        Messages.Say<ArgumentOutOfRangeException>(() => new SelfAttention(type, 1, -1), "reach is -1", "at least 0");
        Messages.Say<ArgumentException>(
            () => new SelfAttention(type, type, FieldType.Trivial(PlaneGroup.P2, 1), type), "different plane groups", "p2");
        Messages.Say<ArgumentException>(() => new SelfAttention(type).call(zeros(1, 3, 2, 2)), "SelfAttention", "needs 12");
    }

    private static FieldType[] Types(PlaneGroup g) =>
    [
        FieldType.Regular(g, 2) + FieldType.Trivial(g, 2),
        FieldType.Of(g, [.. Irreps.Of(g.PointGroup).SelectMany(irrep => new[] { irrep, irrep })]),
    ];

    /// <summary>Random weights, those of relative positions too.</summary>
    private static SelfAttention Layer(FieldType type, int heads, int reach)
    {
        manual_seed(1);
        SelfAttention layer = new(type, heads, reach);
        using IDisposable noGrad = no_grad();
        layer.state_dict().GetValueOrDefault("positions.filter.weight")?.normal_();
        return layer.to(ScalarType.Float64);
    }

    /// <summary>An image of numbers so small that no weight is alone.</summary>
    private static Tensor Image(FieldType type) => RestrictionLaws.Image(type) / 8;

    private static Tensor Masked(Tensor image, FieldType type) =>
        type.Group.Lattice is HexagonalLattice ? image.MaskToHexagon() : image;
}
