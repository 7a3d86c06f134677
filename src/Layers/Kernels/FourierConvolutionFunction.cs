using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>The node of the autograd graph behind <see cref="FourierConvolution"/>: it keeps image and weights, and nothing else.</summary>
internal sealed class FourierConvolutionFunction : autograd.SingleTensorFunction<FourierConvolutionFunction>
{
    private const string Route = "route";
    private const string Padding = "padding";

    public override string Name => nameof(FourierConvolution);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var route = (FourierConvolution)vars[0];
        var padding = ((int, int))vars[1];
        (Tensor image, Tensor weight) = ((Tensor)vars[2], (Tensor)vars[3]);
        ctx.save_data(Route, route);
        ctx.save_data(Padding, padding);
        ctx.save_data("needs", (image.requires_grad, weight.requires_grad, vars.Length > 4 && ((Tensor)vars[4]).requires_grad, vars.Length));
        ctx.save_for_backward([image, weight]);
        return route.Forward(image, weight, vars.Length > 4 ? (Tensor)vars[4] : null, padding);
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var route = (FourierConvolution)ctx.get_data(Route);
        var padding = ((int, int))ctx.get_data(Padding);
        var (toImage, toWeight, toBias, count) = ((bool, bool, bool, int))ctx.get_data("needs");
        List<Tensor> saved = ctx.get_saved_variables();
        List<Tensor> gradients = [null!, null!,
            toImage ? route.ImageGradient(grad_output, saved[1], saved[0], padding) : null!,
            toWeight ? route.WeightGradient(grad_output, saved[1], saved[0], padding) : null!];
        if (count > 4)
        {
            gradients.Add(toBias ? route.BiasGradient(grad_output) : null!);
        }

        return gradients;
    }
}
