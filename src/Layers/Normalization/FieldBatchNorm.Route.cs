using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class FieldBatchNorm
{
    /// <summary>
    /// The normalised fields, with what follows them in a net: in one with them where <see cref="FieldNorm"/> serves, which saves passes
    /// over the memory, else one after another.
    /// </summary>
    /// <param name="input">A tensor of the type.</param>
    /// <param name="added">What is added to them, of the same shape, or null.</param>
    /// <param name="rectified">Whether the rectifier of each number follows.</param>
    internal Tensor Normalized(Tensor input, Tensor? added = null, bool rectified = false)
    {
        RequireInput(input);
        foreach (FieldBlock block in InputType.Blocks)
        {
            RequireStatistics(input, block);
        }

        using var scope = NewDisposeScope();
        if (FieldNorm.Serves(InputType, input, weight) && (added is null || (FieldNorm.Serves(InputType, added, weight) && added.shape.SequenceEqual(input.shape))))
        {
            FieldNorm norm = new()
            {
                Type = InputType, Epsilon = Epsilon, Momentum = Momentum, Training = training, Rectified = rectified,
                RunningMean = running_mean, RunningVariance = running_var, Reducer = training ? Reducer : null,
            };
            return norm.Apply(input, weight, bias, added).MoveToOuterDisposeScope();
        }

        Tensor result = Masked(BlockByBlock(block => Normalize(input.narrow(1, block.Offset, block.Channels), block)));
        result = added is null ? result : result + added;
        return (rectified ? result.relu() : result).MoveToOuterDisposeScope();
    }
}
