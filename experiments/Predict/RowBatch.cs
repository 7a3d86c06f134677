namespace GCnn.Experiments.Predict;

/// <summary>The rows of some images, ready to be written.</summary>
/// <param name="Text">The rows, in UTF-8.</param>
/// <param name="Summary">What is in them.</param>
/// <param name="FirstBad">Why the first bad image could not be read; null where all could.</param>
internal sealed record RowBatch(byte[] Text, PredictSummary Summary, string? FirstBad);
