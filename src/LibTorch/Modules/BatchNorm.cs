using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Each channel minus its mean, over its standard deviation: the batch's in training, the running ones in evaluation.</summary>
public abstract class BatchNorm : NormBase
{
    public BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (input.size(1) != num_features)
        {
            throw new ArgumentException(
                $"{GetName()}: the input has {input.size(1)} channels (shape [{string.Join(", ", input.shape)}]); needed are {num_features}.",
                nameof(input));
        }

        var update = training && track_running_stats;
        if (update) num_batches_tracked!.add_(1);
        var factor = momentum ?? (update ? 1.0 / num_batches_tracked!.ToInt64() : 0);
        var ownStatistics = training || running_mean is null;
        var running = update || !training;
        return nn.functional.batch_norm(
            input, running ? running_mean : null, running ? running_var : null, weight, bias, ownStatistics, factor, eps);
    }
}
