using GCnn.Groups;

namespace GCnn.Augment.Tests;

/// <summary>One of each augmentation of intensity, sky and combination, with ranges that do something.</summary>
internal static class Steps
{
    public static readonly ColourComponents Colours = new(
        [0.5, 0.02, 0.005], [[0.6, 0.64, 0.48], [0.8, -0.48, -0.36], [0, -0.6, 0.8]]);

    public static readonly IReadOnlyDictionary<string, Augmentation> All = new Augmentation[]
    {
        new BrightnessContrast { Brightness = new(-0.1, 0.1), Contrast = new(0.5, 2) },
        new Saturation(new Interval(0, 2)),
        new Gamma(new Interval(0.4, 2.5)),
        new PcaColour(Colours, 0.3),
        new GaussianNoise(new Interval(0.1, 0.2)),
        new RelativeGaussianNoise(new Interval(3, 30)),
        new RelativeGaussianNoise(new Interval(3, 30), SignalLevel.Mean),
        new PoissonNoise(new Interval(1, 30)),
        new PoissonNoise(new Interval(1, 30), SignalLevel.Mean),
        new PixelDropout(new Interval(0, 0.5), 0.25),
        new CutOut(new Interval(3, 9), -1),
        new GaussianBlur(new Interval(0, 4)),
        new MoffatBlur(new Interval(0, 3), 3),
        new LuptonStretch(new Interval(0.1, 1), new Interval(1, 10)),
        new BackgroundSubtraction(),
        new BackgroundSubtraction { Region = BackgroundRegion.Border, BorderWidth = 3, Clip = 2 },
        new CentroidRecentring { Threshold = 0.5 },
        new ImageStandardisation(),
        new ImageStandardisation(PerChannel: true),
        new Standardisation([0.4, 0.5, 0.6], [0.2, 0.3, 0.25]),
        new Sequence([new RandomFlip(true, true), new Gamma(new Interval(0.5, 2))]),
        new OneOf([new GaussianBlur(new Interval(1, 3)), new Gamma(new Interval(0.5, 2)), new RandomFlip()], [1, 2, 3]),
        new WithProbability(0.5, new RandomPointElement(PlaneGroup.P4m)),
        new Repeat(new CutOut(new Interval(2, 5)), 0, 4),
    }.Select((step, n) => (step, n)).ToDictionary(pair => $"{pair.n} {pair.step.GetType().Name}", pair => pair.step);

    public static TheoryData<string> Names => [.. All.Keys];

    public static StepParameters[] Draw(Augmentation step, int count) => [.. Examples.Streams(count).Select(step.Draw)];
}
