using GCnn.Groups;

namespace GCnn.Experiments.Evaluation;

/// <summary>How far a model's answers change when the image is moved by the symmetries of its lattice.</summary>
/// <param name="RotationAgreement">The fraction of images whose predicted class is the same under every rotation.</param>
/// <param name="ReflectionAgreement">The fraction of images whose predicted class is the same under every reflection.</param>
/// <param name="MaxLogitChange">The largest change of any logit under any of them.</param>
public sealed record Invariance(double RotationAgreement, double ReflectionAgreement, double MaxLogitChange)
{
    /// <summary>Compares the logits of every pose with those of the image as it is.</summary>
    /// <param name="group">The plane group whose elements gave the poses.</param>
    /// <param name="poses">Logits for each element of its point group, the identity first.</param>
    public static Invariance Of(PlaneGroup group, IReadOnlyList<Logits> poses)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(poses);
        double Agreement(Func<int, bool> chosen) =>
            OwnInvariance.Of(poses[0], [.. Enumerable.Range(0, group.Order).Where(chosen).Select(h => poses[h])]).Agreement;
        return new Invariance(
            Agreement(group.IsRotation), Agreement(h => !group.IsRotation(h)), OwnInvariance.Of(poses[0], poses).MaxLogitChange);
    }
}
