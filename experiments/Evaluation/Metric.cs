namespace GCnn.Experiments.Evaluation;

/// <summary>A number by which a model is judged.</summary>
public sealed record Metric
{
    private Metric(string name, bool largerIsBetter) => (Name, LargerIsBetter) = (name, largerIsBetter);

    /// <summary>The mean loss, as in training.</summary>
    public static Metric Loss { get; } = new("loss", false);

    /// <summary><see cref="Scores.Accuracy"/>.</summary>
    public static Metric Accuracy { get; } = new("accuracy", true);

    /// <summary><see cref="Scores.BalancedAccuracy"/>.</summary>
    public static Metric BalancedAccuracy { get; } = new("balanced-accuracy", true);

    /// <summary><see cref="Calibration.Error"/>.</summary>
    public static Metric CalibrationError { get; } = new("calibration-error", false);

    /// <summary>The root of the mean squared difference of fractions of votes.</summary>
    public static Metric Rmse { get; } = new("rmse", false);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } = [Loss, Accuracy, BalancedAccuracy, CalibrationError, Rmse];

    /// <summary>Its name in configurations and results.</summary>
    public string Name { get; }

    /// <summary>Whether more of it is better.</summary>
    public bool LargerIsBetter { get; }

    /// <summary>Whether a value is better than another.</summary>
    /// <param name="value">The value.</param>
    /// <param name="than">The other; null is worse than anything.</param>
    public bool IsBetter(double value, double? than) => than is not { } other || (LargerIsBetter ? value > other : value < other);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
