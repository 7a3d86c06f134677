namespace GCnn.Experiments.Evaluation;

/// <summary>Predictions of about the same confidence.</summary>
/// <param name="From">The least confidence.</param>
/// <param name="To">The greatest.</param>
/// <param name="Count">The predictions.</param>
/// <param name="Confidence">Their mean confidence; 0 where there is none.</param>
/// <param name="Accuracy">The fraction of them that is right; 0 where there is none.</param>
public readonly record struct CalibrationBin(double From, double To, int Count, double Confidence, double Accuracy);
