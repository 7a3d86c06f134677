using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Tests.Evaluation;

public sealed class ScoresTests
{
    [Fact]
    public void Accuracy_counts_objects_and_balanced_accuracy_counts_classes()
    {
        // Class 0: 3 of 4 right; class 1: 0 of 2; class 2: 2 of 2.
        Scores scores = Scores.Of([0, 0, 0, 2, 2, 0, 2, 2], [0, 0, 0, 0, 1, 1, 2, 2]);
        Assert.Equal(5 / 8.0, scores.Accuracy);
        Assert.Equal((0.75 + 0 + 1) / 3, scores.BalancedAccuracy, 15);
    }

    [Fact]
    public void A_class_that_does_not_occur_does_not_count() =>
        // Class 0: 2 of 2; class 2: 1 of 2; there is no object of class 1.
        Assert.Equal(new Scores(0.75, 0.75), Scores.Of([0, 0, 2, 1], [0, 0, 2, 2]));

    [Fact]
    public void Guessing_the_largest_class_is_accurate_and_not_balanced() =>
        Assert.Equal(new Scores(0.75, 0.5), Scores.Of([0, 0, 0, 0], [0, 0, 0, 1]));

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    [InlineData(0, 0)]
    public void Unequal_numbers_and_none_are_refused(int predictions, int objects)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Scores.Of(new int[predictions], new int[objects]));
        Assert.Equal("predicted", refusal.ParamName);
        Assert.StartsWith($"Scores: {predictions} predictions for {objects} objects; each object needs one", refusal.Message, StringComparison.Ordinal);
    }
}
