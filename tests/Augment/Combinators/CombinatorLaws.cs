using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class CombinatorLaws
{
    private static readonly Augmentation Flip = new RandomFlip(true, true);
    private static readonly Augmentation Turn = new RandomPointElement(PlaneGroup.P4m);
    private static readonly Augmentation Noise = new GaussianNoise(new Interval(0.1, 0.2));
    private static readonly Augmentation Bright = new BrightnessContrast { Brightness = new(-1, 1) };

    [Fact]
    public void A_sequence_is_its_steps_in_a_pipeline()
    {
        Pipeline flat = new(Turn, Noise, Bright), nested = new(new Sequence([Turn, Noise]), new Sequence([Bright]), new Sequence([]));
        Assert.Null(Difference(flat, nested));
        Assert.NotNull(Difference(flat, new Pipeline(new Sequence([Noise, Turn]), Bright)));
    }

    [Fact]
    public void Draws_each_choice_by_its_weight()
    {
        OneOf step = new([Flip, Noise, Bright, Turn], [1, 0, 2, 1]);
        int[] chosen = [.. Steps.Draw(step, 8000).Select(p => ((CombinedParameters)p).Turns.Single().Child)];
        Assert.DoesNotContain(1, chosen);

        // Bright counts for two: its outcomes are dealt to two bins in turn.
        int dealt = 0;
        int[] bins = [.. chosen.Select(child => child switch { 0 => 0, 3 => 1, _ => 2 + (dealt++ % 2) })];
        Assert.True(Examples.ChiSquare(bins, 4) < 16.27, "The 99.9 % point with 3 degrees of freedom.");
        StepParameters[] even = Steps.Draw(new OneOf([Flip, Noise, Bright, Turn]), 8000);
        int[] equal = [.. even.Select(p => ((CombinedParameters)p).Turns.Single().Child)];
        Assert.True(Examples.ChiSquare(equal, 4) < 16.27);
        Assert.True(Examples.ChiSquare(chosen, 4) > 16.27);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Happens_with_its_probability(double probability)
    {
        WithProbability step = new(probability, Noise);
        int happened = Steps.Draw(step, 8000).Count(p => ((CombinedParameters)p).Turns.Count == 1);
        double slack = 5 * Math.Sqrt(8000 * probability * (1 - probability));
        Assert.InRange(happened, (8000 * probability) - slack, (8000 * probability) + slack);
    }

    [Fact]
    public void Repeats_as_often_as_drawn_each_with_numbers_of_its_own()
    {
        Repeat drawn = new(Noise, 2, 5), thrice = new(Noise, 3);
        Assert.True(Examples.ChiSquare(Steps.Draw(drawn, 4000).Select(p => ((CombinedParameters)p).Turns.Count - 2), 4) < 16.27);
        ValueList<ChildStep> turns = ((CombinedParameters)thrice.Draw(new SampleStream(1, 2, 3))).Turns;
        Assert.Equal((3, 3), (turns.Count, turns.Select(turn => turn.Parameters).Distinct().Count()));
        Tensor image = Examples.Images(1, 6, 6), byHand = image;
        foreach (ChildStep turn in turns)
        {
            byHand = Noise.Apply(byHand, [turn.Parameters]);
        }

        Assert.True(Examples.Same(byHand, thrice.Apply(image, [new CombinedParameters(turns)])));
    }

    [Fact]
    public void Each_image_gets_its_own_turns_in_its_own_place()
    {
        OneOf step = new([Flip, Noise, new Repeat(Bright, 0, 3), new WithProbability(0.5, Turn)]);
        Tensor images = Examples.Images(40, 7, 7);
        StepParameters[] drawn = Steps.Draw(step, 40);
        Tensor batch = step.Apply(images, drawn);
        Assert.All(Enumerable.Range(0, 40), n =>
        {
            ChildStep turn = ((CombinedParameters)drawn[n]).Turns.Single();
            Assert.True(Examples.Same(step.Choices[turn.Child].Apply(images.narrow(0, n, 1), [turn.Parameters]), batch.narrow(0, n, 1)));
        });
        Assert.False(Examples.Same(batch, step.Apply(images, [.. drawn.Reverse()])));
    }

    /// <summary>What the pipeline makes of the elementary steps is what the combinator makes by itself.</summary>
    [Fact]
    public void A_pipeline_expands_combinators_and_collects_what_it_resolved()
    {
        Sequence centred = new([Turn, new CentroidRecentring { Threshold = 0 }, Noise]);
        OneOf step = new([centred, new Repeat(new CentroidRecentring(), 2), Flip]);
        Pipeline pipeline = new(Bright, step);
        Tensor images = Examples.Images(12, 15, 15, ScalarType.Float64);
        Parameters[] drawn = pipeline.Draw(4, 0, Enumerable.Range(0, 12).Select(n => (long)n));
        (Tensor result, Parameters[] resolved) = pipeline.Run(images, drawn);
        Tensor byHand = step.Apply(Bright.Apply(images, [.. drawn.Select(p => p.Steps[0])]), [.. drawn.Select(p => p.Steps[1])]);
        Assert.InRange(Examples.Distance(byHand, result), 0, 1e-12);
        Assert.True(Examples.Same(result, pipeline.Run(images, resolved).Images));
        Assert.Equal(resolved, pipeline.Run(images, resolved).Resolved);
        Assert.NotEqual(drawn, resolved);
        Assert.All(resolved, p => Assert.All(step.Expand(p.Steps[1]), e => Assert.NotEqual(new RecentringParameters(null), e.Parameters)));
    }

    [Fact]
    public void Masks_follow_the_children_that_move_pixels_and_no_others()
    {
        Pipeline mixed = new(new OneOf([new Sequence([Noise, Turn]), new Sequence([Turn, Bright])]));
        Tensor masks = Examples.Images(8, 9, 9);
        Parameters[] drawn = mixed.Draw(4, 0, Enumerable.Range(0, 8).Select(n => (long)n));
        StepParameters[] turns = [.. drawn.Select(p => mixed.Steps[0].Expand(p.Steps[0]).Single(step => step.Step.IsGeometric).Parameters)];
        Assert.True(Examples.Same(Turn.Apply(masks, turns), mixed.ApplyGeometry(masks, drawn)));
        Assert.False(Examples.Same(Turn.Apply(masks, turns), mixed.Apply(masks, drawn)));
    }

    /// <summary>A marked pixel goes where the key point goes, and a hand changes with the reflections that were drawn.</summary>
    [Fact]
    public void Labels_follow_the_children_that_were_drawn()
    {
        Pipeline pipeline = new(
            new OneOf([new Sequence([Turn, Bright]), new Repeat(Flip, 0, 3), Noise]),
            new WithProbability(0.5, new RandomShift { Right = new(-2, 2), Down = new(-2, 2), WholePixels = true }));
        ImageSize size = new(11, 11);
        Tensor image = zeros([1, 1, 11, 11], ScalarType.Float64);
        image[0, 0, 4, 7] = tensor(100.0);
        KeyPoint mark = new(7, 4);
        Parameters[] drawn = pipeline.Draw(4, 0, Enumerable.Range(0, 60).Select(n => (long)n));
        Assert.All(drawn, p =>
        {
            KeyPoint moved = mark.Moved(pipeline.Place(p, size), size);
            long brightest = pipeline.Apply(image, [p]).argmax().item<long>();
            Assert.Equal((moved.Column, moved.Row), (brightest % 11, brightest / 11));
            Assert.Equal(pipeline.Place(p, size).Map.IsReflection, p.IsReflection);
            Assert.Equal(p.IsReflection ? 1 : 0, ClassReflection.Swapping(3, (0, 1)).Moved(0, p));
        });
        Assert.InRange(drawn.Count(p => p.IsReflection), 10, 50);
        Assert.True(drawn.Select(p => mark.Moved(pipeline.Place(p, size), size)).Distinct().Count() > 20);
    }

    [Fact]
    public void Reflections_of_the_children_multiply()
    {
        Repeat step = new(Flip, 0, 5);
        Assert.All(Steps.Draw(step, 200), p => Assert.Equal(
            ((CombinedParameters)p).Turns.Count(turn => turn.Parameters.IsReflection) % 2 == 1, p.IsReflection));
        Assert.Contains(Steps.Draw(step, 200), p => p.IsReflection);
    }

    [Fact]
    public void Is_geometric_when_a_child_is()
    {
        Assert.True(new OneOf([Noise, Turn]).IsGeometric);
        Assert.True(new Repeat(new WithProbability(0.5, Flip), 2).IsGeometric);
        Assert.False(new Sequence([Noise, Bright]).IsGeometric);
        Assert.False(new Sequence([]).IsGeometric);
    }

    [Fact]
    public void Are_equal_by_their_children()
    {
        Assert.Equal(new OneOf([new Repeat(new RandomFlip(true, true), 2)], [1]), new OneOf([new Repeat(Flip, 2, 2)], [1]));
        Assert.NotEqual(new OneOf([Flip, Noise], [1, 2]), new OneOf([Flip, Noise], [1, 3]));
        Assert.NotEqual(new OneOf([Flip, Noise]), new OneOf([Noise, Flip]));
        Assert.Equal(new Sequence([Flip, Noise]).GetHashCode(), new Sequence([Flip, Noise]).GetHashCode());
    }

    private static string? Difference(Pipeline a, Pipeline b)
    {
        Tensor images = Examples.Images(6, 9, 9);
        long[] samples = [0, 1, 2, 3, 4, 5];
        Tensor one = a.Apply(images, a.Draw(2, 0, samples)), other = b.Apply(images, b.Draw(2, 0, samples));
        return Examples.Same(one, other) ? null : $"they differ by {Examples.Distance(one, other)}";
    }
}
