using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>To tell classes apart: cross entropy, each object weighted by its class.</summary>
public sealed class Classification : IObjective
{
    private readonly Tensor? _weights;

    /// <summary>For objects of known classes.</summary>
    /// <param name="counts">Training objects of each class.</param>
    /// <param name="weighting">How much the classes count.</param>
    public Classification(IReadOnlyList<int> counts, ClassWeighting weighting = ClassWeighting.Balanced)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Outputs = counts.Count;
        _weights = weighting == ClassWeighting.None ? null : tensor(ClassWeights.Balanced(counts)).DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public int Outputs { get; }

    /// <inheritdoc/>
    public (Tensor Sum, double Weight) Loss(Tensor output, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(targets);
        Tensor sum = nn.functional.cross_entropy(output, targets, _weights, reduction: nn.Reduction.Sum);
        return (sum, WeightOf(targets));
    }

    /// <summary>The softmax of each row.</summary>
    /// <inheritdoc/>
    public Tensor Answer(Tensor output) => nn.functional.softmax(output, 1);

    /// <inheritdoc/>
    public void Dispose() => _weights?.Dispose();

    // The loss of an output of -1 everywhere: the kernel that adds up the losses then adds up the weights, in the same order and with the
    // same rounding, and sum / weight has the very bits of the mean that the engine would give.
    private double WeightOf(Tensor targets)
    {
        if (_weights is null)
        {
            return targets.shape[0];
        }

        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return nn.functional.nll_loss(full([targets.shape[0], Outputs], -1f), targets, _weights, reduction: nn.Reduction.Sum).item<float>();
    }
}
