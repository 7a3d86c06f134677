using GCnn.Data;

namespace GCnn.Experiments.Training;

/// <summary>
/// What a net learns from: epochs of batches in an order that is fixed beforehand, so that a training can begin at any step of any epoch.
/// </summary>
public interface ITrainingData
{
    /// <summary>The steps of an epoch, at least 1.</summary>
    int Steps { get; }

    /// <summary>How loading kept up with training so far.</summary>
    LoaderStatistics Loading { get; }

    /// <summary>
    /// The batches of an epoch from a step on. Each is made when it is asked for, in the caller's dispose scope, and depends on nothing but
    /// epoch and step.
    /// </summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="firstStep">The step of the first batch, from 0; <see cref="Steps"/> for none.</param>
    /// <param name="cancellation">Stops the loading.</param>
    IEnumerable<TrainingBatch> Batches(int epoch, int firstStep, CancellationToken cancellation);
}
