namespace GCnn.Experiments.Training;

/// <summary>What happens beside a training.</summary>
public sealed record TrainingHooks
{
    /// <summary>No hooks.</summary>
    public static TrainingHooks None { get; } = new();

    /// <summary>
    /// Measures the net on validation images after each epoch, by <see cref="Evaluation.Metric.Name"/>. The net then has the weights
    /// that are
    /// measured: the averaged ones, where there is an average.
    /// </summary>
    public Func<IReadOnlyDictionary<string, double>>? Validate { get; init; }

    /// <summary>Told how far it has come, after every step.</summary>
    public IProgress<EpochReport>? Progress { get; init; }

    /// <summary>Told what is known of an epoch, after its validation.</summary>
    public Action<EpochRecord>? EpochDone { get; init; }

    /// <summary>Keeps the state: after each epoch, in the middle of one when <see cref="CheckpointEvery"/> has passed, and when it is
    /// stopped.
    /// </summary>
    public Action<TrainerState>? Checkpoint { get; init; }

    /// <summary>The longest time without a checkpoint.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(1);
}
