namespace GCnn.Experiments.Evaluation;

/// <summary>
/// The mean of measurements with its 95 % confidence interval by Student's t: <c>mean ± t_{n−1} s / √n</c>. Source: [Student1908].
/// </summary>
/// <param name="Mean">The mean.</param>
/// <param name="HalfWidth">Half of the interval; null of a single measurement, which has none.</param>
/// <param name="Count">The number of measurements.</param>
public sealed record MeanInterval(double Mean, double? HalfWidth, int Count)
{
    /// <summary>Of measurements.</summary>
    /// <param name="values">The measurements, at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static MeanInterval Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            throw new ArgumentException("MeanInterval: no values were given; the mean of nothing is nothing.", nameof(values));
        }

        double mean = values.Average();
        if (values.Count == 1)
        {
            return new MeanInterval(mean, null, 1);
        }

        double variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        double quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, values.Count - 1, 0.975);
        return new MeanInterval(mean, quantile * Math.Sqrt(variance / values.Count), values.Count);
    }

    /// <summary>As <c>0.856 ± 0.012</c>.</summary>
    public override string ToString() => HalfWidth is { } half ? $"{Mean:0.000} ± {half:0.000}" : $"{Mean:0.000}";
}
