using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>One state dict, of free weights only, in every mode and number type.</summary>
public class StateDictLaws
{
    [Fact]
    public void The_keys_and_shapes_of_a_small_net_are_these()
    {
        using EquivariantSequential net = Net();
        Assert.Equal(
            [
                ("0.bias", "2"), ("0.weight", "18"),
                ("1.bias", "2"), ("1.running_mean", "2"), ("1.running_var", "2"), ("1.weight", "2"),
                ("4.branch.0.weight", "432"), ("4.branch.1.bias", "3"), ("4.branch.1.running_mean", "3"), ("4.branch.1.running_var", "3"),
                ("4.branch.1.weight", "3"), ("4.branch.3.weight", "648"), ("4.branch.4.bias", "3"), ("4.branch.4.running_mean", "3"),
                ("4.branch.4.running_var", "3"), ("4.branch.4.weight", "3"), ("4.shortcut.0.weight", "48"), ("4.shortcut.1.bias", "3"),
                ("4.shortcut.1.running_mean", "3"), ("4.shortcut.1.running_var", "3"), ("4.shortcut.1.weight", "3"),
            ],
            net.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => (entry.Key, string.Join('x', entry.Value.shape))));
    }

    [Fact]
    public void Modes_evaluation_and_conversion_change_no_key_and_no_value()
    {
        using EquivariantSequential net = Net();
        Dictionary<string, Tensor> first = Copy(net);
        net.eval();
        using (no_grad())
        {
            net.call(ones(1, 1, 10, 10));
        }

        AssertSame(first, net);
        net.to(ScalarType.Float64);
        net.call(ones(1, 1, 10, 10, dtype: ScalarType.Float64));
        Assert.All(net.state_dict().Values, value => Assert.Equal(ScalarType.Float64, value.dtype));
        AssertSame(first, net);
        net.train();
        AssertSame(first, net);
        net.to(ScalarType.Float32).to(CPU);
        AssertSame(first, net);
    }

    [Fact]
    public void Parameters_are_the_trainable_part()
    {
        using EquivariantSequential net = Net();
        Assert.Equal(
            net.state_dict().Keys.Where(key => !key.Contains("running", StringComparison.Ordinal)).Order(),
            net.named_parameters().Select(parameter => parameter.name).Order());
        Assert.Equal(
            net.state_dict().Keys.Where(key => key.Contains("running", StringComparison.Ordinal)).Order(),
            net.named_buffers().Select(buffer => buffer.name).Order());
    }

    [Fact]
    public void A_round_trip_in_the_other_mode_gives_the_same_net()
    {
        using EquivariantSequential net = Net(), other = Net();
        net.call(randn(2, 1, 10, 10));
        net.eval();
        other.eval();
        Tensor x = randn(2, 1, 10, 10);
        using (no_grad())
        {
            Assert.False(Examples.Same(net.call(x), other.call(x)));
            other.load_state_dict(net.state_dict());
            Assert.True(Examples.Same(net.call(x), other.call(x)));
        }
    }

    [Fact]
    public void A_state_of_another_net_is_refused_and_changes_nothing()
    {
        using Convolution two = new(FieldType.Trivial(PlaneGroup.P4, 1), FieldType.Regular(PlaneGroup.P4, 2), Stencil.Square(3));
        using Convolution three = new(FieldType.Trivial(PlaneGroup.P4, 1), FieldType.Regular(PlaneGroup.P4, 3), Stencil.Square(3));
        Dictionary<string, Tensor> before = Copy(two);
        Messages.Say<InvalidOperationException>(() => two.load_state_dict(three.state_dict()), "Convolution", "weight");
        AssertSame(before, two);
    }

    internal static EquivariantSequential Net()
    {
        PlaneGroup g = PlaneGroup.P4m;
        FieldType scalar = FieldType.Trivial(g, 1), regular = FieldType.Regular(g, 2);
        return new(
            new Convolution(scalar, regular, Stencil.Square(3), padding: 1), new FieldBatchNorm(regular),
            PointwiseNonlinearity.ReLU(regular), new MaxPooling(regular, 2), new ResidualBlock(regular, FieldType.Regular(g, 3), 3, 2),
            new FieldDropout(FieldType.Regular(g, 3)), new GroupPooling(FieldType.Regular(g, 3)), new SpatialPooling(FieldType.Trivial(g, 3)));
    }

    private static Dictionary<string, Tensor> Copy(nn.Module module) =>
        module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().to(ScalarType.Float64, copy: true));

    private static void AssertSame(Dictionary<string, Tensor> expected, nn.Module module)
    {
        Dictionary<string, Tensor> actual = module.state_dict();
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(
            expected, entry => Assert.True(Examples.Same(entry.Value, actual[entry.Key].detach().to(ScalarType.Float64)), entry.Key));
    }
}
