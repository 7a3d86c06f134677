using System.Globalization;
using CsvHelper;

namespace GCnn.Data;

/// <summary>The table of Galaxy Zoo 2 votes as Kaggle's Galaxy Zoo challenge has it: <c>GalaxyID</c> and 37 columns <c>Class1.1</c> to
/// <c>Class11.6</c>, the fraction of all volunteers who came to a question of the decision tree and gave an answer.</summary>
/// <remarks>
/// The fractions below a question add up to that of the answer that leads to it: <c>Class1.1 + Class1.2 + Class1.3 = 1</c> (smooth;
/// features or a disk; star or artefact), <c>Class2.1 + Class2.2 = Class1.2</c> (seen edge-on; not). Source: [Willett2013], table 2, and
/// the challenge's description of its file.
/// </remarks>
public static class GalaxyZooVotes
{
    /// <summary>The column of the objects' ids; the image of an object is <c>id.jpg</c>.</summary>
    public const string IdColumn = "GalaxyID";

    /// <summary>The fraction of votes above which a class is believed, unless asked otherwise.</summary>
    public const double DefaultThreshold = 0.8;

    private static readonly int[] Answers = [3, 2, 2, 2, 4, 2, 3, 7, 3, 3, 6];

    /// <summary>The 37 columns of answers, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        [.. Answers.SelectMany((answers, question) => Enumerable.Range(1, answers).Select(answer => $"Class{question + 1}.{answer}"))];

    /// <summary>Three classes by threshold: <c>smooth</c> where <c>Class1.1</c> reaches it, <c>featured</c> where <c>Class2.2</c> does
    /// (features or a disk, and not edge-on), <c>edge-on</c> where <c>Class2.1</c> does. At most one can hold above a half; objects of
    /// which none holds are not used.</summary>
    /// <param name="threshold">The fraction of votes needed, above 0.5 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Two classes could hold at once, or none ever.</exception>
    public static IReadOnlyList<ThresholdRule> SmoothFeaturedEdgeOn(double threshold = DefaultThreshold) => threshold is > 0.5 and <= 1
        ? [new("smooth", "Class1.1", threshold), new("featured", "Class2.2", threshold), new("edge-on", "Class2.1", threshold)]
        : throw new ArgumentOutOfRangeException(
            nameof(threshold), $"A fraction of votes above 0.5 and at most 1 decides for one class; {threshold} was given.");

    /// <summary>Reads a table.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="place">The file's name, for messages.</param>
    /// <exception cref="DataException">It is not well-formed, lacks a column, has an id that is no whole number or occurs twice, or a
    /// fraction that is no number from 0 to 1.</exception>
    public static NumberLabels Parse(byte[] csv, string place)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return CsvTable.Read(csv, place, reader => Read(reader, place));
    }

    private static NumberLabels Read(CsvReader csv, string place)
    {
        int[] places = CsvTable.Find(csv, place, [IdColumn, .. Columns]);
        var ids = new List<(string Id, long Line)>();
        var values = new List<float>();
        while (csv.Read())
        {
            ids.Add((Id(CsvTable.Field(csv, place, places[0], IdColumn), csv.LineNumber, place), csv.LineNumber));
            for (int i = 0; i < Columns.Count; i++)
            {
                values.Add(Fraction(CsvTable.Field(csv, place, places[i + 1], Columns[i]), Columns[i], csv.LineNumber, place));
            }
        }

        CsvTable.RequireDistinct(ids, row => row, "the object", place);
        return new NumberLabels(Columns, [.. ids.Select(row => row.Id)], [.. values]);
    }

    private static string Id(string field, long line, string place) => field.All(char.IsAsciiDigit)
        ? field
        : throw new DataException($"The {place} has the {IdColumn} '{field}' in line {line}; a whole number is needed.");

    private static float Fraction(string field, string column, long line, string place) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out float fraction) && fraction is >= 0 and <= 1
            ? fraction
            : throw new DataException(
                $"The {place} has '{field}' for {column} in line {line}; a fraction of votes is a number from 0 to 1.");
}
