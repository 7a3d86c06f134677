using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Scale;

/// <summary>
/// Class-weighted cross entropy in float64, whatever the net computes in, so that nothing of it depends on how a batch is cut into parts.
/// </summary>
/// <param name="weights">A weight for each class.</param>
internal sealed class WideClassification(IReadOnlyList<float> weights) : IObjective, IDisposable
{
    private readonly Tensor _weights = tensor([.. weights.Select(weight => (double)weight)]).DetachFromDisposeScope();

    /// <inheritdoc/>
    public int Outputs => weights.Count;

    /// <inheritdoc/>
    public (Tensor Sum, double Weight) Loss(Tensor output, Tensor targets)
    {
        Tensor sum = nn.functional.cross_entropy(output.to(ScalarType.Float64), targets, _weights, reduction: nn.Reduction.Sum);
        return (sum.to(ScalarType.Float32), _weights.index_select(0, targets).sum().item<double>());
    }

    /// <inheritdoc/>
    public Tensor Answer(Tensor output) => nn.functional.softmax(output, 1);

    /// <inheritdoc/>
    public void Dispose() => _weights.Dispose();
}
