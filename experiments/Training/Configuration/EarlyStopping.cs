using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Training;

/// <summary>
/// Ends a training whose validation does not get better any more; the weights of the best epoch are the ones that are measured.
/// </summary>
/// <param name="Patience">Epochs without a better one before the end.</param>
/// <param name="Metric">What is compared.</param>
public sealed record EarlyStopping(int Patience, Metric Metric);
