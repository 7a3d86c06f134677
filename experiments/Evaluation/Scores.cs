namespace GCnn.Experiments.Evaluation;

/// <summary>How well predicted classes agree with the true ones.</summary>
/// <param name="Accuracy">The fraction of objects whose class is right.</param>
/// <param name="BalancedAccuracy">The mean over classes of the fraction of its objects whose class is right.</param>
public sealed record Scores(double Accuracy, double BalancedAccuracy)
{
    /// <summary>Compares.</summary>
    /// <param name="predicted">Predicted classes.</param>
    /// <param name="actual">True classes; a class that does not occur does not count.</param>
    /// <exception cref="ArgumentException">The numbers of objects differ, or there are none.</exception>
    public static Scores Of(IReadOnlyList<int> predicted, IReadOnlyList<int> actual)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(actual);
        if (predicted.Count != actual.Count || actual.Count == 0)
        {
            throw new ArgumentException(
                $"Scores: {predicted.Count} predictions for {actual.Count} objects; each object needs one, and at least one object.",
                nameof(predicted));
        }

        bool[] right = [.. predicted.Zip(actual, (p, a) => p == a)];
        var perClass = actual.Zip(right).GroupBy(pair => pair.First, (_, of) => of.Average(pair => pair.Second ? 1.0 : 0.0));
        return new Scores(right.Average(r => r ? 1.0 : 0.0), perClass.Average());
    }
}
