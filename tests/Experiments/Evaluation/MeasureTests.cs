using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Tests.Evaluation;

public sealed class MeasureTests
{
    private static readonly ConfusionMatrix Confusion = ConfusionMatrix.Of([0, 0, 1, 1, 2, 0], [0, 0, 0, 1, 1, 1], 4);

    [Fact]
    public void A_confusion_matrix_has_a_row_for_each_true_class()
    {
        Assert.Equal([[2, 1, 0, 0], [1, 1, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]], Confusion.Rows());
        Assert.Equal((6, 0.5), (Confusion.Objects, Confusion.Accuracy));
        Assert.Equal([2.0 / 3, 1.0 / 3, null, null], Enumerable.Range(0, 4).Select(Confusion.Recall));
        Assert.Equal([2.0 / 3, 0.5, 0.0, null], Enumerable.Range(0, 4).Select(Confusion.Precision));
    }

    [Fact]
    public void Confusion_matrices_are_equal_by_their_counts()
    {
        Assert.Equal(Confusion, ConfusionMatrix.Of([0, 1, 0, 1, 2, 0], [0, 0, 0, 1, 1, 1], 4));
        Assert.NotEqual(Confusion, ConfusionMatrix.Of([0, 1, 0, 1, 2, 1], [0, 0, 0, 1, 1, 1], 4));
        Assert.NotEqual(ConfusionMatrix.Of([0], [0], 1), ConfusionMatrix.Of([0], [0], 2));
    }

    [Fact]
    public void Confusions_that_cannot_be_counted_are_refused()
    {
        Refused("ConfusionMatrix: 2 predictions for 1 objects; each object needs one, and at least one object.", () => ConfusionMatrix.Of([0, 1], [0], 2));
        Refused("ConfusionMatrix: 2 is none of the classes 0 to 1.", () => ConfusionMatrix.Of([2], [0], 2));
    }

    [Fact]
    public void Calibration_compares_confidence_with_accuracy_bin_by_bin()
    {
        // Confidences of 0.75 (of which one in two is right) and of 0.95 (right).
        Logits logits = Of(0.75, 0.75, 0.95);
        var calibration = Calibration.Of(logits, [0, 1, 0], bins: 10);
        Assert.Equal(10, calibration.Bins.Count);
        Assert.Equal((2, 1), (calibration.Bins[7].Count, calibration.Bins[9].Count));
        Assert.Equal((0.75, 0.5), (calibration.Bins[7].Confidence, calibration.Bins[7].Accuracy), Near);
        Assert.Equal(((2 * 0.25) + 0.05) / 3, calibration.Error, 1e-6);
        Assert.Equal(calibration, Calibration.Of(logits, [0, 1, 0], bins: 10));
        Assert.NotEqual(calibration, Calibration.Of(logits, [0, 1, 1], bins: 10));
    }

    [Fact]
    public void Predictions_that_are_as_often_right_as_they_say_have_no_error() =>
        Assert.Equal(0, Calibration.Of(Of(0.75, 0.75, 0.75, 0.75), [0, 0, 0, 1]).Error, 1e-6);

    [Fact]
    public void Calibration_of_nothing_is_refused() => Refused(
        "Calibration: 1 predictions for 0 objects in 15 bins; each object needs one, and there must be an object and a bin.",
        () => Calibration.Of(Of(0.5), []));

    [Fact]
    public void The_interval_is_that_of_Students_t()
    {
        // Of 1, 2, 3: s = 1, t(2) = 4.302653, so 4.302653 / √3.
        var interval = MeanInterval.Of([1, 2, 3]);
        Assert.Equal((2.0, 3), (interval.Mean, interval.Count));
        Assert.Equal(4.3026527 / Math.Sqrt(3), interval.HalfWidth!.Value, 1e-5);
        Assert.Equal("2.000 ± 2.484", $"{interval}");
        Assert.Equal(new MeanInterval(5, null, 1), MeanInterval.Of([5]));
        Assert.Equal("5.000", $"{MeanInterval.Of([5])}");
        Refused("MeanInterval: no values were given; the mean of nothing is nothing.", () => MeanInterval.Of([]));
    }

    [Fact]
    public void A_metric_knows_what_is_better()
    {
        Assert.True(Metric.Accuracy.IsBetter(0.9, 0.8) && !Metric.Loss.IsBetter(0.9, 0.8) && Metric.Loss.IsBetter(0.7, 0.8));
        Assert.All(Metric.All, metric => Assert.True(metric.IsBetter(1, null) && !metric.IsBetter(1, 1)));
    }

    private static Logits Of(params double[] confidences) =>
        new([.. confidences.SelectMany(p => (float[])[(float)Math.Log(p), (float)Math.Log(1 - p)])], 2);

    private static bool Near((double, double) a, (double, double) b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-6;

    private static void Refused(string sentence, Action act) =>
        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
}
