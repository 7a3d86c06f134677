using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class IntensityMessages
{
    [Fact]
    public void Rejects_ranges_that_are_none()
    {
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new Saturation(new Interval(-1, 1)), "factor of saturation is at least 0", "[-1, 1]");
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new Gamma(new Interval(0, 1)), "A gamma is above 0; the range was given as [0, 1]. 1 keeps");
        Sentence.Is<ArgumentOutOfRangeException>(() => new Gamma(new Interval(1, 1)) with { Exponent = default }, "given as [0, 0]");
        Sentence.Is<ArgumentOutOfRangeException>(() => new PoissonNoise(new Interval(0, 9)), "above 0 and at most 1000000", "[0, 9]");
        Sentence.Is<ArgumentOutOfRangeException>(() => new RelativeGaussianNoise(new Interval(1, 1e7)), "at most 1000000");
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new PixelDropout(new Interval(0, 50)), "rate of dead pixels is from 0 to 1", "[0, 50]");
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new PixelDropout(new Interval(0, 1), double.NaN), "finite number; it was given as NaN");
        Sentence.Is<ArgumentOutOfRangeException>(() => new CutOut(new Interval(-1, 1)), "side of a hole is at least 0");
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new CutOut(new Interval(1, 1), double.PositiveInfinity), "value inside a hole is a finite");
        Sentence.Is<ArgumentOutOfRangeException>(() => new PcaColour(Steps.Colours, -1), "at least 0; it was given as -1");
    }

    [Fact]
    public void Rejects_colour_components_that_are_none()
    {
        Sentence.Is<ArgumentException>(() => new ColourComponents([1, 2], [[1, 0]]), "given as 2 variances and 1 directions of 2 numbers");
        Sentence.Is<ArgumentException>(() => new ColourComponents([], []), "given as 0 variances");
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new ColourComponents([1, -2], [[1, 0], [0, 1]]), "at least 0; they were given as [1, -2]");
        Sentence.Is<ArgumentException>(() => new ColourComponents([1, 2], [[1, 0], [1, 0]]), "inner product of directions 0 and 1 is 1");
        Sentence.Is<ArgumentException>(() => new ColourComponents([1], [[2]]), "unit vectors", "directions 0 and 0 is 4");
        Sentence.Is<ArgumentException>(() => new ColourComponents([1], [[double.NaN]]), "unit vectors");
    }

    [Fact]
    public void Rejects_images_to_which_no_components_fit()
    {
        Sentence.Is<ArgumentException>(() => ColourComponents.Fit([]), "need at least one image; none was given");
        Sentence.Is<ArgumentException>(() => ColourComponents.Fit([zeros(3, 3)]), "one was given as [3, 3]");
        Sentence.Is<ArgumentException>(() => ColourComponents.Fit([zeros(3, 2, 2), zeros(1, 2, 2)]), "one has 1 after others with 3");
        Sentence.Is<ArgumentException>(() => ColourComponents.Fit([zeros(3, 2, 2) / 0]), "has a NaN or an infinity");
    }

    [Fact]
    public void Rejects_images_of_other_channels()
    {
        PcaColour step = new(Steps.Colours);
        Sentence.Is<ArgumentException>(
            () => step.Apply(zeros(1, 4, 5, 5), Steps.Draw(step, 1)), "of 3 channels; the images have 4", "[1, 4, 5, 5]");
        Standardisation known = new([1, 2, 3], [1]);
        Sentence.Is<ArgumentException>(() => known.Apply(zeros(1, 4, 5, 5), Steps.Draw(known, 1)), "3 means; the images have 4 channels");
    }

    [Fact]
    public void Rejects_numbers_of_the_sky_that_are_none()
    {
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new GaussianBlur(new Interval(0, 100)), "FWHM in pixels is from 0 to 64", "[0, 100]");
        Sentence.Is<ArgumentOutOfRangeException>(() => new MoffatBlur(new Interval(1, 2), 1), "above 1 and at most 100; it was given as 1");
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new LuptonStretch(default, new Interval(1, 1)), "stretch of a Lupton stretch is above 0");
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new LuptonStretch(new Interval(1, 1), default), "softening of a Lupton stretch is above 0");
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new LuptonStretch(new Interval(1, 1), new Interval(1, 1), double.NaN), "level of black is a finite number");
        Sentence.Is<ArgumentOutOfRangeException>(() => new BackgroundSubtraction { BorderWidth = 0 }, "width of the border is from 1");
        Sentence.Is<ArgumentOutOfRangeException>(
            () => new BackgroundSubtraction { Clip = 0 }, "number of deviations to clip at", "given as 0");
        Sentence.Is<ArgumentOutOfRangeException>(() => new BackgroundSubtraction { Rounds = -1 }, "number of rounds is from 0 to 100");
        Sentence.Is<ArgumentOutOfRangeException>(() => new CentroidRecentring { Threshold = -1 }, "at least 0; it was given as -1");
        Sentence.Is<ArgumentException>(() => new Standardisation([], [1]), "a mean for each channel", "given as []");
        Sentence.Is<ArgumentException>(() => new Standardisation([1], [0]), "a finite number above 0; they were given as [0]");
    }

    [Fact]
    public void Rejects_the_parameters_of_another_step() => Assert.All(Steps.All.Values, step => Sentence.Is<ArgumentException>(
        () => step.Apply(zeros(1, 3, 5, 5), [new ForeignParameters()]), "ForeignParameters"));

    private sealed record ForeignParameters : StepParameters;
}
