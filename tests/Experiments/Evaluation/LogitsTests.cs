using GCnn.Experiments.Evaluation;

namespace GCnn.Experiments.Tests.Evaluation;

public sealed class LogitsTests
{
    [Fact]
    public void The_class_is_that_of_the_largest_score() =>
        Assert.Equal([2, 0, 1], new Logits([1, 2, 3, -1, -2, -3, 0, 5, 4], 3).Predicted);

    [Fact]
    public void The_first_of_equals_wins() =>
        Assert.Equal([0, 1], new Logits([2, 2, 2, 1, 4, 4], 3).Predicted);

    [Fact]
    public void Probabilities_are_the_softmax()
    {
        // Odds of 1 : 2 : 5.
        double[] probabilities = new Logits([9, 9, 9, 0, MathF.Log(2), MathF.Log(5)], 3).Probabilities(1);
        Assert.Equal(1 / 8.0, probabilities[0], 6);
        Assert.Equal(2 / 8.0, probabilities[1], 6);
        Assert.Equal(5 / 8.0, probabilities[2], 6);
    }

    [Fact]
    public void Large_scores_do_not_overflow() => Assert.Equal([1.0, 0.0], new Logits([1e30f, -1e30f], 2).Probabilities(0));

    [Fact]
    public void Equal_scores_share_evenly() => Assert.Equal([0.25, 0.25, 0.25, 0.25], new Logits([7, 7, 7, 7], 4).Probabilities(0));
}
