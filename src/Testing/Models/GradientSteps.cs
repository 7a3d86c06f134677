using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>
/// A few steps of gradient descent that lead a model away from its initial values: zero biases and unit scales hide what they would break.
/// </summary>
/// <remarks>
/// Each step has a new input of normal numbers and the loss <c>⟨f(x), w⟩</c> with normal <c>w</c>. The gradient of each parameter is scaled
/// to the rate, so that every parameter moves whatever the model's size. An equivariant model stays so, since it is for all its weights.
/// </remarks>
internal static class GradientSteps
{
    public static void Run(nn.Module<Tensor, Tensor> model, FieldType input, Tensor x, ModelReportOptions options)
    {
        model.train();
        Tensor[] parameters = [.. model.parameters().Where(parameter => parameter.requires_grad)];
        using Generator generator = new((ulong)(options.Measurement.Seed ?? 0));
        for (int step = 0; step < options.Steps; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor at = EquivarianceReport.AsField(Normal(x, generator), input);
            Tensor[] gradients = Gradients(model, parameters, at, generator);
            using IDisposable noGrad = no_grad();
            for (int i = 0; i < gradients.Length; i++)
            {
                Move(parameters[i], gradients[i], options.Rate);
            }
        }
    }

    private static Tensor[] Gradients(nn.Module<Tensor, Tensor> model, Tensor[] parameters, Tensor x, Generator generator)
    {
        using IDisposable graph = enable_grad();
        Tensor y = model.call(x), loss = (y * Normal(y, generator)).sum();
        return loss.requires_grad && parameters.Length > 0 ? [.. autograd.grad([loss], parameters, allow_unused: true)] : [];
    }

    private static void Move(Tensor parameter, Tensor? gradient, double rate)
    {
        if (gradient is null or { IsInvalid: true })
        {
            return;
        }

        double largest = gradient.abs().max().to(ScalarType.Float64).item<double>();
        if (largest > 0 && double.IsFinite(largest))
        {
            parameter.sub_(gradient * (rate / largest));
        }
    }

    private static Tensor Normal(Tensor like, Generator generator) =>
        randn(like.shape, ScalarType.Float64, generator: generator).to(like.dtype, like.device);
}
