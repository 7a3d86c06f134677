namespace GCnn.Augment;

/// <summary>The levels of images.</summary>
internal static class SignalLevels
{
    /// <summary>The level of some pixels; 0 where there is no light, that is, where it would be negative or is no number.</summary>
    public static double Of(this SignalLevel level, ReadOnlySpan<double> pixels)
    {
        double value = level is SignalLevel.Peak ? Peak(pixels) : Mean(pixels);
        return value > 0 && double.IsFinite(value) ? value : 0;
    }

    /// <summary>Refuses a signal-to-noise ratio that is none.</summary>
    public static Interval RequireRatio(Interval value) => value.Low > 0 && value.High <= 1e6
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(value), $"A signal-to-noise ratio is above 0 and at most 1000000; the range was given as {value}.");

    private static double Peak(ReadOnlySpan<double> pixels)
    {
        double peak = double.NegativeInfinity;
        foreach (double pixel in pixels)
        {
            peak = pixel > peak ? pixel : peak;
        }

        return peak;
    }

    private static double Mean(ReadOnlySpan<double> pixels)
    {
        double sum = 0;
        foreach (double pixel in pixels)
        {
            sum += pixel;
        }

        return sum / pixels.Length;
    }
}
