using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Training, saving and loading keep a net equivariant.</summary>
public class TrainingLaws
{
    private static readonly Dictionary<string, Func<IEnumerable<TorchSharp.Modules.Parameter>, optim.Optimizer>> Optimizers = new()
    {
        ["SGD"] = parameters => optim.SGD(parameters, 0.05, momentum: 0.9, weight_decay: 1e-4),
        ["AdamW"] = parameters => optim.AdamW(parameters, 0.01),
    };

    public static IEnumerable<object[]> Cases =>
        from optimizer in Optimizers.Keys
        from g in new[] { PlaneGroup.P2, PlaneGroup.Cm, PlaneGroup.P4m, PlaneGroup.P31m, PlaneGroup.P6m }
        select new object[] { optimizer, g.Name };

    [Theory]
    [MemberData(nameof(Cases))]
    public void After_three_steps_a_net_commutes_in_both_modes(string optimizer, string group)
    {
        using EquivariantSequential net = Trained(optimizer, PlaneGroup.Named(group));
        Tensor x = Images(net, 2, 13);
        EquivarianceAssert.Commutes(net, net.InputType, net.OutputType, x);
        net.eval();
        EquivarianceAssert.Commutes(net, net.InputType, net.OutputType, x);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_trained_net_comes_back_from_a_file_as_it_was(string optimizer, string group)
    {
        var g = PlaneGroup.Named(group);
        using EquivariantSequential trained = Trained(optimizer, g), loaded = Net(g);
        string path = Path.GetTempFileName();
        trained.save(path);
        loaded.load(path);
        File.Delete(path);
        Tensor x = Images(trained, 2, 9);
        trained.eval();
        loaded.eval();
        Assert.True(Examples.Same(trained.call(x), loaded.call(x)));
        EquivarianceAssert.Commutes(loaded, loaded.InputType, loaded.OutputType, x);
    }

    [Fact]
    public void Training_changes_the_weights_and_lowers_the_loss()
    {
        using EquivariantSequential net = Net(PlaneGroup.P4m);
        List<double> losses = [];
        Train(net, optim.SGD(net.parameters(), 0.01), 20, losses);
        Assert.True(losses[^1] < losses[0], $"{losses[0]} to {losses[^1]}");
    }

    [Fact]
    public void Weights_trained_as_an_ordinary_filter_are_refused()
    {
        using EquivariantSequential net = Net(PlaneGroup.P4);
        var first = (Convolution)net.Modules[0];
        Tensor filter = first.ExpandedFilter().detach().requires_grad_();
        Tensor Ordinary(Tensor x) => nn.functional.conv2d(x, filter, padding: [1, 1]);
        Tensor input = Laws.Input(first.InputType, 5, 5);
        Ordinary(input).pow(3).sum().backward();
        using (no_grad())
        {
            filter.add_(filter.grad!, -0.001);
        }

        Assert.Throws<EquivarianceException>(() => EquivarianceAssert.Commutes(Ordinary, first.InputType, first.OutputType, input));
    }

    private static EquivariantSequential Trained(string optimizer, PlaneGroup g)
    {
        EquivariantSequential net = Net(g);
        Train(net, Optimizers[optimizer](net.parameters()), 3, []);
        return net;
    }

    private static void Train(EquivariantSequential net, optim.Optimizer optimizer, int steps, List<double> losses)
    {
        manual_seed(5);
        using optim.Optimizer used = optimizer;
        Tensor x = Images(net, 4, 9);
        Tensor target = randn(4, net.OutputType.Channels, 5, 5, dtype: ScalarType.Float64);
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            used.zero_grad();
            Tensor loss = nn.functional.mse_loss(net.call(x), target);
            loss.backward();
            used.step();
            losses.Add(loss.item<double>());
        }
    }

    /// <summary>Images of 9 rows; hexagons have as many columns.</summary>
    private static Tensor Images(EquivariantSequential net, int samples, int columns) => net.InputType.Group.Lattice is HexagonalLattice
        ? randn(samples, 1, 9, 9, dtype: ScalarType.Float64).MaskToHexagon()
        : randn(samples, 1, 9, columns, dtype: ScalarType.Float64);

    private static EquivariantSequential Net(PlaneGroup g)
    {
        manual_seed(6);
        FieldType scalar = FieldType.Trivial(g, 1), regular = FieldType.Regular(g, 2), mixed = Examples.Mixed(g);
        EquivariantSequential net = new(
            new Convolution(scalar, regular, Examples.Window(g, 3), padding: 1), new FieldBatchNorm(regular),
            PointwiseNonlinearity.ELU(regular),
            new ResidualBlock(regular, mixed, 3, 2), new Convolution(mixed, regular, Stencil.Square(1)));
        return net.to(ScalarType.Float64);
    }
}
