namespace GCnn.Experiments.Evaluation;

/// <summary>
/// Whether a model's probabilities can be believed: of all predictions made with a confidence of about 0.8, eight in ten should be right.
/// </summary>
/// <remarks>
/// The confidence of a prediction is the probability of the class it names. Predictions are put into bins of equal width by their
/// confidence;
/// the expected calibration error is <c>Σ_b n_b / N |accuracy_b − confidence_b|</c>. Source: [Guo2017], section 2.
/// </remarks>
public sealed class Calibration : IEquatable<Calibration>
{
    /// <summary>The number of bins, unless asked otherwise.</summary>
    public const int DefaultBins = 15;

    private readonly CalibrationBin[] _bins;

    private Calibration(CalibrationBin[] bins) => _bins = bins;

    /// <summary>The bins, from 0 to 1; empty ones too.</summary>
    public IReadOnlyList<CalibrationBin> Bins => _bins;

    /// <summary>The expected calibration error.</summary>
    public double Error => _bins.Where(bin => bin.Count > 0).Sum(bin => bin.Count * Math.Abs(bin.Accuracy - bin.Confidence))
        / _bins.Sum(bin => bin.Count);

    /// <summary>Puts predictions into bins.</summary>
    /// <param name="logits">The scores, whose softmax are the probabilities.</param>
    /// <param name="actual">True classes.</param>
    /// <param name="bins">The number of bins.</param>
    /// <exception cref="ArgumentException">The numbers of objects differ, there are none, or no bin.</exception>
    public static Calibration Of(Logits logits, IReadOnlyList<int> actual, int bins = DefaultBins)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(actual);
        if (logits.Count != actual.Count || actual.Count == 0 || bins < 1)
        {
            throw new ArgumentException(
                $"Calibration: {logits.Count} predictions for {actual.Count} objects in {bins} bins; each object needs one, and there must be " +
                "an object and a bin.",
                nameof(logits));
        }

        var of = Enumerable.Range(0, actual.Count)
            .Select(i => (Confidence: logits.Probabilities(i).Max(), Right: logits.ClassOf(i) == actual[i]))
            .ToLookup(prediction => Math.Min(bins - 1, (int)(prediction.Confidence * bins)));
        return new Calibration([.. Enumerable.Range(0, bins).Select(b => new CalibrationBin(
            (double)b / bins, (b + 1.0) / bins, of[b].Count(), Mean(of[b], p => p.Confidence), Mean(of[b], p => p.Right ? 1 : 0)))]);
    }

    /// <inheritdoc/>
    public bool Equals(Calibration? other) => other is not null && _bins.AsSpan().SequenceEqual(other._bins);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Calibration);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_bins.Length, Error);

    private static double Mean<T>(IEnumerable<T> of, Func<T, double> value) => of.Select(value).DefaultIfEmpty(0).Average();
}
