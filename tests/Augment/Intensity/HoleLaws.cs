using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Dead pixels and holes.</summary>
public class HoleLaws
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Pixels_die_at_the_stated_rate_with_all_their_channels(double rate)
    {
        PixelDropout step = new(new Interval(rate, rate), Fill: 7);
        Tensor images = zeros([2, 3, 150, 150]), result = step.Apply(images, Steps.Draw(step, 2));
        Assert.True(Examples.Same(result, result.narrow(1, 0, 1).expand(2, 3, 150, 150)));
        double dead = result.eq(7).to(ScalarType.Float64).mean().item<double>();

        // The standard error is √(p (1 − p) / 45000); five are allowed.
        Assert.InRange(dead, rate - (5 * Math.Sqrt(rate * (1 - rate) / 45000)), rate + (5 * Math.Sqrt(rate * (1 - rate) / 45000)));
        Assert.True(rate is 0 or 1 || !Examples.Same(result[0], result[1]));
    }

    [Fact]
    public void The_dead_stay_dead_at_a_higher_rate()
    {
        PixelDropout step = new(new Interval(0, 1));
        Tensor image = ones([1, 1, 50, 50]);
        Tensor few = step.Apply(image, [new PixelDropoutParameters(0.2, 5)]);
        Tensor many = step.Apply(image, [new PixelDropoutParameters(0.4, 5)]);
        Assert.True((bool)many.le(few).all());
        Assert.False(Examples.Same(few, many));
    }

    [Fact]
    public void A_hole_of_whole_sides_covers_its_square()
    {
        CutOut step = new(new Interval(0, 9));
        for (int side = 0; side <= 6; side++)
        {
            Tensor result = step.Apply(zeros([1, 2, 20, 30]) + 1, [new CutOutParameters(side, 0.41, 0.53)]);
            Assert.Equal(2 * side * side, result.eq(0).sum().item<long>());
        }
    }

    [Fact]
    public void A_hole_lies_where_its_centre_says_and_is_cut_off_at_the_border()
    {
        CutOut step = new(new Interval(3, 3), Fill: 5);
        Tensor image = zeros([2, 1, 6, 8], ScalarType.Float64), expected = zeros([2, 1, 6, 8], ScalarType.Float64);

        // The centre of pixel (row 2, column 5) is at (5.5 / 8, 2.5 / 6); the corner of the image is at (0, 0).
        Tensor result = step.Apply(image, [new CutOutParameters(3, 5.5 / 8, 2.5 / 6), new CutOutParameters(3, 0, 0)]);
        expected[0].narrow(1, 1, 3).narrow(2, 4, 3).fill_(5);
        expected[1].narrow(1, 0, 1).narrow(2, 0, 1).fill_(5);
        Assert.True(Examples.Same(expected, result));
    }

    [Fact]
    public void Centres_are_uniform_over_the_image()
    {
        CutOut step = new(new Interval(1, 1));
        CutOutParameters[] drawn = [.. Steps.Draw(step, 8000).Select(p => (CutOutParameters)p)];

        // The 99.9 % point with 24 degrees of freedom is 51.2.
        Assert.True(Examples.ChiSquare(drawn.Select(p => ((int)(p.X * 5) * 5) + (int)(p.Y * 5)), 25) < 51.2);
        Assert.True(Examples.ChiSquare(drawn.Select(p => ((int)(p.X * p.X * 5) * 5) + (int)(p.Y * 5)), 25) > 51.2);
    }
}
