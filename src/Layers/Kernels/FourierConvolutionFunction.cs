using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The node of the autograd graph behind <see cref="FourierConvolution"/>: it keeps image, weights and biases, and nothing else.</summary>
internal sealed class FourierConvolutionFunction : autograd.SingleTensorFunction<FourierConvolutionFunction>
{
    private const string Route = "route";
    private const string Padding = "padding";
    private const string Wanted = "wanted";

    public override string Name => nameof(FourierConvolution);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        (FourierConvolution route, (int Rows, int Columns) padding) = ((FourierConvolution)vars[0], ((int, int))vars[1]);
        Tensor[] tensors = [.. vars.OfType<Tensor>()];
        ctx.save_data(Route, route);
        ctx.save_data(Padding, padding);
        ctx.save_data(Wanted, Array.ConvertAll(tensors, tensor => tensor.requires_grad));
        ctx.save_for_backward([.. tensors]);
        return route.Forward(tensors[0], tensors[1], tensors.Length > 2 ? tensors[2] : null, padding);
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        (FourierConvolution route, (int Rows, int Columns) padding) = ((FourierConvolution)ctx.get_data(Route), ((int, int))ctx.get_data(Padding));
        List<Tensor> saved = ctx.get_saved_variables();
        bool[] wanted = (bool[])ctx.get_data(Wanted);
        Tensor?[] gradients = is_grad_enabled()
            ? route.DifferentiableGradients(saved, wanted, grad_output, padding)
            : route.Gradients(saved, wanted, grad_output, padding);

        // Route and padding have none.
        return [null!, null!, .. gradients.Select(found => found!)];
    }
}
