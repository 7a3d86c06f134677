using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using Xunit.Sdk;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The group-Fourier route computes what the expanded filter computes, with its gradients.</summary>
public class FourierRouteLaws
{
    private const int Configurations = 500;

    /// <summary>Random layers: groups, fields, stencils, strides, paddings, dilations, biases, sizes, batches.</summary>
    [Theory]
    [InlineData(ScalarType.Float64, 1e-12)]
    [InlineData(ScalarType.Float32, 1e-5)]
    public void Output_and_gradients_are_those_of_the_expanded_filter(ScalarType type, double tolerance)
    {
        Prop.ForAll(RandomConvolution.All, drawn => RouteAgreement.Agrees(drawn, type, tolerance))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Configurations));
    }

    /// <summary>57 rows are chunks of 28 and 29; half of the blocks have no share in the output.</summary>
    [Fact]
    public void Chunks_of_different_sizes_do_not_disturb_each_other()
    {
        using var scope = NewDisposeScope();
        FieldType input = FieldType.Regular(PlaneGroup.P6m, 3);
        FieldType output = FieldType.Quotient(PlaneGroup.P6m, Subgroup.AllOf(PlaneGroup.P6m.PointGroup)[1], 1);
        using Convolution layer = new(input, output, Stencil.Hexagon(2), stride: 2);
        _ = layer.to(ScalarType.Float64);
        Tensor x = new GCnn.Actions.HexagonMask().Apply(rand(1, input.Channels, 5, 5, dtype: ScalarType.Float64));
        RouteAgreement.Require(
            RouteAgreement.Measure(layer, x, ConvolutionRoute.Expanded), RouteAgreement.Measure(layer, x, ConvolutionRoute.Fourier), 1e-12,
            "chunks");
    }

    [Fact]
    public void Other_weights_are_told_apart()
    {
        using var scope = NewDisposeScope();
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        using Convolution layer = new(type, type, Stencil.Square(3));
        _ = layer.to(ScalarType.Float64);
        Tensor x = rand(1, type.Channels, 9, 9, dtype: ScalarType.Float64);
        Tensor[] expanded = RouteAgreement.Measure(layer, x, ConvolutionRoute.Expanded);
        using (no_grad())
        {
            layer.Weight[0].add_(1e-6);
        }

        Tensor[] fourier = RouteAgreement.Measure(layer, x, ConvolutionRoute.Fourier);
        Assert.ThrowsAny<XunitException>(() => RouteAgreement.Require(expanded, fourier, 1e-12, "other weights"));
    }

    /// <summary>The transforms of these groups add and subtract, and their scalings are powers of two.</summary>
    [Theory]
    [InlineData("p2")]
    [InlineData("pm")]
    [InlineData("cm")]
    [InlineData("pmm")]
    [InlineData("cmm")]
    [InlineData("p4")]
    [InlineData("p4m")]
    public void On_integers_it_is_exact_on_squares(string group)
    {
        using var scope = NewDisposeScope();
        FieldType type = FieldType.Regular(PlaneGroup.Named(group), 2);
        using Convolution layer = new(type, type, Stencil.Square(3), padding: 1, bias: false) { Route = ConvolutionRoute.Fourier };
        layer.WithIntegers(5);
        Tensor x = IntegerTensors.Field(6, new NetState(type, 7, 7), 2);
        EquivarianceAssert.Commutes(layer, type, type, x, EquivarianceOptions.Exact);
        Tensor fourier = layer.call(x);
        layer.Route = ConvolutionRoute.Expanded;
        Assert.True(fourier.equal(layer.call(x)).item<bool>());
    }

    [Theory]
    [InlineData("p3")]
    [InlineData("p3m1")]
    [InlineData("p6")]
    [InlineData("p6m")]
    public void On_hexagons_it_commutes_within_rounding(string group)
    {
        using var scope = NewDisposeScope();
        FieldType type = FieldType.Regular(PlaneGroup.Named(group), 2);
        using Convolution layer = new(type, type, Stencil.Hexagon(1), padding: 1) { Route = ConvolutionRoute.Fourier };
        EquivarianceAssert.Commutes(layer, type, type, IntegerTensors.Field(6, new NetState(type, 9, 9), 2).to(ScalarType.Float32));
    }

    [Fact]
    public void Gradients_may_be_differentiated_again()
    {
        using var scope = NewDisposeScope();
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        using Convolution layer = new(type, type, Stencil.Square(3), padding: 1);
        _ = layer.to(ScalarType.Float64);
        Tensor[] Penalty(ConvolutionRoute route)
        {
            layer.Route = route;
            Tensor x = arange(2 * 8 * 5 * 5, dtype: ScalarType.Float64).view(2, 8, 5, 5).sin().requires_grad_(true);
            Tensor gradient = autograd.grad([layer.call(x).pow(2).sum()], [x], retain_graph: true, create_graph: true)[0];
            return [.. autograd.grad([gradient.pow(2).sum()], [x, layer.Weight])];
        }

        RouteAgreement.Require(Penalty(ConvolutionRoute.Expanded), Penalty(ConvolutionRoute.Fourier), 1e-12, "penalty");
    }

    [Fact]
    public void Threads_and_memory_layouts_do_not_matter()
    {
        using var scope = NewDisposeScope();
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        using Convolution layer = new(type, type, Stencil.Square(3), padding: 1) { Route = ConvolutionRoute.Fourier };
        Tensor x = randn(4, type.Channels, 12, 12), turned = x.transpose(2, 3).contiguous().transpose(2, 3);
        int threads = get_num_threads();
        try
        {
            set_num_threads(1);
            Tensor one = layer.call(x);
            set_num_threads(3);
            Assert.True(one.equal(layer.call(turned)).item<bool>());
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Fact]
    public void A_callers_scope_receives_the_result_and_nothing_else()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        using Convolution layer = new(type, type, Stencil.Square(3), padding: 1) { Route = ConvolutionRoute.Fourier };
        Tensor x = ones(1, 8, 9, 9);
        using DisposeScope scope = NewDisposeScope();
        Tensor y = layer.call(x);
        Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
        y.sum().backward();
        Assert.Equal(2, scope.DisposablesView.Count(owned => owned is Tensor));
    }

    [Fact]
    public void A_layer_without_the_route_refuses_it()
    {
        FieldType irreps = FieldType.Of(PlaneGroup.P4m, Irreps.Of(PlaneGroup.P4m.PointGroup)[^1]);
        using Convolution layer = new(irreps, irreps, Stencil.Square(3));
        NotSupportedException refusal = Assert.Throws<NotSupportedException>(() => layer.Route = ConvolutionRoute.Fourier);
        Assert.Contains("has no group-Fourier route", refusal.Message, StringComparison.Ordinal);
    }
}
