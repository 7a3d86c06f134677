using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Intertwiners with learnt coefficients: they commute, and nothing else of their form does.</summary>
public class EquivariantLinearLaws
{
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    private static PlaneGroup[] Groups =>
        [.. PlaneGroup.All, PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(12), PlaneGroup.SO2(2), PlaneGroup.O2(2)];

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Every_pair_of_field_types_commutes(string name)
    {
        foreach ((FieldType input, FieldType output) in Examples.Pairs(PlaneGroup.Named(name)))
        {
            using EquivariantLinear linear = new EquivariantLinear(input, output).WithIntegers();
            EquivarianceAssert.Commutes(linear.call, input, output, Vectors(input), Exact(input));
            EquivarianceAssert.GradientsCommute(linear.call, input, output, Vectors(input), Exact(input));
        }
    }

    [Fact]
    public void The_matrix_is_an_intertwiner_and_all_intertwiners_are_reached()
    {
        foreach (PlaneGroup g in Groups)
        {
            FieldType type = Irreducible(g);
            var sum = Representation.DirectSum([.. type.Fields]);
            var space = Intertwiners.Between(sum, sum);
            using EquivariantLinear linear = new(type, type);
            linear.to(ScalarType.Float64);
            Assert.Equal(space.Dimension, linear.Weight.numel());
            double[] entries = [.. linear.ExpandedFilter().data<double>()];
            var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(type.Channels, type.Channels, entries);
            Assert.InRange((space.Project(matrix) - matrix).FrobeniusNorm(), 0, 1e-10);
            matrix[0, type.Channels - 1] += 0.1;
            Assert.False(g.Order > 1 && (space.Project(matrix) - matrix).FrobeniusNorm() < 1e-3);
        }
    }

    [Fact]
    public void Elements_beyond_the_lattice_commute_as_well()
    {
        foreach (PlaneGroup g in Groups)
        {
            FieldType type = Irreducible(g);
            using EquivariantLinear linear = new(type, type);
            linear.to(ScalarType.Float64);
            Tensor x = randn(3, type.Channels, dtype: ScalarType.Float64), y = linear.call(x);
            Assert.All(Enumerable.Range(0, g.Order), h => Assert.InRange(
                (linear.call(x.TransformVector(type, h)) - y.TransformVector(type, h)).abs().max().ToDouble(), 0, 1e-10));
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void A_convolution_of_one_cell_does_the_same_at_every_position(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach ((FieldType input, FieldType output) in Examples.Pairs(g).Append((Irreducible(g), Irreducible(g))))
        {
            using DisposeScope scope = NewDisposeScope();
            using EquivariantLinear linear = new EquivariantLinear(input, output).WithIntegers();
            using Convolution convolution = new Convolution(input, output, Examples.Window(g, 1)).WithIntegers(seed: 9);
            convolution.load_state_dict(linear.state_dict());
            Tensor x = GroupedConvolutionLaws.Image(input);
            Tensor vectors = x.permute(0, 2, 3, 1).reshape(-1, input.Channels);
            Tensor y = linear.call(vectors).view(x.size(0), x.size(2), x.size(3), output.Channels).permute(0, 3, 1, 2);
            y = g.Lattice is HexagonalLattice ? y.MaskToHexagon() : y;
            Assert.InRange((y - convolution.call(x)).abs().max().ToDouble(), 0, input.IsPermutation ? 0 : 1e-9);
        }
    }

    [Fact]
    public void Biases_are_invariant_vectors()
    {
        PlaneGroup g = PlaneGroup.P4m;
        FieldType type = FieldType.Trivial(g, 1) + Irreducible(g) + FieldType.Regular(g, 1);
        using EquivariantLinear linear = new(type, type);
        Assert.Equal([3], linear.Bias!.shape);
        Assert.Null(new EquivariantLinear(type, FieldType.Copies(g, Irreps.Of(g.PointGroup)[^1], 1)).Bias);
        Assert.Null(new EquivariantLinear(type, type, bias: false).Bias);
    }

    [Fact]
    public void A_matrix_that_does_not_commute_and_a_bias_for_each_channel_are_refused()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        using EquivariantLinear linear = new EquivariantLinear(type, type).WithIntegers();
        Tensor numbers = arange(16, ScalarType.Float64), matrix = linear.ExpandedFilter().view(16, 16).t();
        IsRefused(x => linear.call(x) + numbers);
        IsRefused(x => nn.functional.linear(x, matrix.roll([1], [0])));

        void IsRefused(Func<Tensor, Tensor> f) => Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.Commutes(f, type, type, Vectors(type), EquivarianceOptions.Exact));
    }

