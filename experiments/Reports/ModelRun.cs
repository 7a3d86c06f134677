using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Reports.Html;
using GCnn.Experiments.Training;
using GCnn.Groups;

namespace GCnn.Experiments.Reports;

/// <summary>What was measured of one model, trained from one seed.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Group">The plane group it commutes with.</param>
/// <param name="Parameters">The number of its parameters.</param>
/// <param name="Test">Scores on the test images.</param>
/// <param name="Invariance">How its answers change when the test images are moved.</param>
/// <param name="Own">The same under its group alone, where only rounding should change them.</param>
/// <param name="SecondsPerEpoch">Training time of an epoch.</param>
/// <param name="Epochs">The epochs it was trained for.</param>
public sealed record ModelRun(
    string Model, string Group, int Parameters, Scores Test, Invariance Invariance, OwnInvariance Own, double SecondsPerEpoch, int Epochs)
{
    /// <summary>The seed of its weights, order and augmentation.</summary>
    public int Seed { get; init; }

    /// <summary>What was kept of each epoch.</summary>
    public IReadOnlyList<EpochRecord> History { get; init; } = [];

    /// <summary>The group that moved the test images; null where none did.</summary>
    public PlaneGroup? Symmetries { get; init; }

    /// <summary>The logits of the test images in every pose: for each element of <see cref="Symmetries"/>, the identity first.</summary>
    public IReadOnlyList<Logits> Poses { get; init; } = [];

    /// <summary>The net's outputs for the test images as they are; of classes these are <c>Poses[0]</c>. Null where there are
    /// none.</summary>
    public Logits? Outputs { get; init; }

    /// <summary>The true classes of the test images.</summary>
    public IReadOnlyList<int> Truth { get; init; } = [];

    /// <summary>Which classes were taken for which; null without <see cref="Poses"/>.</summary>
    public ConfusionMatrix? Confusion => Poses.Count == 0 ? null : ConfusionMatrix.Of(Poses[0].Predicted, Truth, Poses[0].Classes);

    /// <summary>Whether its probabilities can be believed; null without <see cref="Poses"/>.</summary>
    public Calibration? Calibration => Poses.Count == 0 ? null : Calibration.Of(Poses[0], Truth);

    /// <summary>The root mean square error of fractions of votes on the test images; null where classes were learnt.</summary>
    public double? Rmse { get; init; }

    /// <summary>The multiply-adds of one image; null where they were not counted.</summary>
    public long? MultiplyAdds { get; init; }

    /// <summary>What its net was like; null where nobody looked.</summary>
    public ModelPictures? Pictures { get; init; }
}
