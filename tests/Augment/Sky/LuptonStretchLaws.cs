using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class LuptonStretchLaws
{
    [Fact]
    public void Keeps_the_ratios_of_the_channels()
    {
        Tensor images = (Examples.Images(2, 8, 8, ScalarType.Float64) * 40) + 0.1;
        Assert.InRange(Examples.Distance(Colours(images), Colours(Stretch(images, 0.5, 8))), 0, 1e-14);
    }

    [Fact]
    public void A_stretch_of_each_channel_by_itself_changes_the_colour()
    {
        Tensor images = (Examples.Images(2, 8, 8, ScalarType.Float64) * 40) + 0.1;
        Tensor each = cat([.. images.split(1, 1).Select(channel => Stretch(channel, 0.5, 8))], 1);
        Assert.True(Examples.Distance(Colours(images), Colours(each)) > 0.05);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(100)]
    public void An_intensity_of_a_tenth_of_the_stretch_becomes_a_tenth(double softening) => Assert.Equal(
        0.1, Stretch(full([1, 3, 1, 1], 0.3, ScalarType.Float64), 3, softening)[0, 0, 0, 0].item<double>(), 1e-14);

    [Fact]
    public void Is_the_stated_function_of_the_intensity()
    {
        double[] intensities = [1e-12, 1e-6, 1e-3, 0.02, 0.5, 3];
        Tensor image = tensor(intensities).reshape(1, 1, 2, 3).expand(1, 3, 2, 3);
        double[] result = Stretch(image, 5, 8)[0, 1].flatten().data<double>().ToArray();
        Assert.All(intensities.Zip(result), pair =>
            Assert.Equal(1, pair.Second / (0.1 * Math.Asinh(8 * pair.First / 5) / Math.Asinh(0.8)), 1e-13));
    }

    /// <summary>The bytes are those of Astropy 5.2.1, <c>AsinhMapping(minimum, stretch, Q).make_rgb_image</c>, without fractions.</summary>
    [Theory]
    [InlineData(0, 5, 8, new[] { 1, 25, 98, 11, 1, 5, 65, 254, 0, 45, 32, 1 })]
    [InlineData(0.005, 0.5, 3, new[] { 7, 141, 255, 11, 12, 27, 169, 255, 2, 255, 84, 1 })]
    public void Gives_the_bytes_of_Astropy(double minimum, double stretch, double softening, int[] bytes)
    {
        Tensor image = tensor([0.02, 0.5, 3, 40, 0.03, 0.1, 2, 900, 0.01, 0.9, 1, 4]).reshape(1, 3, 1, 4);
        LuptonStretch step = new(new Interval(stretch, stretch), new Interval(softening, softening), minimum);
        double[] result = (step.Apply(image, Steps.Draw(step, 1)) * 255).data<double>().ToArray();
        Assert.All(bytes.Zip(result), pair => Assert.InRange(pair.Second, pair.First - 1e-9, pair.First + 1 + 1e-9));
    }

    [Fact]
    public void No_channel_passes_1_and_the_brightest_of_a_saturated_pixel_is_1()
    {
        Tensor image = tensor([1000.0, 500, 0.01, 100, 400, 0.01, 10, 20, 0.01]).reshape(1, 3, 1, 3);
        double[] result = Stretch(image, 0.1, 2).data<double>().ToArray();
        Assert.Equal((1.0, 1.0), (result[0], result[1]));
        Assert.Equal((0.1, 0.8), (result[3], result[4]));
        Assert.InRange(result[2], 0, 0.5);
    }

    [Fact]
    public void Black_and_what_is_below_become_0()
    {
        LuptonStretch step = new(new Interval(1, 1), new Interval(8, 8), Minimum: 0.25);
        Tensor image = tensor([0.25, -3, 0.35, 0.25, -2, 0.35]).reshape(1, 2, 1, 3);
        double[] result = step.Apply(image, Steps.Draw(step, 1)).data<double>().ToArray();
        Assert.Equal([0, 0, 0.1, 0, 0, 0.1], result.Select(v => Math.Round(v, 12)));
    }

    [Fact]
    public void Gradients_are_finite_everywhere()
    {
        Tensor image = tensor([0.0, -3, 0.35, 5, 0, -2, 0.35, 900]).reshape(1, 2, 1, 4).requires_grad_();
        Stretch(image, 0.5, 8).sum().backward();
        Assert.True((bool)image.grad!.isfinite().all());
    }

    [Fact]
    public void Scales_are_log_uniform()
    {
        LuptonStretch step = new(new Interval(0.25, 4), new Interval(1, 16));
        LuptonStretchParameters[] drawn = [.. Steps.Draw(step, 4000).Select(p => (LuptonStretchParameters)p)];
        Assert.InRange(drawn.Average(p => Math.Log2(p.Stretch)), -0.1, 0.1);
        Assert.InRange(drawn.Average(p => Math.Log2(p.Softening)), 1.9, 2.1);
    }

    private static Tensor Colours(Tensor images) => images / images.sum([1], keepdim: true);

    private static Tensor Stretch(Tensor images, double stretch, double softening)
    {
        LuptonStretch step = new(new Interval(stretch, stretch), new Interval(softening, softening));
        return step.Apply(images, [.. Enumerable.Repeat(new LuptonStretchParameters(stretch, softening), (int)images.shape[0])]);
    }
}
