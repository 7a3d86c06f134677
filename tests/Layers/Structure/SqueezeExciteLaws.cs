using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class SqueezeExciteLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Commutes_exactly_where_fields_permute_and_within_the_tolerance_elsewhere(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType mixed = Examples.Mixed(g);
        Commutes(mixed, EquivarianceOptions.Exact with { AllowVacuous = g.Order == 1 });
        Commutes(mixed + FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]), new() { AllowVacuous = g.Order == 1 });
    }

    [Fact]
    public void Commutes_beyond_the_lattice()
    {
        var c8 = PlaneGroup.Cyclic(8);
        Commutes(FieldType.Regular(c8, 2) + FieldType.Of(c8, [.. Irreps.Of(c8.PointGroup)]), new());
        Commutes(FieldType.Copies(PlaneGroup.O2(2), ContinuousGroup.O2.Irrep(2), 3), new());
    }

    [Fact]
    public void Commutes_with_cyclic_shifts_exactly()
    {
        using SqueezeExcite layer = new SqueezeExcite(FieldType.Regular(PlaneGroup.P4, 3)).WithIntegers(size: 1);
        EquivarianceAssert.CommutesWithCyclicShifts(layer.call, Laws.Input(layer.InputType, 4, 3), 1, EquivarianceOptions.Exact);
    }

    [Fact]
    public void Is_its_definition()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4, PlaneGroup.P6 })
        {
            FieldType type = FieldType.Regular(g, 2) + FieldType.Of(g, Irreps.Of(g.PointGroup)[1]);
            using SqueezeExcite layer = new(type, reduction: 1);
            layer.to(ScalarType.Float64);
            Dictionary<string, Tensor> w = layer.state_dict();
            Tensor x = RestrictionLaws.Image(type) / 4;
            int n = g.Order;
            double positions = g.Lattice is HexagonalLattice ? 37 : 35;
            Tensor m = stack([
                x.narrow(1, 0, n).sum([1, 2, 3]) / n, x.narrow(1, n, n).sum([1, 2, 3]) / n,
                x.narrow(1, 2 * n, type.Channels - (2 * n)).pow(2).sum(1).sqrt().sum([1, 2])], 1) / positions;
            Tensor hidden = (m.matmul(w["gate.0.weight"].view(3, 3).t()) + w["gate.0.bias"]).relu();
            Tensor gates = (hidden.matmul(w["gate.2.weight"].view(3, 3).t()) + w["gate.2.bias"]).sigmoid();
            Tensor Gated(int f) => x.narrow(1, type.Offset(f), type.Fields[f].Dimension) * gates.narrow(1, f, 1).view(2, 1, 1, 1);
            Assert.True(cat([Gated(0), Gated(1), Gated(2)], 1).allclose(layer.call(x), 1e-12, 1e-12));
        }
    }

    [Fact]
    public void A_gate_of_each_channel_is_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        Tensor weight = IntegerTensors.Random(3, 8, 8) / 16;
        Laws.IsRefused(x => x * x.mean([2, 3]).matmul(weight).sigmoid().unsqueeze(2).unsqueeze(3), type, type, 4, 5);
    }

    [Fact]
    public void The_gradient_commutes_and_is_zero_where_nothing_is()
    {
        var g = PlaneGroup.P4m;
        FieldType type = Examples.Mixed(g) + FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]);
        using SqueezeExcite layer = new(type);
        layer.to(ScalarType.Float64);
        EquivarianceAssert.GradientsCommute(layer.call, type, type, Laws.Input(type, 5, 7) / 4);
        Tensor nothing = zeros(1, type.Channels, 3, 3, dtype: ScalarType.Float64).requires_grad_();
        layer.call(nothing).pow(2).sum().backward();
        Assert.True((bool)nothing.grad!.eq(0).all());
    }

    [Fact]
    public void The_state_comes_back_and_a_callers_scope_receives_the_result_alone()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 4);
        using SqueezeExcite layer = new(type, 2), other = new(type, 2);
        Assert.Equal(["gate.0.bias", "gate.0.weight", "gate.2.bias", "gate.2.weight"], layer.state_dict().Keys.Order());
        Assert.Equal([2, 4, 8, 8], layer.state_dict().Values.Select(value => value.NumberOfElements).Order());
        Tensor x = Hexagons.Input(type, 2).to(ScalarType.Float32);
        other.load_state_dict(layer.state_dict());
        Assert.True(Examples.Same(layer.call(x), other.call(x)));
        using DisposeScope scope = NewDisposeScope();
        Tensor y = layer.call(x);
        Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 1);
        Messages.Say<ArgumentOutOfRangeException>(() => new SqueezeExcite(type, 0), "SqueezeExcite", "reduction is 0", "at least 1");
        Messages.Say<ArgumentException>(() => new SqueezeExcite(type).call(zeros(1, 3, 2, 2)), "SqueezeExcite", "needs 4");
    }

    private static void Commutes(FieldType type, EquivarianceOptions options)
    {
        using SqueezeExcite layer = new SqueezeExcite(type, 2).WithIntegers(size: 1);
        EquivarianceAssert.Commutes(layer, type, type, RestrictionLaws.Image(type), options);
    }
}
