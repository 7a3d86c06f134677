using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The node of the autograd graph behind <see cref="FieldNorm"/>: it keeps input, scale, shift and, where something was added, output.
/// </summary>
internal sealed class FieldNormFunction : autograd.SingleTensorFunction<FieldNormFunction>
{
    private const string Norm = "norm";
    private const string Statistics = "statistics";

    public override string Name => nameof(FieldNorm);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        FieldNorm norm = (FieldNorm)vars[0];
        Tensor[] inputs = [.. vars.OfType<Tensor>()];
        Tensor? added = inputs.Length > 3 ? inputs[3] : null;
        (Tensor result, (double Mean, double Root)[] statistics) = norm.Forward(inputs[0], inputs[1], inputs[2], added);
        ctx.save_data(Norm, norm);
        ctx.save_data(Statistics, statistics);

        // With something added the result says what passed the rectifier; otherwise that follows from the input.
        ctx.save_for_backward(added is null ? [.. inputs] : [inputs[0], inputs[1], inputs[2], result]);
        return result;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        FieldNorm norm = (FieldNorm)ctx.get_data(Norm);
        var statistics = ((double Mean, double Root)[])ctx.get_data(Statistics);
        List<Tensor> saved = ctx.get_saved_variables();
        IEnumerable<Tensor> gradients = is_grad_enabled()
            ? norm.DifferentiableGradients(grad_output, saved, statistics)
            : norm.Gradients(grad_output, saved, statistics);

        // The norm itself has none.
        return [null!, .. gradients];
    }
}
