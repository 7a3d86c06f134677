using MathNet.Numerics.Distributions;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

/// <summary>Noise at a stated signal-to-noise ratio.</summary>
public class SignalToNoiseLaws
{
    private const int Side = 150;
    private const int Count = 3 * Side * Side;

    /// <summary>A flat image of value 1 with the ratio <c>s</c> holds <c>k / s²</c>, <c>k</c> Poisson with mean <c>s²</c>.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(4)]
    [InlineData(9.9)]
    [InlineData(10)]
    [InlineData(37.5)]
    [InlineData(900)]
    public void Photons_have_the_Poisson_distribution(double mean)
    {
        int[] photons = Photons(mean);
        Assert.True(ChiSquare(photons, mean) < 0, $"mean {mean}");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(37.5)]
    public void The_test_rejects_rounded_normal_numbers(double mean)
    {
        float[] normal = new float[Count];
        new SampleStream(1, 0, 0).FillNormal(normal);
        Assert.True(ChiSquare([.. normal.Select(z => (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * z))))], mean) > 0);
    }

    [Theory]
    [InlineData(1e5)]
    [InlineData(1e8)]
    [InlineData(1e11)]
    public void Many_photons_have_mean_variance_and_skewness(double mean)
    {
        Tensor flat = ones([1, 3, Side, Side], ScalarType.Float64);
        double[] z = [.. Noise(new PoissonNoise(At(Math.Sqrt(mean))), flat).Select(v => v * Math.Sqrt(mean))];
        Assert.InRange(z.Average(), -0.02, 0.02);
        Assert.InRange(z.Average(v => v * v), 0.97, 1.03);
        Assert.InRange(z.Average(v => v * v * v), (1 / Math.Sqrt(mean)) - 0.06, (1 / Math.Sqrt(mean)) + 0.06);
    }

    /// <summary>A quarter of the pixels hold the peak 3, the rest 0.75: the mean is 1.3125.</summary>
    [Theory]
    [InlineData(SignalLevel.Peak, 3.0)]
    [InlineData(SignalLevel.Mean, 1.3125)]
    public void The_ratio_is_the_stated_one_at_the_stated_level(SignalLevel level, double value)
    {
        const double ratio = 12;
        (double peak, double faint) = Deviations(new PoissonNoise(At(ratio), level));

        // A photon is worth value / ratio²: the deviation at v is √(v value) / ratio, found to 1 / √(2n) = 0.5 %.
        Close(Math.Sqrt(3 * value) / ratio, peak);
        Close(Math.Sqrt(0.75 * value) / ratio, faint);
        (peak, faint) = Deviations(new RelativeGaussianNoise(At(ratio), level));
        Close(value / ratio, peak);
        Close(value / ratio, faint);
    }

    [Fact]
    public void The_test_tells_the_levels_apart() => Assert.ThrowsAny<Exception>(() =>
        Close(3 / 12.0, Deviations(new PoissonNoise(At(12), SignalLevel.Mean)).Peak));

    [Fact]
    public void Neither_noise_shifts_the_mean()
    {
        Tensor image = TwoLevels();
        foreach (Augmentation step in new Augmentation[] { new PoissonNoise(At(12)), new RelativeGaussianNoise(At(12)) })
        {
            double shift = Noise(step, image).Average();
            Assert.InRange(shift, -5 * 0.25 / Math.Sqrt(Count), 5 * 0.25 / Math.Sqrt(Count));
        }
    }

    [Fact]
    public void Pixels_without_light_and_dark_images_stay_as_they_are()
    {
        Tensor image = tensor([-1.0, 0, 2, double.NaN]).reshape(1, 1, 2, 2), dark = full([1, 1, 2, 2], -0.5, ScalarType.Float64);
        PoissonNoise noise = new(At(3));
        double[] result = noise.Apply(image, Steps.Draw(noise, 1)).data<double>().ToArray();
        Assert.Equal([-1, 0], result[..2]);
        Assert.Equal(result[2], Math.Round(result[2] * 4.5) / 4.5, 1e-12);
        Assert.True(double.IsNaN(result[3]));
        Assert.All(new Augmentation[] { noise, new RelativeGaussianNoise(At(3)), new PoissonNoise(At(3), SignalLevel.Mean) }, step =>
            Assert.True(Examples.Same(dark, step.Apply(dark, Steps.Draw(step, 1)))));
    }

    [Fact]
    public void Gradients_pass_as_if_nothing_were_added()
    {
        Tensor image = ones([1, 1, 3, 3], ScalarType.Float64).requires_grad_();
        PoissonNoise noise = new(At(3));
        (noise.Apply(image, Steps.Draw(noise, 1)) * 2).sum().backward();
        Assert.True(Examples.Same(full([1, 1, 3, 3], 2, ScalarType.Float64), image.grad!));
    }

    private static Interval At(double ratio) => new(ratio, ratio);

    private static int[] Photons(double mean)
    {
        Tensor flat = ones([1, 3, Side, Side], ScalarType.Float64);
        return [.. Noise(new PoissonNoise(At(Math.Sqrt(mean))), flat).Select(v => (int)Math.Round((v + 1) * mean))];
    }

    private static double[] Noise(Augmentation step, Tensor image)
    {
        Tensor noisy = step.Apply(image, [step.Draw(new SampleStream(5, 0, 1))]);
        return (noisy - image).data<double>().ToArray();
    }

    private static Tensor TwoLevels()
    {
        Tensor image = full([1, 3, Side, Side], 0.75, ScalarType.Float64);
        image.narrow(2, 0, Side / 2).narrow(3, 0, Side / 2).fill_(3);
        return image;
    }

    private static (double Peak, double Faint) Deviations(Augmentation step)
    {
        Tensor image = TwoLevels();
        double[] noise = Noise(step, image), level = image.data<double>().ToArray();
        double Of(double value) => Math.Sqrt(noise.Where((_, i) => level[i] == value).Average(v => v * v));
        return (Of(3), Of(0.75));
    }

    private static void Close(double expected, double found) => Assert.InRange(found / expected, 0.97, 1.03);

    /// <summary>Pearson's sum less its 99.9 % point, over the counts that are expected at least ten times and the two tails.</summary>
    private static double ChiSquare(int[] photons, double mean)
    {
        int low = 0, high = (int)(mean + (10 * Math.Sqrt(mean)) + 20);
        while (photons.Length * Poisson.CDF(mean, low) < 10)
        {
            low++;
        }

        while (photons.Length * (1 - Poisson.CDF(mean, high - 1)) < 10)
        {
            high--;
        }

        int[] counts = new int[high - low + 1];
        Array.ForEach(photons, k => counts[Math.Clamp(k, low, high) - low]++);
        double sum = counts.Select((count, i) => (count, Expected: photons.Length * Probability(low + i)))
            .Sum(bin => (bin.count - bin.Expected) * (bin.count - bin.Expected) / bin.Expected);
        return sum - ChiSquared.InvCDF(high - low, 0.999);

        double Probability(int k) => k == low ? Poisson.CDF(mean, low) : k == high ? 1 - Poisson.CDF(mean, high - 1) : Poisson.PMF(mean, k);
    }
}
