using GCnn.LibTorch.Tests.Oracle;
using GCnn.LibTorch.Tests.Oracle.Cases;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace GCnn.LibTorch.Tests;

public class ModuleTests
{
    [Fact]
    public void State_keys_are_PyTorchs_in_PyTorchs_order()
    {
        Assert.Equal(["weight", "bias"], nn.Conv2d(1, 2, 3).state_dict().Keys);
        Assert.Equal(["weight"], nn.Conv2d(1, 2, 3, bias: false).state_dict().Keys);
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], nn.BatchNorm2d(2).state_dict().Keys);
        Assert.Equal(OracleFile.SequentialKeys, CaseTable.Network().state_dict().Keys);
    }

    [Fact]
    public void Fields_are_registered_by_reflection()
    {
        using var module = new Composite();
        Assert.Equal(["scale", "map", "inner.weight", "inner.bias", "list.0.weight", "list.0.bias"], module.state_dict().Keys);
        Assert.Equal(["inner", "list", "list.0"], module.named_modules().Select(m => m.name));
        Assert.Equal(["inner", "list"], module.named_children().Select(m => m.name));
        Assert.Equal(["scale"], module.named_parameters(recurse: false).Select(p => p.name));
        Assert.Equal(["map", "hidden"], module.named_buffers().Select(p => p.name).Order().Reverse());
        Assert.Equal(["map"], module.named_buffers(include_nonpersistent: false).Select(p => p.name));
    }

    [Fact]
    public void Parts_are_found_by_their_path()
    {
        using var module = new Composite();
        Assert.Same(module.Inner.weight, module.get_parameter("inner.weight"));
        Assert.Null(module.get_parameter("inner.none"));
        Assert.True(module.has_buffer("map") && !module.has_buffer("inner.map"));
    }

    [Fact]
    public void A_change_of_type_keeps_keys_identities_and_gradients()
    {
        using var module = new Composite();
        var (keys, parameter) = (module.state_dict().Keys.ToList(), module.Inner.weight);
        module.Inner.call(ones(1, 2)).sum().backward();
        module.to(ScalarType.Float64);
        Assert.Equal(keys, module.state_dict().Keys);
        Assert.Same(parameter, module.Inner.weight);
        Assert.Equal((ScalarType.Float64, ScalarType.Float64), (parameter.dtype, parameter.grad!.dtype));
        Assert.All(module.parameters(), p => Assert.True(p.is_leaf && p.requires_grad && p.dtype == ScalarType.Float64));
        Assert.Equal(ScalarType.Int64, module.get_buffer("map")!.dtype);
        module.Inner.call(ones(1, 2, ScalarType.Float64)).sum().backward();
        Assert.Equal([2.0, 2.0, 2.0, 2.0], parameter.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_module_does_not_become_an_integer() =>
        Assert.Throws<ArgumentException>(() => nn.Linear(1, 1).to(ScalarType.Int64));

    [Fact]
    public void Loading_a_state_that_does_not_fit_names_what_is_wrong()
    {
        using var net = nn.Linear(2, 1);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(2, 2), ["extra"] = ones(1) };
        var error = Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state));
        Assert.Contains("missing: bias", error.Message, StringComparison.Ordinal);
        Assert.Contains("not in the module: extra", error.Message, StringComparison.Ordinal);
        Assert.Contains("'weight' has shape [2, 2]", error.Message, StringComparison.Ordinal);
        Assert.NotEqual([1f, 1f], net.weight.data<float>().ToArray());
    }

    [Fact]
    public void A_loose_load_takes_what_fits()
    {
        using var net = nn.Linear(2, 1);
        var (missing, unexpected) = net.load_state_dict(new() { ["weight"] = ones(1, 2), ["extra"] = ones(1) }, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["extra"], unexpected);
        Assert.Equal([1f, 1f], net.weight.data<float>().ToArray());
    }

    [Fact]
    public void Training_and_evaluation_reach_every_module()
    {
        using var module = new Composite();
        module.eval();
        Assert.All(module.modules(), m => Assert.False(m.training));
        module.train();
        Assert.All(module.modules(), m => Assert.True(m.training));
    }

    [Fact]
    public void Disposing_disposes_what_it_owns()
    {
        var module = new Composite();
        var (parameter, buffer) = (module.Inner.weight, module.get_buffer("map")!);
        module.Dispose();
        Assert.True(parameter.IsInvalid && buffer.IsInvalid);
    }

    [Fact]
    public void A_module_made_in_a_scope_outlives_it()
    {
        nn.Module<Tensor, Tensor> net;
        using (NewDisposeScope()) net = CaseTable.Network();
        Assert.All(net.state_dict().Values, t => Assert.False(t.IsInvalid));
    }

    [Fact]
    public void Hooks_see_and_change_calls_until_they_are_removed()
    {
        using var net = nn.Identity();
        var before = net.register_forward_pre_hook((_, input) => input + 1);
        var after = net.register_forward_hook((_, _, output) => output * 10);
        Assert.Equal(20, net.call(tensor(1.0)).ToDouble());
        before.remove();
        Assert.Equal(10, net.call(tensor(1.0)).ToDouble());
        after.remove();
        Assert.Equal(1, net.call(tensor(1.0)).ToDouble());
    }

    [Fact]
    public void Zeroing_gradients_forgets_or_clears_them()
    {
        using var net = nn.Linear(2, 1);
        net.call(ones(1, 2)).sum().backward();
        net.zero_grad(set_to_none: false);
        Assert.Equal([0f, 0f], net.weight.grad!.data<float>().ToArray());
        net.zero_grad();
        Assert.Null(net.weight.grad);
    }

    [Fact]
    public void Parameters_go_into_a_vector_and_back()
    {
        using var net = nn.Linear(2, 1);
        nn.utils.vector_to_parameters(tensor([1f, 2f, 3f]), net.parameters());
        Assert.Equal([1f, 2f, 3f], nn.utils.parameters_to_vector(net.parameters()).data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(ones(4), net.parameters()));
        net.call(tensor(new float[,] { { 5, -5 } })).sum().backward();
        nn.utils.clip_grad_value_(net.parameters(), 2);
        Assert.Equal([2f, -2f], net.weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Bad_inputs_are_refused_with_their_shape()
    {
        var error = Assert.Throws<ArgumentException>(() => nn.Conv2d(3, 1, 3).call(ones(1, 2, 5, 5)));
        Assert.Contains("[1, 2, 5, 5]", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => nn.BatchNorm2d(2).call(ones(1, 2, 5)));
        Assert.Throws<ArgumentException>(() => nn.BatchNorm2d(2).call(ones(1, 3, 5, 5)));
        Assert.Throws<ArgumentException>(() => nn.BatchNorm1d(2).call(ones(1, 2)));
        Assert.Throws<ArgumentException>(() => nn.Conv2d(3, 2, 3, groups: 2));
        Assert.Throws<ArgumentException>(() => nn.Conv2d(1, 1, 3, Padding.Same, stride: 2));
    }

    [Fact]
    public void A_sequence_takes_names_or_numbers()
    {
        Assert.Equal(["a", "b"], nn.Sequential(("a", nn.ReLU()), ("b", nn.Tanh())).named_children().Select(c => c.name));
        Assert.Equal(["0", "1"], nn.Sequential(new List<nn.Module<Tensor, Tensor>> { nn.ReLU(), nn.Tanh() }).named_children().Select(c => c.name));
        Assert.Equal(["0", "last"], nn.Sequential(nn.ReLU()).append("last", nn.Tanh()).named_children().Select(c => c.name));
        Assert.Throws<ArgumentException>(() => nn.Sequential(("a.b", nn.ReLU())));
    }

    [Fact]
    public void A_list_renumbers_its_members_when_one_goes()
    {
        var (first, second) = (nn.Linear(1, 1), nn.Linear(1, 1, hasBias: false));
        var list = nn.ModuleList(first, second);
        list.Remove(first);
        Assert.Equal(["0.weight"], list.state_dict().Keys);
        list.Insert(0, first);
        Assert.Equal(["0.weight", "0.bias", "1.weight"], list.state_dict().Keys);
    }

    [Fact]
    public void A_sequence_disposes_what_lies_between_its_steps_and_nothing_else()
    {
        Tensor? between = null;
        var first = nn.Identity();
        first.register_forward_hook((_, _, output) => between = output);
        using var input = ones(2);
        using var output = nn.Sequential(first, nn.ReLU()).call(input);
        Assert.True(between!.IsInvalid && !input.IsInvalid && !output.IsInvalid);
    }

    [Fact]
    public void A_tensor_under_two_names_is_one_parameter_with_two_keys()
    {
        var shared = nn.Linear(1, 1, hasBias: false);
        var net = nn.Sequential(shared, shared);
        Assert.Single(net.parameters());
        Assert.Equal(["0.weight", "1.weight"], net.state_dict().Keys);
    }

    [Fact]
    public void Part_of_a_sequence_shares_its_modules()
    {
        var net = nn.Sequential(nn.Linear(1, 2), nn.ReLU(), nn.Linear(2, 3));
        Assert.Same(net[0], net[..2][0]);
        Assert.Equal((3, 2), (net.Count, net[1..].Count));
    }

    [Fact]
    public void Fans_count_the_receptive_field() => Assert.Equal((2 * 9L, 4 * 9L), nn.init.CalculateFanInAndFanOut(empty(4, 2, 3, 3)));

    private sealed class Composite : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = nn.Parameter(ones(1));

        [ComponentName(Name = "map")]
        private readonly Tensor indices = arange(3);

        private readonly Tensor hidden = ones(2);
        private readonly Linear inner = nn.Linear(2, 2);
        private readonly ModuleList<Linear> list = nn.ModuleList(nn.Linear(2, 1));

        internal Composite()
            : base(nameof(Composite))
        {
            register_buffer(nameof(hidden), hidden, persistent: false);
            RegisterComponents();
        }

        internal Linear Inner => inner;

        public override Tensor forward(Tensor input) => list[0].call(inner.call(input)) * scale;
    }
}
