using GCnn.Data;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Scale;

/// <summary>Data whose batches come with their last image first.</summary>
/// <param name="data">The data.</param>
internal sealed class ReversedBatches(ITrainingData data) : ITrainingData
{
    /// <inheritdoc/>
    public int Steps => data.Steps;

    /// <inheritdoc/>
    public LoaderStatistics Loading => data.Loading;

    /// <inheritdoc/>
    public IEnumerable<TrainingBatch> Batches(int epoch, int firstStep, CancellationToken cancellation) =>
        data.Batches(epoch, firstStep, cancellation)
            .Select(batch => batch with { Images = batch.Images.flip(0), Targets = batch.Targets.flip(0) });
}
