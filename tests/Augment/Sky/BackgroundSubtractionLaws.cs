using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class BackgroundSubtractionLaws
{
    [Fact]
    public void Without_clipping_it_subtracts_the_median_of_each_channel()
    {
        Tensor images = tensor([5.0, 1, 9, 100, 7, 3, 2, 4, 8, 6, 0, 1000]).reshape(1, 2, 2, 3);
        Tensor expected = images - tensor([6.0, 5]).reshape(1, 2, 1, 1);
        Assert.True(Examples.Same(expected, Subtract(new BackgroundSubtraction { Rounds = 0 }, images)));
    }

    /// <summary>Twenty-one pixels of sky from 90 to 110 and three of a star: by hand, the star goes and the median is 100.</summary>
    [Fact]
    public void Stars_are_clipped_away()
    {
        double[] pixels = [.. Enumerable.Range(90, 21).Select(v => (double)v), 5000, 6000, 7000];
        Tensor image = tensor(pixels).reshape(1, 1, 4, 6);
        Assert.True(Examples.Same(image - 100, Subtract(new BackgroundSubtraction { Clip = 2 }, image)));
        Assert.False(Examples.Same(image - 100, Subtract(new BackgroundSubtraction { Rounds = 0 }, image)));
    }

    /// <summary>The medians are those of Astropy 5.2.1, <c>sigma_clipped_stats(v, sigma, maxiters)</c>.</summary>
    [Theory]
    [InlineData(3, 5, 52)]
    [InlineData(2, 5, 52)]
    [InlineData(2, 1, 56)]
    [InlineData(1.5, 5, 55)]
    [InlineData(3, 0, 57.5)]
    public void Clips_as_Astropy_does(double clip, int rounds, double median)
    {
        double[] pixels = [.. Enumerable.Range(0, 60).Select(i => (double)((i * 7919 % 101) + (i % 11 == 0 ? 500 : 0)))];
        pixels[5] = 9000;
        Tensor image = tensor(pixels).reshape(1, 1, 6, 10);
        Assert.True(Examples.Same(image - median, Subtract(new BackgroundSubtraction { Clip = clip, Rounds = rounds }, image)));
    }

    [Fact]
    public void Noise_with_a_galaxy_is_left_at_level_0()
    {
        GaussianNoise noise = new(new Interval(0.05, 0.05));
        Tensor sky = (Examples.Blob(101, 5, -8, 6) * 3) + 0.7, image = noise.Apply(sky, Steps.Draw(noise, 1));
        double level = (image - Subtract(new BackgroundSubtraction(), image)).max().item<double>();
        Assert.InRange(level, 0.69, 0.71);
        Assert.True(image.mean().item<double>() > 0.75);
    }

    [Fact]
    public void The_border_is_a_frame_of_its_width()
    {
        Tensor image = full([1, 1, 9, 7], 50, ScalarType.Float64);
        image.narrow(2, 2, 5).narrow(3, 2, 3).fill_(3);
        Tensor frame = Subtract(new BackgroundSubtraction { Region = BackgroundRegion.Border, BorderWidth = 2, Rounds = 0 }, image);
        Assert.True(Examples.Same(image - 50, frame));
        image.narrow(2, 1, 7).narrow(3, 1, 5).fill_(3);
        Assert.True(Examples.Same(image - 3, Subtract(new BackgroundSubtraction { Rounds = 0 }, image)));
        BackgroundSubtraction narrow = new() { Region = BackgroundRegion.Border, BorderWidth = 1 };
        Assert.True(Examples.Same(image - 50, Subtract(narrow, image)));
    }

    [Fact]
    public void Commutes_with_the_group_to_the_last_bit()
    {
        var colours = FieldType.Trivial(PlaneGroup.P4m, 3);
        Tensor images = Examples.Images(1, 9, 9);
        BackgroundSubtraction step = new() { Clip = 1.5 };
        Assert.All(Enumerable.Range(0, 8), h => Assert.True(
            Examples.Same(Subtract(step, images).Transform(colours, h), Subtract(step, images.Transform(colours, h)))));
    }

    [Fact]
    public void Pixels_that_are_no_numbers_do_not_count()
    {
        Tensor image = tensor([double.NaN, 4, 6, double.PositiveInfinity]).reshape(1, 1, 2, 2);
        double[] result = Subtract(new BackgroundSubtraction(), image).data<double>().ToArray();
        Assert.Equal([double.NaN, -1, 1, double.PositiveInfinity], result);
        Tensor nothing = full([1, 1, 2, 2], double.NaN, ScalarType.Float64);
        Assert.True((bool)Subtract(new BackgroundSubtraction(), nothing).isnan().all());
    }

    private static Tensor Subtract(BackgroundSubtraction step, Tensor images) => step.Apply(images, Steps.Draw(step, (int)images.shape[0]));
}
