namespace GCnn.Experiments.Reports.Html;

/// <summary>A number from a sample, and its standard error.</summary>
/// <param name="Value">The number.</param>
/// <param name="Error">Its standard error.</param>
internal readonly record struct Estimate(double Value, double Error)
{
    /// <summary>
    /// The mean over classes of the mean of their objects, as of balanced accuracy. With <c>s_c²</c> the variance of the <c>n_c</c> objects
    /// of class <c>c</c>, of <c>C</c> that occur, the standard error is <c>√(Σ_c s_c² / n_c) / C</c>.
    /// </summary>
    /// <param name="values">A number for each object, such as 1 where the class is right and 0 where not, or a difference of such.</param>
    /// <param name="classes">The objects' classes.</param>
    public static Estimate Balanced(IReadOnlyList<double> values, IReadOnlyList<int> classes)
    {
        Estimate[] means = [.. classes.Zip(values).GroupBy(pair => pair.First, (_, pairs) => Mean([.. pairs.Select(pair => pair.Second)]))];
        return new Estimate(
            means.Average(mean => mean.Value), Math.Sqrt(means.Sum(mean => mean.Error * mean.Error)) / means.Length);
    }

    /// <summary>The mean, with <c>s / √n</c>; of one number the error is not known and 0 stands for it.</summary>
    public static Estimate Mean(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return new Estimate(mean, values.Count < 2 ? 0 : Math.Sqrt(squares / (values.Count - 1) / values.Count));
    }

    /// <summary>The same number with another error beside its own, independent of it.</summary>
    public Estimate With(double error) => new(Value, Math.Sqrt((Error * Error) + (error * error)));
}
