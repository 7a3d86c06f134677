using GCnn.Augment;

namespace GCnn.Experiments.Data.Sky;

/// <summary>Draws between two numbers, in the words of <see cref="SkyDraw"/>.</summary>
internal static class SkyRandom
{
    /// <summary>Uniform between two numbers.</summary>
    public static double Between(this SampleStream random, double low, double high) => random.NextUniform(new Interval(low, high));

    /// <summary>Uniform in the logarithm between two positive numbers.</summary>
    public static double BetweenLogs(this SampleStream random, double low, double high) => random.NextLogUniform(new Interval(low, high));
}
