using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What a convolution computes on a route, and whether two routes agree.</summary>
internal static class RouteAgreement
{
    /// <summary>The output, and the gradients to image, weights and biases of a fixed combination of outputs.</summary>
    public static Tensor[] Measure(Convolution layer, Tensor x, ConvolutionRoute route)
    {
        layer.Route = route;
        Tensor image = x.detach().clone().requires_grad_(true);
        Tensor output = layer.call(image);
        using Generator generator = new();
        generator.manual_seed(7);
        Tensor weights = rand(output.shape, output.dtype, generator: generator) - 0.5;
        Tensor[] asked = layer.Bias is null ? [image, layer.Weight] : [image, layer.Weight, layer.Bias];
        return [output, .. autograd.grad([output], asked, [weights])];
    }

    /// <summary>Requires that no number is further off than a share of the largest.</summary>
    public static void Require(Tensor[] expected, Tensor[] actual, double tolerance, object what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Difference(expected[i], actual[i]);
            Assert.True(error <= tolerance, $"{what}, tensor {i}: relative error {error}");
        }
    }

    /// <summary>The largest difference of output and gradients between the routes, relative to the largest number of each.</summary>
    public static double Difference(RandomConvolution drawn, ScalarType type)
    {
        using var scope = NewDisposeScope();
        using Convolution layer = drawn.Build(type);
        Tensor x = drawn.Image(type);
        return Measure(layer, x, ConvolutionRoute.Expanded).Zip(Measure(layer, x, ConvolutionRoute.Fourier), Difference).Max();
    }

    private static double Difference(Tensor expected, Tensor actual)
    {
        double error = Largest(actual - expected);
        return error == 0 ? 0 : error / Largest(expected);
    }

    private static double Largest(Tensor x) => x.abs().max().to(ScalarType.Float64).item<double>();
}
