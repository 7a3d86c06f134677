using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The choice of route: by counts, the same in every run.</summary>
public class RouteModelLaws
{
    /// <summary>Far from where the routes are equally fast.</summary>
    [Theory]
    [InlineData("p4m", 32, 3, 64, 8, true)]
    [InlineData("p6m", 16, 3, 33, 8, true)]
    [InlineData("p4m", 16, 5, 17, 1, true)]
    [InlineData("pm", 40, 1, 10, 31, false)]
    public void Large_groups_and_windows_are_transformed_and_small_ones_are_not(
        string group, int fields, int side, int pixels, int images, bool fourier)
    {
        foreach (RoutePass pass in Enum.GetValues<RoutePass>())
        {
            Assert.Equal(fourier, Prefers(PlaneGroup.Named(group), fields, side, pixels, images, pass));
        }
    }

    [Theory]
    [InlineData(1, 1, 16, 1, true)]
    [InlineData(1, 15, 100, 1, true)]
    [InlineData(1, 16, 100, 1, false)]
    [InlineData(1, 15, 100, 2, false)]
    [InlineData(3, 1, 50, 1, true)]
    [InlineData(3, 2, 5, 1, false)]
    [InlineData(3, 1, 51, 1, false)]
    [InlineData(5, 1, 9, 1, false)]
    public void Libtorch_multiplies_matrices_for_few_small_images(int side, int images, int pixels, int threads, bool byMatrices)
    {
        FieldCorrelation correlation = Correlation(PlaneGroup.P4m, 1, side);
        Assert.Equal(byMatrices, ExpandedWork.IsByMatrices(correlation, Shape(correlation, pixels, images), threads));
    }

    /// <summary>A layer of whole panels and images of whole tiles waste nothing.</summary>
    [Fact]
    public void Products_are_those_of_the_blocks()
    {
        FieldCorrelation correlation = Correlation(PlaneGroup.P4m, 16, 1);
        CorrelationShape shape = Shape(correlation, 48, 4);
        double[] work = FourierWork.Of(correlation, () => correlation, shape, RoutePass.Forward);
        double places = 4 * 48 * 48, products = places * 16 * 16 * correlation.Blocks.Multiplications / 16;
        Assert.Equal(products, work[(int)FourierTerm.Products]);
        Assert.Equal(places / 48 * 32, work[(int)FourierTerm.Transforms]);
        Assert.Equal(places * 16 * 8, work[(int)FourierTerm.PixelsRead]);
    }

    [Fact]
    public void More_is_wanted_of_a_step_than_of_a_forward_pass()
    {
        FieldCorrelation correlation = Correlation(PlaneGroup.P4, 3, 3);
        FieldCorrelation transpose = PixelCorrelation.Of(
            FilterIndexMap.For(correlation.From, correlation.To, Stencil.Square(3)), transposed: true)!;
        double Products(RoutePass pass, int stride) => FourierWork.Of(
            correlation, () => transpose, Shape(correlation, 17, 2) with { Stride = stride }, pass)[(int)FourierTerm.Products];
        foreach (int stride in new[] { 1, 2 })
        {
            Assert.True(Products(RoutePass.Forward, stride) < Products(RoutePass.WeightStep, stride));
            Assert.True(Products(RoutePass.WeightStep, stride) < Products(RoutePass.Step, stride));
        }
    }

    [Fact]
    public void There_is_a_number_for_every_term()
    {
        Assert.Equal(Enum.GetValues<FourierTerm>().Length, RouteCoefficients.Fourier.Length);
        foreach (double[][] numbers in new[] { RouteCoefficients.Blocked, RouteCoefficients.ByMatrices })
        {
            Assert.Equal(Enum.GetValues<RoutePass>().Length, numbers.Length);
            Assert.All(numbers, ofPass => Assert.Equal(Enum.GetValues<ExpandedTerm>().Length, ofPass.Length));
        }
    }

    /// <summary>In float32 the group-Fourier route is taken where it is faster; its rounding tells.</summary>
    [Theory]
    [InlineData(ScalarType.Float64, true)]
    [InlineData(ScalarType.Float32, false)]
    public void Unasked_float64_is_expanded(ScalarType type, bool expanded)
    {
        using var scope = NewDisposeScope();
        FieldType fields = FieldType.Regular(PlaneGroup.P4m, 8);
        using Convolution layer = new(fields, fields, Stencil.Square(3), padding: 1);
        _ = layer.to(type);
        Assert.Equal(ConvolutionRoute.Automatic, layer.Route);
        Tensor x = rand(2, fields.Channels, 33, 33, dtype: type), chosen = layer.call(x);
        layer.Route = ConvolutionRoute.Expanded;
        Assert.Equal(expanded, chosen.equal(layer.call(x)).item<bool>());
    }

    private static FieldCorrelation Correlation(PlaneGroup group, int fields, int side)
    {
        FieldType type = FieldType.Regular(group, fields);
        Stencil stencil = group.Lattice is HexagonalLattice ? Stencil.Hexagon(side / 2) : Stencil.Square(side);
        return PixelCorrelation.Of(FilterIndexMap.For(type, type, stencil), transposed: false)!;
    }

    private static CorrelationShape Shape(FieldCorrelation correlation, int pixels, int images) => CorrelationShape.For(
        images, pixels, pixels, correlation.Box, 1, 1, correlation.Box.Rows / 2, correlation.Box.Columns / 2);

    private static bool Prefers(PlaneGroup group, int fields, int side, int pixels, int images, RoutePass pass)
    {
        FieldCorrelation correlation = Correlation(group, fields, side);
        return RouteModel.PrefersFourier(correlation, () => correlation, Shape(correlation, pixels, images), pass, threads: 1);
    }
}
