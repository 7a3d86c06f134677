using GCnn.Images;

namespace GCnn.Experiments.Kernels;

/// <summary>Colours for signed numbers: white at zero, towards red above and towards blue below, in proportion.</summary>
public static class DivergingColour
{
    private static readonly RgbColour Lowest = new(33, 102, 172);
    private static readonly RgbColour Highest = new(178, 24, 43);

    /// <summary>The colour of a value from −1 to 1; others are clipped.</summary>
    /// <param name="value">The value.</param>
    public static RgbColour Of(double value)
    {
        RgbColour end = value < 0 ? Lowest : Highest;
        double part = Math.Min(1, Math.Abs(value));
        byte Mix(byte channel) => (byte)Math.Round(255 + (part * (channel - 255)));
        return new RgbColour(Mix(end.Red), Mix(end.Green), Mix(end.Blue));
    }
}
