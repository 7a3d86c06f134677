using System.Globalization;

namespace GCnn.Experiments.Predict;

/// <summary>The rows of a file of predictions: CSV as in RFC 4180, in UTF-8, each line ended by a line feed.</summary>
/// <param name="answers">What an answer consists of.</param>
internal sealed class PredictionColumns(Answers answers)
{
    /// <summary>The status of a good row.</summary>
    public const string Good = "ok";

    // Reasons are sentences, and may quote what is in a file.
    private const int LongestReason = 160;

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Names { get; } = ["object_id", "predicted_class", .. answers.Columns, "orbit_spread", "status"];

    /// <summary>The line with the names.</summary>
    public string Header => Line(Names);

    /// <summary>The row of an answer.</summary>
    /// <param name="id">The object.</param>
    /// <param name="probabilities">The answer.</param>
    /// <param name="spread">The orbit spread; null where none was computed.</param>
    public string Row(string id, float[] probabilities, float? spread) => Line(
        [id, answers.ClassOf(probabilities), .. probabilities.Select(Number), spread is { } change ? Number(change) : "", Good]);

    /// <summary>The row of an image that could not be read.</summary>
    /// <param name="id">The object.</param>
    /// <param name="reason">Why.</param>
    public string BadRow(string id, string reason) => Line(
        [id, "", .. answers.Columns.Select(_ => ""), "", reason.Length > LongestReason ? reason[..LongestReason] + "..." : reason]);

    /// <summary>What one row adds to a summary.</summary>
    /// <param name="fields">The row's fields.</param>
    /// <returns>The summary of it alone; null where the fields are no row of this file.</returns>
    public PredictSummary? Read(IReadOnlyList<string> fields)
    {
        if (fields.Count != Names.Count)
        {
            return null;
        }

        bool bad = fields[^1] != Good;
        return fields[^2].Length == 0 ? new PredictSummary(1, bad ? 1 : 0, 0, null)
            : double.TryParse(fields[^2], NumberStyles.Float, CultureInfo.InvariantCulture, out double spread)
                ? new PredictSummary(1, bad ? 1 : 0, 0, spread)
                : null;
    }

    // The fewest digits that read back as the same number of 32 bits.
    private static string Number(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Fields as a line.</summary>
    /// <param name="fields">The fields.</param>
    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Quoted)) + '\n';

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
