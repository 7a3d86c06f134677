using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What a convolution computes on a route, and whether two routes agree.</summary>
internal static class RouteAgreement
{
    /// <summary>Of the sum of sizes of all terms, what rounding may be relative to where terms cancel.</summary>
    private const double Cancelled = 0.1;

    /// <summary>The output, and the gradients to image, weights and biases of a fixed combination of outputs.</summary>
    public static Tensor[] Measure(Convolution layer, Tensor x, ConvolutionRoute route) =>
        Measure(layer, x, route, numbers => numbers - 0.5);

    /// <summary>Requires that no number is further off than a share of the largest.</summary>
    public static void Require(Tensor[] expected, Tensor[] actual, double tolerance, object what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Difference(expected[i], actual[i]);
            Assert.True(error <= tolerance, $"{what}, tensor {i}: relative error {error}");
        }
    }

    /// <summary>
    /// Whether output and gradients of the routes differ by no more than a share of the largest number of each; or, where little is left of
    /// terms that cancel, of a tenth of the sum of their sizes.
    /// </summary>
    public static bool Agrees(RandomConvolution drawn, ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        using Convolution layer = drawn.Build(type);
        Tensor x = drawn.Image(type);
        Tensor[] expected = Measure(layer, x, ConvolutionRoute.Expanded), actual = Measure(layer, x, ConvolutionRoute.Fourier);
        int[] off = [.. Enumerable.Range(0, expected.Length).Where(i => !(Difference(expected[i], actual[i]) <= tolerance))];
        return off.Length == 0 || Sizes(layer, x) is var sizes
            && off.All(i => Largest(actual[i] - expected[i]) <= tolerance * Cancelled * Largest(sizes[i]));
    }

    private static Tensor[] Measure(Convolution layer, Tensor x, ConvolutionRoute route, Func<Tensor, Tensor> combination)
    {
        layer.Route = route;
        Tensor image = x.detach().clone().requires_grad_(true);
        Tensor output = layer.call(image);
        using Generator generator = new();
        generator.manual_seed(7);
        Tensor weights = combination(rand(output.shape, output.dtype, generator: generator));
        Tensor[] asked = layer.Bias is null ? [image, layer.Weight] : [image, layer.Weight, layer.Bias];
        return [output, .. autograd.grad([output], asked, [weights])];
    }

    /// <summary>The same with the size of every number in place of it: sums of the sizes of all terms.</summary>
    private static Tensor[] Sizes(Convolution layer, Tensor x)
    {
        using (no_grad())
        {
            layer.Weight.abs_();
            layer.Bias?.abs_();
        }

        return Measure(layer, x.abs(), ConvolutionRoute.Expanded, numbers => (numbers - 0.5).abs());
    }

    private static double Difference(Tensor expected, Tensor actual)
    {
        double error = Largest(actual - expected);
        return error == 0 ? 0 : error / Largest(expected);
    }

    private static double Largest(Tensor x) => x.abs().max().to(ScalarType.Float64).item<double>();
}
