using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class CombinatorMessages
{
    private static readonly Augmentation Flip = new RandomFlip();

    [Fact]
    public void Rejects_a_choice_of_nothing() =>
        Sentence.Is<ArgumentException>(() => new OneOf([]), "needs at least one augmentation to choose from");

    [Fact]
    public void Rejects_weights_that_are_none()
    {
        Sentence.Is<ArgumentException>(() => new OneOf([Flip, Flip], [1]), "a weight for each of its 2 choices", "given as [1]");
        Sentence.Is<ArgumentException>(() => new OneOf([Flip, Flip], [1, -1]), "given as [1, -1]");
        Sentence.Is<ArgumentException>(() => new OneOf([Flip, Flip], [0, 0]), "not all 0; they were given as [0, 0]");
        Sentence.Is<ArgumentException>(() => new OneOf([Flip], [double.NaN]), "given as [NaN]");
        Sentence.Is<ArgumentException>(() => new OneOf([Flip, Flip], [1e308, 1e308]), "given as");
    }

    [Fact]
    public void Rejects_a_probability_in_per_cent()
    {
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new WithProbability(50, Flip), "from 0 to 1; it was given as 50. Is it in per cent?");
        Sentence.Is<ArgumentOutOfRangeException>(() => new WithProbability(double.NaN, Flip), "it was given as NaN");
    }

    [Fact]
    public void Rejects_numbers_of_times_that_are_none()
    {
        Sentence.Is<ArgumentOutOfRangeException>(() => new Repeat(Flip, 3, 2), "they were given as 3 and 2");
        Sentence.Is<ArgumentOutOfRangeException>(() => new Repeat(Flip, -1), "they were given as -1 and -1");
    }

    [Fact]
    public void Rejects_more_steps_than_anybody_wants() => Sentence.Is<ArgumentException>(
        () => new Repeat(new Repeat(Flip, 500), 500), "This Repeat would take up to 250000 steps for one sample; 10000 are allowed");

    [Fact]
    public void Rejects_a_child_that_is_null()
    {
        Sentence.Is<ArgumentException>(() => new Sequence([Flip, null!]), "A child of Sequence is null");
        Sentence.Is<ArgumentException>(() => new WithProbability(1, null!), "A child of WithProbability is null");
    }

    [Fact]
    public void Rejects_the_turns_of_another_combinator()
    {
        StepParameters foreign = new CombinedParameters([new ChildStep(2, new NoParameters())]);
        Sentence.Is<ArgumentException>(
            () => new Sequence([Flip]).Apply(zeros(1, 1, 3, 3), [foreign]), "Sequence has 1 children", "child 2");
        Sentence.Is<ArgumentException>(() => new Sequence([Flip]).Expand(foreign), "Sequence has 1 children", "child 2");
        Sentence.Is<ArgumentException>(() => new Sequence([Flip]).Expand(new NoParameters()), "Sequence needs CombinedParameters");
    }

    [Fact]
    public void Rejects_children_that_make_different_sizes()
    {
        OneOf step = new([new RandomWarp { OutputSize = new(3, 4) }, new GaussianBlur(new Interval(1, 1))]);
        StepParameters[] drawn = [.. Enumerable.Range(0, 2).Select(child => new CombinedParameters(
            [new ChildStep(child, step.Choices[child].Draw(new SampleStream(1, 0, 0)))]))];
        Sentence.Is<ArgumentException>(
            () => step.Apply(zeros(2, 1, 5, 5), drawn), "RandomWarp made 3 x 4 of image 0 and GaussianBlur made 5 x 5 of image 1");
    }
}
