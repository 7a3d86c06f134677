using GCnn.Groups;

namespace GCnn.Experiments.Evaluation;

/// <summary>How far a model's answers change when the image is moved by the elements of one group, such as the model's own.</summary>
/// <param name="Agreement">The fraction of images whose predicted class is the same under every element.</param>
/// <param name="MaxLogitChange">The largest change of any logit under any element.</param>
public sealed record OwnInvariance(double Agreement, double MaxLogitChange)
{
    /// <summary>Compares the logits of the poses that a smaller group gives with those of the image as it is.</summary>
    /// <param name="symmetries">The plane group whose elements gave the poses.</param>
    /// <param name="group">A group that it contains.</param>
    /// <param name="poses">Logits for each element of the first one's point group, the identity first.</param>
    public static OwnInvariance Of(PlaneGroup symmetries, PlaneGroup group, IReadOnlyList<Logits> poses)
    {
        ArgumentNullException.ThrowIfNull(symmetries);
        ArgumentNullException.ThrowIfNull(poses);
        return Of(poses[0], [.. symmetries.ElementsOf(group).Select(h => poses[h])]);
    }

    internal static OwnInvariance Of(Logits still, IReadOnlyList<Logits> moved) => new(
        Enumerable.Range(0, still.Count).Average(i => moved.All(pose => pose.ClassOf(i) == still.ClassOf(i)) ? 1.0 : 0.0),
        moved.Max(pose => pose.Values.Zip(still.Values, (a, b) => (double)Math.Abs(a - b)).Max()));
}
