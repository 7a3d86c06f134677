using static TorchSharp.torch;

namespace GCnn.Distributed;

/// <summary>
/// The identity, put before a module: its gradient comes when the backward pass has been through the module and all that followed it, and
/// it then calls back.
/// </summary>
/// <remarks>
/// Autograd runs, of the nodes that are ready, the one made last, and the accumulation of a leaf's gradient before all others. So when the
/// mark's turn comes the gradients of the parameters behind it are there, but for those of a parameter that is used before it too.
/// </remarks>
internal sealed class BackwardMark : autograd.SingleTensorFunction<BackwardMark>
{
    private const string Passed = "passed";

    public override string Name => nameof(BackwardMark);

    /// <summary>The tensor with a mark behind it, or null where no gradient will come.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="passed">Called when its gradient is there.</param>
    public static Tensor? Behind(Tensor x, Action passed) => is_grad_enabled() && x.requires_grad ? apply(passed, x) : null;

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        ctx.save_data(Passed, vars[0]);
        return ((Tensor)vars[1]).detach();
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        ((Action)ctx.get_data(Passed))();
        return [null!, grad_output];
    }
}
