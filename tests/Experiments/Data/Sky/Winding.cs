using System.Numerics;
using GCnn.Experiments.Data;

namespace GCnn.Experiments.Tests.Data.Sky;

/// <summary>Which way the arms of a galaxy wind, from logarithmic spirals fitted to its pixels: positive where arms followed outwards wind
/// anticlockwise as seen on screen (the letter Z), negative for the letter S, and exactly opposite for a mirror image up to rounding.</summary>
internal static class Winding
{
    public static double[] MeanOfClasses(GalaxySet set) =>
    [
        .. set.Task.Classes.Select((_, c) =>
            Enumerable.Range(0, set.Count).Where(i => set.Classes[i] == c).Average(i => Of(set.Image(i), set.Size))),
    ];

    public static double Of(ReadOnlySpan<float> planes, int size)
    {
        var pixels = Annulus(planes, size);
        var (difference, sum) = (0.0, 0.0);
        foreach (var arms in (int[])[1, 2, 3])
        {
            for (var tightness = 1; tightness <= 8; tightness++)
            {
                var (z, s) = (Power(pixels, arms, -tightness), Power(pixels, arms, tightness));
                difference += z - s;
                sum += z + s;
            }
        }

        return difference / sum;
    }

    /// <summary>Light relative to the mean of its ring, with ring weights that count every radius alike.</summary>
    private static List<(double LogRadius, double Angle, double Value)> Annulus(ReadOnlySpan<float> planes, int size)
    {
        var area = size * size;
        var pixels = new List<(int Ring, double Radius, double Angle, double Light)>();
        for (var i = 0; i < area; i++)
        {
            var (x, y) = ((i % size) - ((size - 1) / 2.0), ((size - 1) / 2.0) - (i / size));
            var radius = Math.Sqrt((x * x) + (y * y));
            if (radius > 0.06 * size && radius < 0.36 * size)
                pixels.Add(((int)radius, radius, Math.Atan2(y, x), planes[i] + planes[area + i] + planes[(2 * area) + i]));
        }

        var means = pixels.GroupBy(p => p.Ring).ToDictionary(ring => ring.Key, ring => ring.Average(p => p.Light));
        return [.. pixels.Select(p => (Math.Log(p.Radius), p.Angle, (p.Light - means[p.Ring]) / (means[p.Ring] + 0.05) / p.Radius / p.Radius))];
    }

    private static double Power(List<(double LogRadius, double Angle, double Value)> pixels, int arms, int tightness)
    {
        var sum = Complex.Zero;
        foreach (var (logRadius, angle, value) in pixels)
            sum += value * Complex.FromPolarCoordinates(1, (arms * angle) + (tightness * logRadius));
        return (sum * Complex.Conjugate(sum)).Real;
    }
}
