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
            double error = Largest(actual[i] - expected[i]), scale = Largest(expected[i]);
            Assert.True(error <= tolerance * scale, $"{what}, tensor {i}: error {error} of {scale}");
        }
    }

    private static double Largest(Tensor x) => x.abs().max().to(ScalarType.Float64).item<double>();
}
