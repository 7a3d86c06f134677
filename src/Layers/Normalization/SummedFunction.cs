using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// The sum of a tensor over all processes, <c>s = Σ_r x_r</c>. Each process's loss depends on it, so the gradient of the sum of all losses
/// to <c>x_r</c> is the sum over all processes of the gradients to <c>s</c>.
/// </summary>
internal sealed class SummedFunction : autograd.SingleTensorFunction<SummedFunction>
{
    private const string Reducer = "reducer";

    public override string Name => "Summed";

    /// <summary>The sum over all processes.</summary>
    /// <param name="x">This process's tensor, of one shape in all.</param>
    /// <param name="reducer">How to add up.</param>
    public static Tensor Of(Tensor x, IStatisticsReducer reducer) => apply(reducer, x);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var reducer = (IStatisticsReducer)vars[0];
        ctx.save_data(Reducer, reducer);
        return Sum((Tensor)vars[1], reducer);
    }

    // The reducer itself has no gradient. A process whose part does not count takes part in the sum and gets nothing of it.
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var reducer = (IStatisticsReducer)ctx.get_data(Reducer);
        Tensor sum = Sum(grad_output, reducer);
        return [null!, reducer.Counts ? sum : sum.zero_()];
    }

    private static Tensor Sum(Tensor x, IStatisticsReducer reducer)
    {
        using var scope = NewDisposeScope();
        double[] numbers = x.cpu().to(ScalarType.Float64).contiguous().data<double>().ToArray();
        reducer.Sum(numbers);
        return tensor(numbers).reshape(x.shape).to(x.dtype, x.device).MoveToOuterDisposeScope();
    }
}
