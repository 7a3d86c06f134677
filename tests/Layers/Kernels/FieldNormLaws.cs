using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Field batch norm, sum and rectifier in few passes over the memory, held against libtorch's operators one after another.</summary>
public sealed class FieldNormLaws
{
    public static TheoryData<bool, bool, bool, bool> Cases
    {
        get
        {
            var cases = new TheoryData<bool, bool, bool, bool>();
            foreach (int bits in Enumerable.Range(0, 16))
            {
                cases.Add((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Results_gradients_and_statistics_are_those_of_the_operators(bool wide, bool training, bool rectified, bool adds)
    {
        using var scope = NewDisposeScope();
        foreach ((int samples, int rows, int columns) in ((int, int, int)[])[(2, 1, 1), (3, 5, 4), (2, 33, 33), (1, 7, 66)])
        {
            Layer ours = Layer.Of(wide, training), theirs = Layer.Of(wide, training);
            Sides given = Sides.Of(ours.Type, samples, rows, columns, wide), expected = given.Copy();
            Tensor y = ours.Norm.Normalized(given.Input, adds ? given.Added : null, rectified);
            Tensor z = theirs.Ordinary(expected.Input, adds ? expected.Added : null, rectified);
            y.backward([given.Gradient]);
            z.backward([expected.Gradient]);
            double tolerance = wide ? 1e-12 : 1e-5;
            AssertClose(z, y, tolerance);
            AssertClose(expected.Input.grad!, given.Input.grad!, tolerance);
            if (adds)
            {
                AssertClose(expected.Added.grad!, given.Added.grad!, tolerance);
            }

            foreach ((Tensor a, Tensor b) in theirs.Numbers().Zip(ours.Numbers()))
            {
                AssertClose(a, b, tolerance);
            }
        }
    }

    [Fact]
    public void Gradients_of_the_channels_own_statistics_are_rejected()
    {
        using var scope = NewDisposeScope();
        Layer ours = Layer.Of(wide: true, training: true);
        Sides given = Sides.Of(ours.Type, 3, 5, 4, wide: true), expected = given.Copy();
        using var perChannel = nn.BatchNorm2d(ours.Type.Channels);
        perChannel.to(ScalarType.Float64);
        ours.Norm.Normalized(given.Input, null, rectified: true).backward([given.Gradient]);
        perChannel.call(expected.Input).relu().backward([expected.Gradient]);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertClose(expected.Input.grad!, given.Input.grad!, 1e-5));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Gradients_can_be_differentiated_again(bool training, bool adds)
    {
        using var scope = NewDisposeScope();
        Layer ours = Layer.Of(wide: true, training), theirs = Layer.Of(wide: true, training);
        Sides given = Sides.Of(ours.Type, 3, 5, 4, wide: true), expected = given.Copy();
        Tensor y = ours.Norm.Normalized(given.Input, adds ? given.Added : null, rectified: true);
        Tensor z = theirs.Ordinary(expected.Input, adds ? expected.Added : null, rectified: true);
        foreach ((Tensor result, Sides sides) in ((Tensor, Sides)[])[(y, given), (z, expected)])
        {
            Tensor first = autograd.grad([result.pow(2).sum()], [sides.Input], retain_graph: true, create_graph: true)[0];
            (first * sides.Gradient).sum().backward();
        }

        AssertClose(expected.Input.grad!, given.Input.grad!, 1e-10);
        AssertClose(theirs.Norm.state_dict()["weight"].grad!, ours.Norm.state_dict()["weight"].grad!, 1e-10);
    }

    [Fact]
    public void A_mean_that_is_large_beside_the_deviation_costs_no_accuracy()
    {
        using var scope = NewDisposeScope();
        using FieldBatchNorm norm = new(FieldType.Regular(PlaneGroup.P4, 3));
        Tensor x = randn([4, 12, 16, 16], ScalarType.Float64) + 1000;
        Tensor y = norm.call(x.to(ScalarType.Float32)).to(ScalarType.Float64);
        Assert.InRange((y.pow(2).mean() - 1).abs().ToDouble(), 0, 1e-4);
        Assert.InRange(y.mean().abs().ToDouble(), 0, 1e-4);
    }

    [Fact]
    public void What_is_no_number_stays_so_behind_the_rectifier()
    {
        using var scope = NewDisposeScope();
        using FieldBatchNorm norm = new(FieldType.Regular(PlaneGroup.P4, 3));
        norm.eval();
        Tensor x = full([2, 12, 5, 5], double.NaN).to(ScalarType.Float32);
        Assert.True((bool)norm.Normalized(x, rectified: true).isnan().all());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sequence_computes_norm_and_rectifier_together_unless_a_hook_listens(bool watchesTheNorm)
    {
        using var scope = NewDisposeScope();
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        FieldBatchNorm norm = new(type);
        PointwiseNonlinearity rectifier = PointwiseNonlinearity.ReLU(type);
        using EquivariantSequential sequence = new(norm, rectifier);
        Tensor x = randn([2, 16, 5, 5]), together = sequence.call(x);
        int calls = 0;
        var hook = (watchesTheNorm ? (nn.Module<Tensor, Tensor>)norm : rectifier).register_forward_hook((_, _, y) =>
        {
            calls++;
            Assert.Equal(watchesTheNorm, (bool)y.lt(0).any());
            return y;
        });
        AssertClose(sequence.call(x), together, 1e-6);
        Assert.Equal(1, calls);
        hook.remove();
        AssertClose(sequence.call(x), together, 1e-6);
        Assert.Equal(1, calls);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void Hooks_in_a_residual_block_see_the_parts(int widthAfter)
    {
        using var scope = NewDisposeScope();
        FieldType from = FieldType.Regular(PlaneGroup.P4, 3), to = FieldType.Regular(PlaneGroup.P4, widthAfter);
        using ResidualBlock block = new(from, to);
        Tensor x = randn([2, 12, 5, 5]), together = block.call(x);
        int calls = 0;
        foreach (nn.Module module in block.modules())
        {
            if (module is EquivariantModule layer)
            {
                layer.register_forward_hook((_, _, y) =>
                {
                    calls++;
                    return y;
                });
            }
        }

        AssertClose(block.call(x), together, 1e-6);
        Assert.Equal(block.modules().Count(), calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_number_of_threads_gives_the_same_numbers(int threads)
    {
        using var scope = NewDisposeScope();
        int before = get_num_threads();
        try
        {
            set_num_threads(threads);
            Layer ours = Layer.Of(wide: false, training: true);
            Sides given = Sides.Of(ours.Type, 3, 9, 9, wide: false);
            Tensor y = ours.Norm.Normalized(given.Input, given.Added, rectified: true);
            set_num_threads(3);
            Tensor z = Layer.Of(wide: false, training: true).Norm.Normalized(given.Input, given.Added, rectified: true);
            Assert.True(Examples.Same(y, z));
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static void AssertClose(Tensor expected, Tensor given, double tolerance)
    {
        using var scope = NewDisposeScope();
        double scale = Math.Max(1, expected.abs().max().ToDouble());
        Assert.InRange((expected - given).abs().max().ToDouble(), 0, tolerance * scale);
    }

    /// <summary>A layer with numbers of its own, and the same by libtorch's batch norm.</summary>
    private sealed record Layer(FieldType Type, FieldBatchNorm Norm)
    {
        internal static Layer Of(bool wide, bool training)
        {
            FieldType type = Examples.Mixed(PlaneGroup.P4m);
            FieldBatchNorm norm = new(type);
            using var generator = new Generator(3);
            using (no_grad())
            {
                foreach ((string _, Tensor numbers) in norm.state_dict())
                {
                    numbers.copy_(rand([type.Fields.Count], generator: generator) + 0.5);
                }
            }

            norm.to(wide ? ScalarType.Float64 : ScalarType.Float32);
            norm.train(training);
            return new Layer(type, norm);
        }

        internal Tensor Ordinary(Tensor x, Tensor? added, bool rectified)
        {
            Dictionary<string, Tensor> state = Norm.state_dict();
            List<Tensor> parts = [];
            for (int field = 0; field < Type.Fields.Count; field++)
            {
                Tensor Own(string name) => state[name].narrow(0, field, 1);
                Tensor part = x.narrow(1, Type.Offset(field), Type.Fields[field].Dimension);
                parts.Add(nn.functional.batch_norm(
                    part.reshape(part.size(0), 1, -1, part.size(3)), Own("running_mean"), Own("running_var"), Own("weight"), Own("bias"),
                    Norm.training, Norm.Momentum, Norm.Epsilon).reshape(part.shape));
            }

            Tensor result = cat([.. parts], 1);
            result = added is null ? result : result + added;
            return rectified ? result.relu() : result;
        }

        internal IEnumerable<Tensor> Numbers() => Norm.state_dict().Values.SelectMany(
            numbers => numbers.grad is { } gradient ? (Tensor[])[numbers, gradient] : [numbers]);
    }

    private sealed record Sides(Tensor Input, Tensor Added, Tensor Gradient)
    {
        internal static Sides Of(FieldType type, int samples, int rows, int columns, bool wide)
        {
            using var generator = new Generator(7);
            Tensor Drawn() => randn([samples, type.Channels, rows, columns], ScalarType.Float64, generator: generator)
                .to(wide ? ScalarType.Float64 : ScalarType.Float32);
            return new Sides(Drawn().requires_grad_(), Drawn().requires_grad_(), Drawn());
        }

        internal Sides Copy() => new(Input.detach().clone().requires_grad_(), Added.detach().clone().requires_grad_(), Gradient);
    }
}