    [Fact]
    public void Outputs_have_twice_the_mean_square_of_their_inputs()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4m, PlaneGroup.Cyclic(8) })
        {
            using Generator generator = new(5);
            FieldType type = GroupedConvolutionLaws.Repeated(Irreducible(g), 60);
            using EquivariantLinear linear = new(type, type, generator: generator);
            Assert.InRange(linear.call(randn(50, type.Channels, generator: generator)).pow(2).mean().ToDouble(), 1.8, 2.2);
        }
    }

    [Fact]
    public void The_kept_matrix_of_evaluation_and_a_loaded_state_give_the_same()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 2);
        using EquivariantLinear linear = new EquivariantLinear(type, type).WithIntegers();
        using EquivariantLinear other = new EquivariantLinear(type, type).WithIntegers(seed: 9);
        Assert.Equal(["bias", "weight"], linear.state_dict().Keys.Order(StringComparer.Ordinal));
        Tensor x = Vectors(type), inTraining = linear.call(x);
        linear.eval();
        using IDisposable noGrad = no_grad();
        Assert.True(Examples.Same(inTraining, linear.call(x)));
        Assert.False(Examples.Same(inTraining, other.call(x)));
        other.load_state_dict(linear.state_dict());
        Assert.True(Examples.Same(inTraining, other.call(x)));
    }

    [Fact]
    public void A_callers_scope_receives_the_result_and_nothing_else()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        using EquivariantLinear linear = new(type, type);
        Tensor x = randn(2, 8);
        foreach (bool training in new[] { true, false })
        {
            linear.train(training);
            using DisposeScope scope = NewDisposeScope();
            using IDisposable mode = enable_grad(training);
            Tensor y = linear.call(x);
            Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
        }
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        (FieldType scalar, FieldType regular) = (FieldType.Trivial(PlaneGroup.P4, 1), FieldType.Regular(PlaneGroup.P4, 1));
        using EquivariantLinear linear = new(scalar, regular);
        Messages.Say<ArgumentException>(() => linear.call(zeros(2, 1, 3, 3)), "EquivariantLinear", "4 axes", "N x C");
        Messages.Say<ArgumentException>(() => linear.call(zeros(2, 3)), "EquivariantLinear", "channel axis is 3");
        Messages.Say<ArgumentException>(
            () => new EquivariantLinear(scalar, FieldType.Copies(PlaneGroup.P4, Irreps.Of(PlaneGroup.P4.PointGroup)[1], 1)),
            "EquivariantLinear: no kernel", "other fields");
        Messages.Say<ArgumentOutOfRangeException>(
            () => new EquivariantLinear(scalar, regular, initialization: (Initialization)7), "no initialization 7", "He, DeltaOrthogonal");
    }

    private static FieldType Irreducible(PlaneGroup g) => FieldType.Of(
        g, [.. Irreps.Of(g.PointGroup).Where(irrep => irrep.Frequency <= (g.MaximumFrequency ?? irrep.Frequency))]);

    private static Tensor Vectors(FieldType type) => IntegerTensors.Random(3, 4, type.Channels);

    /// <summary>Vectors of scalars do not change, whatever the group.</summary>
    private static EquivarianceOptions Exact(FieldType type) =>
        EquivarianceOptions.Exact with { AllowVacuous = type.Fields.All(field => field.Dimension == 1) };
}
