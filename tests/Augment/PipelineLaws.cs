using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class PipelineLaws
{
    private static Pipeline Everything => new(
        new RandomPointElement(PlaneGroup.P4m),
        new RandomFlip(true, true),
        new RandomWarp { Degrees = new(0, 360), Scale = new(0.8, 1.25), Shift = new(-3, 3), Flip = true, OutputSize = (29, 27) },
        new BrightnessContrast { Brightness = new(-0.1, 0.1), Contrast = new(0.8, 1.25) },
        new GaussianNoise(new Interval(0, 0.1)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(64, 1)]
    [InlineData(1, 2)]
    [InlineData(7, 2)]
    [InlineData(64, 2)]
    public void The_same_seed_gives_the_same_images_whatever_the_batch_size_and_the_threads(int batch, int threads)
    {
        Tensor images = Examples.Images(64, 33, 33);
        Tensor expected = InBatches(images, 64, threads: 1);
        Assert.True(Examples.Same(expected, InBatches(images, batch, threads)));
    }

    [Fact]
    public void Another_seed_epoch_or_sample_gives_other_parameters()
    {
        Parameters one = Everything.Draw(new SampleStream(1, 2, 3));
        Assert.Equal(one, Everything.Draw(new SampleStream(1, 2, 3)));
        Assert.Equal(one.GetHashCode(), Everything.Draw(new SampleStream(1, 2, 3)).GetHashCode());
        Assert.NotEqual(one, Everything.Draw(new SampleStream(2, 2, 3)));
        Assert.NotEqual(one, Everything.Draw(new SampleStream(1, 3, 3)));
        Assert.NotEqual(one, Everything.Draw(new SampleStream(1, 2, 4)));
    }

    [Fact]
    public void The_parameters_of_a_batch_are_those_of_its_samples() => Assert.Equal(
        [Everything.Draw(new SampleStream(1, 2, 9)), Everything.Draw(new SampleStream(1, 2, 4))], Everything.Draw(1, 2, [9, 4]));

    [Fact]
    public void Steps_are_applied_in_their_order()
    {
        Pipeline pipeline = Everything;
        Tensor images = Examples.Images(3, 33, 33), byHand = images;
        Parameters[] drawn = pipeline.Draw(1, 0, [0, 1, 2]);
        for (int i = 0; i < pipeline.Steps.Count; i++)
        {
            byHand = pipeline.Steps[i].Apply(byHand, [.. drawn.Select(p => p.Steps[i])]);
        }

        // The elements before the warp are composed into it, which changes roundings.
        Assert.InRange(Examples.Distance(byHand, pipeline.Apply(images, drawn)), 0, 1e-4);
        Assert.Equal([3, 3, 29, 27], byHand.shape);
    }

    [Fact]
    public void Masks_follow_the_geometry_and_nothing_else()
    {
        Pipeline pipeline = Everything, geometry = new([.. Everything.Steps.Take(3)]);
        Tensor masks = Examples.Images(2, 33, 33);
        Assert.True(Examples.Same(
            geometry.Apply(masks, geometry.Draw(1, 0, [0, 1])),
            pipeline.ApplyGeometry(masks, pipeline.Draw(1, 0, [0, 1]), Interpolation.Bilinear)));
    }

    /// <summary>A hand that winds to the right must come out winding to the left exactly when <c>IsReflection</c> says so.</summary>
    [Fact]
    public void IsReflection_tells_whether_the_hand_changed()
    {
        Pipeline pipeline = new(
            new RandomPointElement(PlaneGroup.P4m),
            new RandomFlip(true, true),
            new RandomWarp { Degrees = new(0, 360), Flip = true },
            new GaussianNoise(new Interval(0, 0)));
        Parameters[] drawn = pipeline.Draw(3, 0, Enumerable.Range(0, 60).Select(n => (long)n));

        // Three spots of different weight around the centre; their oriented area changes its sign under reflections alone.
        Tensor hand = Examples.Blob(65, 12, 0) + (2 * Examples.Blob(65, 0, -12)) + (4 * Examples.Blob(65, -12, 0));
        Tensor result = pipeline.Apply(hand.expand(60, 1, 65, 65), drawn);
        Assert.Equal(drawn.Select(p => p.IsReflection), Enumerable.Range(0, 60).Select(n => Hand(result[n, 0]) != Hand(hand[0, 0])));
        Assert.InRange(drawn.Count(p => p.IsReflection), 15, 45);
    }

    [Fact]
    public void An_empty_pipeline_leaves_images_as_they_are()
    {
        Tensor images = Examples.Images(2, 5, 5);
        Assert.True(Examples.Same(images, new Pipeline().Apply(images, new Pipeline().Draw(0, 0, [0, 1]))));
    }

    [Fact]
    public void Only_the_result_stays_in_the_callers_scope()
    {
        Tensor images = Examples.Images(2, 33, 33);
        Parameters[] drawn = Everything.Draw(1, 0, [0, 1]);
        using DisposeScope scope = NewDisposeScope();
        Everything.Apply(images, drawn);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Prints_its_parameters() => Assert.Contains(
        "GaussianNoiseParameters { IsReflection = False, Deviation = ",
        Everything.Draw(new SampleStream(1, 2, 3)).ToString(), StringComparison.Ordinal);

    /// <summary>The sign of the oriented area of the spots of weight 1, 2 and 4, found as the places with those values.</summary>
    private static bool Hand(Tensor image)
    {
        (double X, double Y) one = Place(image, 1), two = Place(image, 2), four = Place(image, 4);
        return ((two.X - one.X) * (four.Y - one.Y)) - ((two.Y - one.Y) * (four.X - one.X)) > 0;
    }

    private static (double X, double Y) Place(Tensor image, double weight)
    {
        // Around a spot of weight w the value is near w only at its top; the heavier spots pass w on a ring, so keep local maxima.
        Tensor top = nn.functional.max_pool2d(image.reshape(1, 1, 65, 65), [7, 7], [1, 1], [3, 3]).reshape(65, 65);
        Tensor score = (image - weight).abs() + (image.ne(top).to(ScalarType.Float64) * 100);
        long flat = score.argmin().item<long>();
        return (flat % 65, flat / 65);
    }

    private static Tensor InBatches(Tensor images, int batch, int threads)
    {
        int before = get_num_threads();
        set_num_threads(threads);
        try
        {
            Pipeline pipeline = Everything;
            return cat([.. Enumerable.Range(0, 64).Chunk(batch).Select(ids => pipeline.Apply(
                images.narrow(0, ids[0], ids.Length), pipeline.Draw(42, 3, ids.Select(id => (long)id))))]);
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
