namespace GCnn.Augment;

/// <summary>Numbers of the Poisson distribution from a sample's stream.</summary>
/// <remarks>
/// Below a mean of 10 by inversion, the distribution function added up until it passes one uniform number. From 10 by transformed
/// rejection [Hormann1993], algorithm PTRS, of which 7 in 8 draws need no logarithm. Above 10⁹ by the rounded normal distribution, whose
/// skewness differs by less than 4e-5.
/// </remarks>
internal static class PoissonSampler
{
    private const double Small = 10;
    private const double Large = 1e9;

    /// <summary><c>ln k!</c> of the numbers for which Stirling's series is not yet exact to rounding.</summary>
    private static readonly double[] LogFactorials = [.. Enumerable.Range(0, 16).Select(k => Enumerable.Range(1, k).Sum(i => Math.Log(i)))];

    /// <summary>A number with a given mean, above 0 and finite.</summary>
    public static double Next(SampleStream stream, double mean) => mean switch
    {
        < Small => ByInversion(stream, mean),
        < Large => ByRejection(stream, mean),
        _ => Math.Round(mean + (Math.Sqrt(mean) * Normal(stream))),
    };

    private static double ByInversion(SampleStream stream, double mean)
    {
        double left = stream.NextUnit(), probability = Math.Exp(-mean);
        int k = 0;

        // The mass beyond 100 is below 1e-60; the bound only ends a sum that rounding keeps under the uniform number.
        while (left >= probability && k < 100)
        {
            left -= probability;
            k++;
            probability *= mean / k;
        }

        return k;
    }

    private static double ByRejection(SampleStream stream, double mean)
    {
        double b = 0.931 + (2.53 * Math.Sqrt(mean)), a = -0.059 + (0.02483 * b);
        double inverseAlpha = 1.1239 + (1.1328 / (b - 3.4)), sure = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            double u = stream.NextUnit() - 0.5, v = stream.NextUnit();
            double distance = 0.5 - Math.Abs(u), k = Math.Floor((((2 * a / distance) + b) * u) + mean + 0.43);
            if (distance >= 0.07 && v <= sure)
            {
                return k;
            }

            if (k >= 0 && (distance >= 0.013 || v <= distance)
                && Math.Log(v * inverseAlpha / ((a / (distance * distance)) + b)) <= LogProbability(k, mean))
            {
                return k;
            }
        }
    }

    private static double LogProbability(double k, double mean) => (k * Math.Log(mean)) - mean - LogFactorial(k);

    /// <summary><c>ln k!</c>, from 16 by Stirling's series, whose first term that is left out is below 1e-11.</summary>
    private static double LogFactorial(double k)
    {
        if (k < LogFactorials.Length)
        {
            return LogFactorials[(int)k];
        }

        double x = 1 / (k * k);
        return ((k + 0.5) * Math.Log(k)) - k + (0.5 * Math.Log(2 * Math.PI)) + (((1 / 12.0) - (x * ((1 / 360.0) - (x / 1260)))) / k);
    }

    private static double Normal(SampleStream stream)
    {
        float value = 0;
        stream.FillNormal(new Span<float>(ref value));
        return value;
    }
}
