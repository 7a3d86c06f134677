namespace GCnn.Experiments.Predict;

/// <summary>What is in a file of predictions.</summary>
/// <param name="Rows">Rows, those of bad images included.</param>
/// <param name="Bad">Rows of images that could not be read.</param>
/// <param name="Skipped">Images that could not be read and have no row.</param>
/// <param name="LargestSpread">The largest orbit spread of any row; null where there is none.</param>
public readonly record struct PredictSummary(long Rows, long Bad, long Skipped, double? LargestSpread)
{
    /// <summary>Images that were dealt with, with a row or without.</summary>
    public long Images => Rows + Skipped;

    /// <summary>Both together.</summary>
    /// <param name="first">What is in one part.</param>
    /// <param name="second">What is in the other.</param>
    public static PredictSummary operator +(PredictSummary first, PredictSummary second) => new(
        first.Rows + second.Rows, first.Bad + second.Bad, first.Skipped + second.Skipped,
        first.LargestSpread is { } one && second.LargestSpread is { } other ? Math.Max(one, other)
            : first.LargestSpread ?? second.LargestSpread);
}
