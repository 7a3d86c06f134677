using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class Messages
{
    private static readonly Pipeline Flips = new(new RandomFlip());

    [Fact]
    public void Rejects_an_image_without_a_batch() => Says<ArgumentException>(
        () => Flips.Apply(zeros(3, 5, 5), Flips.Draw(0, 0, [0, 1, 2])), "they were given [3, 5, 5]", "unsqueeze(0)");

    [Fact]
    public void Rejects_an_empty_batch() => Says<ArgumentException>(
        () => Flips.Apply(zeros(0, 3, 5, 5), []), "with pixels; they were given [0, 3, 5, 5]");

    [Fact]
    public void Rejects_integers() => Says<ArgumentException>(
        () => Flips.Apply(zeros([1, 3, 5, 5], ScalarType.Byte), Flips.Draw(0, 0, [0])), "these hold Byte", "images.to(float32) / 255");

    [Fact]
    public void Rejects_another_number_of_parameters() => Says<ArgumentException>(
        () => Flips.Apply(zeros(2, 3, 5, 5), Flips.Draw(0, 0, [0])), "1 were given for 2 images (shape [2, 3, 5, 5])");

    [Fact]
    public void Rejects_the_parameters_of_a_longer_pipeline() => Says<ArgumentException>(
        () => Flips.Apply(zeros(1, 3, 5, 5), new Pipeline(new RandomFlip(), new RandomFlip()).Draw(0, 0, [0])),
        "This pipeline has 1 steps; the parameters of image 0 have 2", "another pipeline");

    [Fact]
    public void Rejects_the_parameters_of_another_step() => Says<ArgumentException>(
        () => Flips.Apply(zeros(1, 3, 5, 5), new Pipeline(new RandomWarp()).Draw(0, 0, [0])),
        "RandomFlip needs PointElementParameters; it was given WarpParameters", "another augmentation");

    [Fact]
    public void Rejects_the_parameters_of_another_intensity() => Says<ArgumentException>(
        () => new BrightnessContrast().Apply(zeros(1, 3, 5, 5), [new NoParameters()]),
        "BrightnessContrast needs BrightnessContrastParameters; image 0 of [1, 3, 5, 5] has NoParameters", "another augmentation");

    [Fact]
    public void Rejects_the_elements_of_another_group() => Says<ArgumentException>(
        () => Flips.Apply(zeros(1, 3, 5, 5), new Pipeline(new RandomPointElement(PlaneGroup.P4m)).Draw(0, 0, [0])),
        "The element to apply is of p4m; this augmentation acts by pmm");

    [Fact]
    public void Rejects_images_that_would_differ_in_shape() => Says<ArgumentException>(
        () => new RandomPointElement(PlaneGroup.P4).Apply(
            zeros(2, 3, 5, 7), [new PointElementParameters(PlaneGroup.P4, 0), new PointElementParameters(PlaneGroup.P4, 1)]),
        "element 1 makes 7 x 5 of sample 1", "Use square images");

    [Theory]
    [InlineData(2, 1)]
    [InlineData(0, double.NaN)]
    [InlineData(double.NegativeInfinity, 0)]
    public void Rejects_an_interval_that_is_none(double low, double high) => Says<ArgumentException>(
        () => new Interval(low, high), $"it was given {low} to {high}. Exchange the two?");

    [Fact]
    public void Rejects_a_scale_of_zero() => Says<ArgumentOutOfRangeException>(
        () => new RandomWarp { Scale = new(0, 1) }, "A scale is above 0; the range was given as [0, 1]");

    [Fact]
    public void Rejects_a_factor_of_zero() => Says<ArgumentOutOfRangeException>(
        () => new RandomScale { Factor = new(0, 1) }, "A scale is above 0; the range was given as [0, 1]");

    [Fact]
    public void Rejects_whole_shifts_without_whole_numbers() => Says<InvalidOperationException>(
        () => new RandomShift { Right = new(0.2, 0.8), WholePixels = true }.Draw(new(0, 0, 0)),
        "needs a whole number in its range; [0.2, 0.8] has none");

    [Fact]
    public void Rejects_hexagons_where_pixels_are_square() => Says<ArgumentException>(
        () => new RandomGroupElement(PlaneGroup.P6), "p6 is on the hexagonal lattice. RandomPointElement moves hexagons");

    [Fact]
    public void Rejects_a_crop_without_pixels()
    {
        Says<ArgumentOutOfRangeException>(() => new CentreCrop(0, 3), "at least 1 pixel; Rows was given as 0");
        Says<ArgumentOutOfRangeException>(() => new RandomCrop(3, -1), "at least 1 pixel; Columns was given as -1");
    }

    [Fact]
    public void Rejects_a_crop_larger_than_the_image() => Says<ArgumentException>(
        () => new CentreCrop(9, 3).Apply(zeros(1, 3, 5, 7), [new NoParameters()]),
        "A crop to 9 x 3 needs an image at least as large; this one is 5 x 7", "Pad it first");

    [Fact]
    public void Rejects_a_negative_margin() => Says<ArgumentOutOfRangeException>(
        () => new Pad(1, 2, -3, 4), "A margin has at least 0 pixels; Right was given as -3");

    [Fact]
    public void Rejects_a_list_with_a_batch_in_it() => Says<ArgumentException>(
        () => Flips.RunEach([zeros(1, 3, 5, 5)], Flips.Draw(0, 0, [0])).Images, "tensors C x H x W of real numbers", "one is [1, 3, 5, 5]");

    [Fact]
    public void Rejects_a_list_of_another_length() => Says<ArgumentException>(
        () => Flips.RunEach([zeros(3, 5, 5)], Flips.Draw(0, 0, [0, 1])).Images, "2 were given for 1 images");

    [Fact]
    public void Rejects_a_step_that_turns_some_images_of_a_batch() => Says<ArgumentException>(
        () => new RandomGroupElement(PlaneGroup.P4).Apply(
            zeros(2, 3, 5, 7), [new PointElementParameters(PlaneGroup.P4, 0), new PointElementParameters(PlaneGroup.P4, 1)]),
        "image 0 is 5 x 7 and image 1 is 7 x 5", "Pipeline.RunEach");

    [Fact]
    public void Rejects_an_output_without_pixels()
    {
        Says<ArgumentOutOfRangeException>(() => new RandomWarp { OutputSize = (0, 5) }, "the output was asked for as 0 x 5");
        Says<ArgumentOutOfRangeException>(() => new RandomWarp { OutputSize = (5, -1) }, "the output was asked for as 5 x -1");
    }

    [Fact]
    public void Rejects_a_contrast_of_zero() => Says<ArgumentOutOfRangeException>(
        () => new BrightnessContrast { Contrast = new(0, 1) }, "A contrast is above 0; the range was given as [0, 1]");

    [Fact]
    public void Rejects_a_negative_deviation()
    {
        GaussianNoise noise = new(new Interval(0, 1));
        Says<ArgumentOutOfRangeException>(() => new GaussianNoise(new Interval(-1, 1)), "the range was given as [-1, 1]");
        Says<ArgumentOutOfRangeException>(() => noise with { Deviation = new(-1, 1) }, "the range was given as [-1, 1]");
    }

    [Fact]
    public void Rejects_a_choice_among_nothing() => Says<ArgumentOutOfRangeException>(
        () => new SampleStream(0, 0, 0).NextIndex(0), "A draw needs at least 1 number to choose from; it was given 0");

    private static void Says<T>(Func<object?> refused, params string[] parts)
        where T : Exception
    {
        T exception = Assert.Throws<T>(() => { refused(); });
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }
}
