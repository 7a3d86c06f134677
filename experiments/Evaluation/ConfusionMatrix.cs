namespace GCnn.Experiments.Evaluation;

/// <summary>How many objects of each class were taken for each class, and what follows from it.</summary>
public sealed class ConfusionMatrix : IEquatable<ConfusionMatrix>
{
    private readonly int[] _counts;

    private ConfusionMatrix(int classes, int[] counts) => (Classes, _counts) = (classes, counts);

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of objects.</summary>
    public int Objects => _counts.Sum();

    /// <summary>The objects of one class that were taken for another.</summary>
    /// <param name="actual">Their true class.</param>
    /// <param name="predicted">The class they were taken for.</param>
    public int this[int actual, int predicted] => _counts[(actual * Classes) + predicted];

    /// <summary>The fraction of objects whose class is right.</summary>
    public double Accuracy => (double)Enumerable.Range(0, Classes).Sum(c => this[c, c]) / Objects;

    /// <summary>Counts.</summary>
    /// <param name="predicted">Predicted classes.</param>
    /// <param name="actual">True classes.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">The numbers of objects differ, there are none, or a class is none of these.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<int> predicted, IReadOnlyList<int> actual, int classes)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(actual);
        if (predicted.Count != actual.Count || actual.Count == 0)
        {
            throw new ArgumentException(
                $"ConfusionMatrix: {predicted.Count} predictions for {actual.Count} objects; each object needs one, and at least one object.",
                nameof(predicted));
        }

        if (predicted.Concat(actual).FirstOrDefault(c => c < 0 || c >= classes, -1) is var odd and not -1)
        {
            throw new ArgumentException($"ConfusionMatrix: {odd} is none of the classes 0 to {classes - 1}.", nameof(predicted));
        }

        var counts = new int[classes * classes];
        foreach ((int p, int a) in predicted.Zip(actual))
        {
            counts[(a * classes) + p]++;
        }

        return new ConfusionMatrix(classes, counts);
    }

    /// <summary>The fraction of a class's objects that were taken for it; null where it has none.</summary>
    /// <param name="of">The class.</param>
    public double? Recall(int of) => Fraction(this[of, of], Enumerable.Range(0, Classes).Sum(c => this[of, c]));

    /// <summary>The fraction of the objects taken for a class that are of it; null where none was.</summary>
    /// <param name="of">The class.</param>
    public double? Precision(int of) => Fraction(this[of, of], Enumerable.Range(0, Classes).Sum(c => this[c, of]));

    /// <summary>The counts, a row for each true class.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Rows() => [.. _counts.Chunk(Classes)];

    /// <inheritdoc/>
    public bool Equals(ConfusionMatrix? other) => other is not null && Classes == other.Classes && _counts.AsSpan().SequenceEqual(other._counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConfusionMatrix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Classes, Objects);

    /// <summary>The rows.</summary>
    public override string ToString() => string.Join("; ", Rows().Select(row => string.Join(' ', row)));

    private static double? Fraction(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
