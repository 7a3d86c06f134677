using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>
/// Variances on fixed seeds, within five standard deviations of their estimators: that of <c>n</c> squared normal numbers of variance
/// <c>σ²</c> has the standard deviation <c>σ² √(2 / n)</c>.
/// </summary>
public class HeInitializationLaws
{
    private const int Fields = 400;

    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Weights_have_the_variance_two_over_the_fan_in(string name)
    {
        var g = PlaneGroup.Named(name);
        FieldType input = FieldType.Trivial(g, 1) + FieldType.Regular(g, 2);
        var map = FilterIndexMap.For(input, FieldType.Regular(g, Fields), Stencil.Square(3));
        Assert.Equal((1 + (2 * g.Order)) * 9, map.FanIn);
        using Generator generator = new(11);
        Tensor weights = HeInitialization.Normal(map, generator);
        Assert.Equal([map.FreeCount], weights.shape);
        AssertVariance(2.0 / map.FanIn, weights.pow(2).mean().ToDouble(), map.FreeCount);
        Assert.True(Math.Abs(weights.mean().ToDouble()) < 5 * Math.Sqrt(2.0 / map.FanIn / map.FreeCount));
    }

    [Fact]
    public void The_weights_are_standard_normal_numbers_times_the_root_of_two_over_the_fan_in()
    {
        var map = FilterIndexMap.For(FieldType.Trivial(PlaneGroup.P4, 2), FieldType.Regular(PlaneGroup.P4, 3), Stencil.Square(3));
        using Generator one = new(5), other = new(5);
        Assert.True(HeInitialization.Normal(map, one).allclose(empty(map.FreeCount).normal_(0, 1, other) * Math.Sqrt(2.0 / (2 * 9)), 1e-6));
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Outputs_have_twice_the_mean_square_of_their_inputs(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach (FieldType input in new[] { FieldType.Trivial(g, 3), FieldType.Regular(g, 2), Examples.Quotients(g) })
        {
            // At one position each output field is an independent draw, σ² Σ x² = 2 mean(x²).
            using Generator generator = new(12);
            using Convolution convolution = new(input, FieldType.Regular(g, Fields), Stencil.Square(3), generator: generator);
            Tensor x = randn(1, input.Channels, 3, 3, generator: generator);
            Tensor y = convolution.call(x).reshape(Fields, g.Order)[TensorIndex.Colon, 0];
            AssertVariance(2 * x.pow(2).mean().ToDouble(), y.pow(2).mean().ToDouble(), Fields);
        }
    }

    [Fact]
    public void The_variance_of_another_formula_lies_outside_the_bound()
    {
        // The fan-in of an ordinary filter's free weights, which forgets that each serves |H| orientations.
        var map = FilterIndexMap.For(FieldType.Regular(PlaneGroup.P4m, 2), FieldType.Regular(PlaneGroup.P4m, 60), Stencil.Square(3));
        Tensor weights = HeInitialization.Normal(map);
        Assert.ThrowsAny<Exception>(() => AssertVariance(2.0 / (map.FanIn / 8.0), weights.pow(2).mean().ToDouble(), map.FreeCount));
    }

    [Fact]
    public void A_generator_of_the_same_seed_draws_the_same_weights()
    {
        Convolution New(ulong seed)
        {
            using Generator generator = new(seed);
            return new(FieldType.Trivial(PlaneGroup.P4, 1), FieldType.Regular(PlaneGroup.P4, 2), Stencil.Square(3), generator: generator);
        }

        Assert.True(Examples.Same(New(5).Weight, New(5).Weight));
        Assert.False(Examples.Same(New(5).Weight, New(6).Weight));
    }

    [Fact]
    public void Biases_begin_at_zero() =>
        Assert.Equal(0, new Convolution(FieldType.Trivial(PlaneGroup.P4, 1), FieldType.Regular(PlaneGroup.P4, 2), Stencil.Square(3))
            .Bias!.abs().sum().ToDouble());

    private static void AssertVariance(double expected, double measured, int count) =>
        Assert.InRange(measured, expected * (1 - (5 * Math.Sqrt(2.0 / count))), expected * (1 + (5 * Math.Sqrt(2.0 / count))));
}
