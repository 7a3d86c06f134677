using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Norm, dropout, nonlinearities, pooling over the group and the ways to join layers, on hexagons of every radius.</summary>
public class HexagonalLayerLaws
{
    public static TheoryData<string> PlaneGroups => Hexagons.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Every_layer_commutes_at_every_radius(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        foreach (EquivariantModule layer in Layers(type))
        {
            using EquivariantModule used = layer.WithIntegers();
            used.eval();
            for (int r = 0; r <= 6; r++)
            {
                Hexagons.Commutes(used, Hexagons.Input(type, r, samples: 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_gradient_to_the_input_commutes_for_every_layer(string name)
    {
        // No two numbers are equal, for the maxima, and both signs occur, for the rectifiers.
        manual_seed(1);
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        Tensor x = ((Hexagons.Distinct(type, 3) / (49 * type.Channels)) - 1).MaskToHexagon();
        foreach (EquivariantModule layer in Layers(type))
        {
            using EquivariantModule used = layer.to(ScalarType.Float64);
            used.eval();
            EquivarianceAssert.GradientsCommute(used.call, type, used.OutputType, x);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Dropout_with_a_fixed_draw_commutes(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        using FieldDropout dropout = new(type);
        Hexagons.Commutes(
            x =>
            {
                manual_seed(3);
                return dropout.call(x);
            },
            type, type, Hexagons.Input(type, 3));
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_norm_commutes_exactly_in_training(string name)
    {
        // Means that are integers: then every square of a deviation is one, and their sum is exact in every order.
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        for (int r = 1; r <= 6; r++)
        {
            using DisposeScope scope = NewDisposeScope();
            using FieldBatchNorm norm = new FieldBatchNorm(type).WithIntegers();
            Hexagons.Commutes(norm, WithIntegerMeans(type, r));
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_norm_is_its_definition_over_the_cells(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        using FieldBatchNorm norm = new FieldBatchNorm(type, 0.5, 0.25).WithIntegers();
        NaiveFieldNorm naive = new(type, norm.state_dict(), 0.5, 0.25);
        for (int r = 1; r <= 4; r++)
        {
            Tensor x = Hexagons.Input(type, r, 3, r);
            AssertClose(naive.Train(Cells(x)), Cells(norm.call(x)));
            AssertClose(tensor(naive.Means), norm.state_dict()["running_mean"]);
            AssertClose(tensor(naive.Variances), norm.state_dict()["running_var"]);
        }

        norm.eval();
        Tensor unseen = Hexagons.Input(type, 5, 2, 9);
        AssertClose(naive.Evaluate(Cells(unseen)), Cells(norm.call(unseen)));
        AssertClose(tensor(naive.Means), norm.state_dict()["running_mean"]);
    }

    [Fact]
    public void The_gradients_of_the_norm_are_those_of_an_ordinary_norm_of_the_cells()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P6m, 3);
        using FieldBatchNorm norm = new FieldBatchNorm(type).WithIntegers();
        using var ordinary = nn.BatchNorm2d(3).WithIntegers();
        Tensor x = Hexagons.Input(type, 3, 4).requires_grad_(), w = Hexagons.Input(type, 3, 4, 2);
        Tensor y = Cells(x).detach().clone().requires_grad_();
        (norm.call(x) * w).sum().backward();
        (ordinary.call(y) * Cells(w)).sum().backward();
        AssertClose(y.grad!, Cells(x.grad!));
        AssertClose(ordinary.weight!.grad!, norm.get_parameter("weight")!.grad!);
        AssertClose(ordinary.bias!.grad!, norm.get_parameter("bias")!.grad!);
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void In_training_the_residual_block_commutes(string name)
    {
        manual_seed(1);
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        foreach (int r in new[] { 3, 4, 5 })
        {
            using ResidualBlock block = new(type, FieldType.Regular(type.Group, 1), 3, 2);
            block.to(ScalarType.Float64);
            EquivarianceAssert.Commutes(block, type, block.OutputType, Hexagons.Input(type, r));
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    public void Layers_between_irreps_commute_within_the_tolerance_on_and_beyond_the_lattice(int n)
    {
        manual_seed(1);
        var g = PlaneGroup.Dihedral(n, new HexagonalLattice());
        FieldType type = FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]);
        EquivariantModule[] layers =
        [
            new Convolution(type, type, Stencil.Hexagon(1), 2, 1), new NormNonlinearity(type), new NormPooling(type),
            new SpatialPooling(type), new FieldDropout(type),
        ];
        foreach (EquivariantModule layer in layers)
        {
            using EquivariantModule used = layer.to(ScalarType.Float64);
            used.eval();
            for (int r = 1; r <= 4; r++)
            {
                Tensor x = Hexagons.Input(type, r), y = used.call(x);
                EquivarianceAssert.Commutes(used, type, used.OutputType, x);
                Assert.True(y.ndim == 2 || Examples.Same(y, y.MaskToHexagon()));
            }
        }
    }

    [Fact]
    public void A_function_of_zero_that_is_not_zero_leaves_nothing_outside()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6, 1);
        Tensor x = Hexagons.Input(type, 2);
        foreach (var function in new Func<Tensor, Tensor>[] { y => y.exp(), y => y + 1, y => 1 / y.abs(), y => y.sqrt(), y => y })
        {
            using PointwiseNonlinearity layer = new(type, function);
            Tensor result = layer.call(x);
            Assert.True(Examples.Same(zeros(2, 6, 6, dtype: ScalarType.Float64), Outside(result, 2)));
            Assert.True(result.masked_select(HexagonMask.Of(2)).allclose(function(x).masked_select(HexagonMask.Of(2)), equal_nan: true));
        }
    }

    [Fact]
    public void A_callers_scope_receives_the_result_and_nothing_else()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 2);
        Tensor x = randn(2, type.Channels, 7, 7).MaskToHexagon().requires_grad_();
        foreach (EquivariantModule layer in Layers(type))
        {
            foreach ((bool training, bool withGradient) in new[] { (true, true), (true, false), (false, true), (false, false) })
            {
                layer.train(training);
                using DisposeScope scope = NewDisposeScope();
                using IDisposable mode = enable_grad(withGradient);
                Tensor y = layer.call(x);
                Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
            }
        }
    }

    private static EquivariantModule[] Layers(FieldType type) =>
    [
        new Convolution(type, type, Stencil.Hexagon(1), 2, 1),
        PointwiseNonlinearity.ReLU(type), PointwiseNonlinearity.LeakyReLU(type, 0.25), PointwiseNonlinearity.Sigmoid(type),
        PointwiseNonlinearity.Tanh(type), PointwiseNonlinearity.ELU(type), PointwiseNonlinearity.GELU(type),
        PointwiseNonlinearity.SiLU(type), new PointwiseNonlinearity(type, x => x.pow(2) + 1),
        new FieldBatchNorm(type), new FieldDropout(type), new GroupPooling(type), new GroupPooling(type, PoolingKind.Mean),
        new MaxPooling(type, 3, 2, 1), new AveragePooling(type, 3, 2, 1), new BinomialPooling(type),
        new ResidualBlock(type, type), new ResidualBlock(type, FieldType.Regular(type.Group, 1), 3, 2), new ResidualBlock(type, type, 1, 3),
        new EquivariantSequential(
            new Convolution(type, FieldType.Regular(type.Group, 1), Stencil.Hexagon(1), padding: 1),
            PointwiseNonlinearity.ReLU(FieldType.Regular(type.Group, 1)), new MaxPooling(FieldType.Regular(type.Group, 1), 3, 2, 1)),
    ];

    /// <summary>The cells inside, as images of one row.</summary>
    private static Tensor Cells(Tensor x) =>
        x.masked_select(HexagonMask.Of(HexagonMask.RadiusOf(x))).reshape(x.size(0), x.size(1), 1, -1);

    private static Tensor Outside(Tensor x, int radius) =>
        x.masked_select(HexagonMask.Of(radius).logical_not()).reshape(x.size(0), x.size(1), -1);

    /// <summary>An image in which the sum over each field is a multiple of the number of its values.</summary>
    private static Tensor WithIntegerMeans(FieldType type, int radius)
    {
        Tensor x = Hexagons.Input(type, radius);
        for (int field = 0; field < type.Fields.Count; field++)
        {
            Tensor values = x.narrow(1, type.Offset(field), type.Fields[field].Dimension);
            double count = 2.0 * type.Fields[field].Dimension * new HexagonalDomain(radius).Count;
            double excess = values.sum().item<double>() % count;
            values[0, 0, radius, radius] = values[0, 0, radius, radius] - excess;
        }

        return x;
    }

    private static void AssertClose(Tensor expected, Tensor actual) => Assert.True(expected.allclose(actual, 1e-12, 1e-12));
}
