using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The group-Fourier route computes what the expanded filter computes, with its gradients.</summary>
public class FourierRouteLaws
{
    /// <summary>Random layers: groups, fields, stencils, strides, paddings, dilations, biases, sizes, batches.</summary>
    [Theory]
    [InlineData(ScalarType.Float64, 1e-12)]
    [InlineData(ScalarType.Float32, 1e-5)]
    public void Output_and_gradients_are_those_of_the_expanded_filter(ScalarType type, double tolerance)
    {
        for (int seed = 0; seed < 250; seed++)
        {
            RandomConvolution drawn = RandomConvolution.Draw(seed);
            using var scope = NewDisposeScope();
            using Convolution layer = drawn.Build(type);
            Tensor x = drawn.Image(type);
            Tensor[] expanded = Measure(layer, x, ConvolutionRoute.Expanded), fourier = Measure(layer, x, ConvolutionRoute.Fourier);
            for (int i = 0; i < expanded.Length; i++)
            {
                double error = (fourier[i] - expanded[i]).abs().max().to(ScalarType.Float64).item<double>(), scale = expanded[i].abs().max().to(ScalarType.Float64).item<double>();
                Assert.True(error <= tolerance * scale, $"seed {seed}, {drawn}, tensor {i}: error {error} of {scale}");
            }
        }
    }

    private static Tensor[] Measure(Convolution layer, Tensor x, ConvolutionRoute route)
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
}
