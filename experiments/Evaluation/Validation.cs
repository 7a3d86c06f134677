using GCnn.Experiments.Data;
using GCnn.Experiments.Training;
using static TorchSharp.torch;

namespace GCnn.Experiments.Evaluation;

/// <summary>The numbers by which an epoch is judged.</summary>
public static class Validation
{
    /// <summary>Measures a net's outputs for images of a set, as they are.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="objective">What the net learns, for the loss.</param>
    /// <param name="set">The set.</param>
    /// <param name="images">The images' numbers in it.</param>
    /// <returns>Numbers by <see cref="Metric.Name"/>: those of classes always, those of votes where there are votes, the loss
    /// where it is a number.</returns>
    public static IReadOnlyDictionary<string, double> Of(Logits outputs, IObjective objective, GalaxySet set, IReadOnlyList<int> images)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        Logits classes = outputs.First(set.Task.Classes.Count);
        int[] truth = [.. images.Select(i => set.Classes[i])];
        var scores = Scores.Of(classes.Predicted, truth);
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [Metric.Accuracy.Name] = scores.Accuracy,
            [Metric.BalancedAccuracy.Name] = scores.BalancedAccuracy,
            [Metric.CalibrationError.Name] = Calibration.Of(classes, truth).Error,
        };
        double loss = Loss(outputs, objective, set, images);
        if (double.IsFinite(loss))
        {
            numbers[Metric.Loss.Name] = loss;
        }

        if (set.Votes is not null)
        {
            numbers[Metric.Rmse.Name] = VoteError.Rmse(outputs, set, images);
        }

        return numbers;
    }

    private static double Loss(Logits outputs, IObjective objective, GalaxySet set, IReadOnlyList<int> images)
    {
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        (Tensor sum, double weight) = objective.Loss(
            tensor(outputs.Values, [outputs.Count, outputs.Classes]), GalaxyBatch.Targets(set, images));
        return sum.item<float>() / weight;
    }
}
