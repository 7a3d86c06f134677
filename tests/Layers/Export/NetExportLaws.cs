using GCnn.Testing;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Whole nets as flat sequences of plain modules.</summary>
public class NetExportLaws
{
    public static TheoryData<string> Nets => [.. ExportNets.ByName.Keys];

    [Fact]
    public void Random_nets_give_the_same_numbers() => RandomNetLaws.ForAll(exact: false, plan =>
    {
        using EquivariantSequential net = Exports.Random(PlannedNet.Build(plan));
        Tensor x = RandomNetLaws.Normal(plan, 2);

        // What is exported is the expanded filter; that the routes agree is a law of its own.
        foreach (Convolution convolution in net.modules().OfType<Convolution>())
        {
            convolution.Route = ConvolutionRoute.Expanded;
        }

        foreach ((ScalarType type, double error) in new[] { (ScalarType.Float32, 1e-5), (ScalarType.Float64, 1e-12) })
        {
            net.to(type);
            net.eval();
            using nn.Module<Tensor, Tensor> plain = PlainNet.Of(net, type);
            Exports.ArePlain(plain);
            Tensor expected = net.call(x.to(type));
            if ((expected - plain.call(x.to(type))).abs().max().ToDouble() > error * expected.abs().max().ToDouble())
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Random_nets_on_integers_give_equal_numbers() => RandomNetLaws.ForAll(exact: true, plan =>
    {
        using EquivariantSequential net = PlannedNet.Build(plan).WithIntegers(size: 1);
        net.eval();
        Tensor x = IntegerTensors.Field(1, plan.Input, 2);
        return Examples.Same(net.call(x), PlainNet.Of(net, ScalarType.Float64).call(x));
    });

    [Fact]
    public void With_one_layer_left_out_or_its_channels_in_another_order_they_do_not()
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained("p4m, p4, p2");
        net.eval();
        nn.Module<Tensor, Tensor>[] parts = [.. PlainNet.Of(net).children().Cast<nn.Module<Tensor, Tensor>>()];
        Exports.AreSame(net, nn.Sequential(parts), x, 1e-5);

        // A regular field of D4 falls into two of C4 in its own order; those into pairs in another.
        int[] splits = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i] is Conv2d { bias: null, kernel_size: [1, 1] })];
        int permutation = splits[1];
        Refuses([.. parts.Where((_, i) => i != permutation)]);
        using IDisposable noGrad = no_grad();
        Tensor weight = ((Conv2d)parts[permutation]).weight;
        weight.copy_(weight.flip(0));
        Refuses(parts);

        void Refuses(nn.Module<Tensor, Tensor>[] modules) =>
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Exports.AreSame(net, nn.Sequential(modules), x, 1e-5));
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void After_training_they_give_the_same_numbers(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        Exports.AreSame(net, x);
        Assert.All(PlainNet.Of(net).children(), child => Assert.IsNotType<Sequential>(child));
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void The_net_its_mode_and_the_random_stream_stay_as_they_were(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        net.train();
        Dictionary<string, Tensor> before = net.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        Tensor stream = random.get_rng_state();
        nn.Module<Tensor, Tensor> plain = PlainNet.Of(net);
        Assert.True(Examples.Same(stream, random.get_rng_state()));
        Assert.All(net.modules().Prepend(net), module => Assert.True(module.training));
        Assert.False(plain.training);
        Assert.All(before, entry => Assert.True(Examples.Same(entry.Value, net.state_dict()[entry.Key])));
        using IDisposable noGrad = no_grad();
        Assert.True(Examples.Same(plain.call(x), plain.call(x)));
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void Neither_reads_what_the_other_holds(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        net.eval();
        nn.Module<Tensor, Tensor> plain = PlainNet.Of(net);
        using IDisposable noGrad = no_grad();
        Tensor ofPlain = plain.call(x), ofNet = net.call(x);
        Fill(net, 0.5);
        Assert.True(Examples.Same(ofPlain, plain.call(x)));
        Tensor changed = net.call(x);
        Assert.False(Examples.Same(ofNet, changed));
        Fill(plain, 0.25);
        Assert.True(Examples.Same(changed, net.call(x)));
        Assert.False(Examples.Same(ofPlain, plain.call(x)));
        plain.Dispose();
        Assert.True(Examples.Same(changed, net.call(x)));
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void The_state_dict_saves_and_loads(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        using nn.Module<Tensor, Tensor> plain = PlainNet.Of(net), other = PlainNet.Of(ExportNets.ByName[name]());
        using MemoryStream file = new();
        using IDisposable noGrad = no_grad();
        Assert.False(Examples.Same(plain.call(x), other.call(x)));
        plain.save(file);
        file.Position = 0;
        other.load(file);
        Assert.True(Examples.Same(plain.call(x), other.call(x)));
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void A_scope_around_the_export_holds_nothing_of_it(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        net.eval();
        nn.Module<Tensor, Tensor> plain;
        using (DisposeScope scope = NewDisposeScope())
        {
            plain = PlainNet.Of(net);
            Assert.DoesNotContain(scope.DisposablesView, owned => owned is Tensor);
            using IDisposable noGrad = no_grad();
            Tensor y = plain.call(x);
            Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
        }

        Exports.AreSame(net, plain, x, 1e-5);
        plain.Dispose();
        plain.Dispose();
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void What_was_learnt_can_be_trained_on_and_what_is_fixed_stays(string name)
    {
        (nn.Module<Tensor, Tensor> net, Tensor x) = ExportNets.Trained(name);
        nn.Module<Tensor, Tensor> plain = PlainNet.Of(net);
        plain.call(x).pow(2).sum().backward();
        Assert.All(plain.parameters(), parameter => Assert.Equal(parameter.requires_grad, parameter.grad is not null));
        int learnt = plain.parameters().Count(parameter => parameter.requires_grad);
        Assert.InRange(learnt, net.parameters().Count(), int.MaxValue);
    }

    private static void Fill(nn.Module module, double value)
    {
        foreach (Tensor tensor in module.state_dict().Values.Where(tensor => tensor.is_floating_point()))
        {
            tensor.fill_(value);
        }
    }
}
