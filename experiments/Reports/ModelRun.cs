using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Reports;

/// <summary>What was measured of one model.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Group">The plane group it commutes with.</param>
/// <param name="Parameters">The number of its parameters.</param>
/// <param name="Test">Scores on the test images.</param>
/// <param name="Invariance">How its answers change when the test images are moved.</param>
/// <param name="Own">The same under its group alone, where only rounding should change them.</param>
/// <param name="SecondsPerEpoch">Training time of an epoch.</param>
/// <param name="Epochs">The epochs it was trained for.</param>
public sealed record ModelRun(
    string Model, string Group, int Parameters, Scores Test, Invariance Invariance, OwnInvariance Own, double SecondsPerEpoch, int Epochs);
