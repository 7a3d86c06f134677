using TorchSharp;

namespace GCnn.Augment.Tests;

public class GaussianNoiseLaws
{
    private const int Count = 3 * 400 * 400;

    [Fact]
    public void Has_the_moments_of_the_normal_distribution()
    {
        double[] z = Noise(1);

        // Standard errors: mean 1/√n, variance √(2/n), skewness √(6/n), kurtosis √(24/n); five of each are allowed.
        Assert.InRange(z.Average(), -0.0073, 0.0073);
        Assert.InRange(z.Average(v => v * v), 0.9897, 1.0103);
        Assert.InRange(z.Average(v => v * v * v), -0.028, 0.028);
        Assert.InRange(z.Average(v => v * v * v * v), 2.92, 3.08);
    }

    /// <summary>Twenty bins of equal probability, by the inverse of the normal distribution function.</summary>
    [Fact]
    public void Has_the_shape_of_the_normal_distribution()
    {
        int[] bins = [.. Noise(1).Select(v => Math.Min(19, (int)(20 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, v))))];
        Assert.True(Examples.ChiSquare(bins, 20) < 43.8, "The 99.9 % point with 19 degrees of freedom.");
    }

    [Fact]
    public void The_shape_test_rejects_a_sum_of_uniform_numbers()
    {
        SampleStream stream = new(1, 0, 0);
        IEnumerable<double> sums = Enumerable.Range(0, Count).Select(_ => Enumerable.Range(0, 12).Sum(_ => stream.NextUnit()) - 6);
        int[] bins = [.. sums.Select(v => Math.Min(19, (int)(20 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, v))))];
        Assert.True(Examples.ChiSquare(bins, 20) > 43.8);
    }

    [Fact]
    public void Its_tails_are_as_heavy_as_they_should_be()
    {
        double[] z = Noise(2);
        Within(z.Count(v => v > 3), Count * 1.349898e-3);
        Within(z.Count(v => v < -3), Count * 1.349898e-3);
        Within(z.Count(v => Math.Abs(v) > 3.6541528853610088), Count * 2.5805e-4);

        static void Within(int observed, double expected) =>
            Assert.InRange(observed, expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
    }

    [Fact]
    public void Is_scaled_by_the_drawn_deviation_and_added()
    {
        GaussianNoise noise = new(new Interval(0.1, 0.2));
        torch.Tensor images = Examples.Images(1, 20, 20, torch.ScalarType.Float64);
        var drawn = Assert.IsType<GaussianNoiseParameters>(noise.Draw(new(1, 0, 0)));
        Assert.InRange(drawn.Deviation, 0.1, 0.2);
        torch.Tensor one = noise.Apply(images, [drawn]) - images;
        torch.Tensor three = noise.Apply(images, [drawn with { Deviation = 3 * drawn.Deviation }]) - images;
        Assert.InRange(Examples.Distance(one * 3, three), 0, 1e-12);
    }

    [Fact]
    public void Two_samples_have_two_noises()
    {
        GaussianNoise noise = new(new Interval(1, 1));
        torch.Tensor images = torch.zeros([2, 3, 8, 8], torch.ScalarType.Float64);
        torch.Tensor drawn = noise.Apply(images, [.. Examples.Streams(2).Select(noise.Draw)]);
        Assert.True(Examples.Distance(drawn[0], drawn[1]) > 1);
    }

    private static double[] Noise(int sample)
    {
        GaussianNoise noise = new(new Interval(1, 1));
        torch.Tensor image = torch.zeros([1, 3, 400, 400], torch.ScalarType.Float64);
        return noise.Apply(image, [noise.Draw(new SampleStream(5, 0, sample))]).data<double>().ToArray();
    }
}
