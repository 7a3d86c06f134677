using TorchSharp.Modules;

namespace GCnn.LibTorch.Tests;

public class OptimizerStateTests
{
    [Fact]
    public void Refuses_the_state_of_another_optimiser()
    {
        var bytes = Saved(optim.Adam(Parameters(2)));
        var error = Assert.Throws<InvalidDataException>(() => Load(optim.SGD(Parameters(2), 0.1), bytes));
        Assert.Contains("Adam", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_state_for_other_parameters()
    {
        Assert.Throws<InvalidDataException>(() => Load(optim.Adam(Parameters(3, 3)), Saved(optim.Adam(Parameters(3)))));
        Assert.Throws<InvalidDataException>(() => Load(optim.Adam(Parameters(4)), Saved(optim.Adam(Parameters(3)))));
    }

    [Fact]
    public void Refuses_a_state_that_ends_early()
    {
        var bytes = Saved(optim.Adam(Parameters(3)));
        for (var length = 0; length < bytes.Length; length += 7)
        {
            Assert.Throws<InvalidDataException>(() => Load(optim.Adam(Parameters(3)), bytes[..length]));
        }
    }

    [Fact]
    public void Copies_a_state_dictionary()
    {
        var (first, second) = (optim.SGD(Stepped(), 0.1, momentum: 0.9), optim.SGD(Parameters(3), 0.5, momentum: 0.1));
        first.step();
        second.load_state_dict(first.state_dict());
        var (a, b) = (first.state_dict().State[0], second.state_dict().State[0]);
        Assert.True(b.ApproximatelyEquals(a));
        Assert.NotSame(((SGD.State)a).momentum_buffer, ((SGD.State)b).momentum_buffer);
        Assert.Equal(0.1, second.ParamGroups.Single().LearningRate);
    }

    [Fact]
    public void Refuses_a_parameter_that_stands_in_two_groups()
    {
        var parameters = Parameters(2);
        var optimiser = optim.SGD(parameters, 0.1);
        Assert.Throws<ArgumentException>(() => optimiser.add_param_group(new SGD.ParamGroup { Parameters = parameters }));
    }

    [Fact]
    public void A_group_that_is_added_takes_what_it_does_not_say_from_the_optimiser()
    {
        var optimiser = optim.SGD(Parameters(2), 0.1, momentum: 0.7);
        var group = new SGD.ParamGroup(Parameters(3), new SGD.Options { LearningRate = 0.5 });
        optimiser.add_param_group(group);
        Assert.Equal((0.5, 0.7), (group.LearningRate, group.Momentum));
    }

    [Fact]
    public void The_closure_computes_gradients_and_its_loss_is_returned()
    {
        var parameter = new Parameter(ones(2));
        var loss = optim.SGD([parameter], 0.5).step(() =>
        {
            var sum = parameter.sum();
            sum.backward();
            return sum;
        });
        Assert.Equal(2, loss!.ToDouble());
        Assert.Equal([0.5f, 0.5f], parameter.data<float>().ToArray());
    }

    [Fact]
    public void A_module_in_another_type_keeps_its_optimiser()
    {
        using var net = nn.Linear(2, 1);
        var optimiser = optim.SGD(net.parameters(), 0.1);
        net.to(ScalarType.Float64);
        net.call(ones(1, 2, ScalarType.Float64)).sum().backward();
        using var before = net.weight.detach().clone();
        optimiser.step();
        Assert.True((before - 0.1).allclose(net.weight));
    }

    private static Parameter[] Parameters(params long[] sizes) => [.. sizes.Select(size => new Parameter(ones(size)))];

    private static Parameter[] Stepped()
    {
        var parameters = Parameters(3);
        parameters[0].sum().backward();
        return parameters;
    }

    private static byte[] Saved(OptimizerHelper optimiser)
    {
        using var stream = new MemoryStream();
        optimiser.save_state_dict(new BinaryWriter(stream));
        return stream.ToArray();
    }

    private static void Load(OptimizerHelper optimiser, byte[] bytes) =>
        optimiser.load_state_dict(new BinaryReader(new MemoryStream(bytes)));
}
