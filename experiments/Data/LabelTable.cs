using CsvHelper;
using GCnn.Data;

namespace GCnn.Experiments.Data;

/// <summary>The rows of <c>labels.csv</c>, in its order: every field filled, no object and no image twice.</summary>
public sealed class LabelTable
{
    private static readonly CsvReaderOptions Options = new()
    {
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
        TrimWhitespace = true,
    };

    private LabelTable(IReadOnlyList<LabelRow> rows) => Rows = rows;

    /// <summary>The rows in the file's order.</summary>
    public IReadOnlyList<LabelRow> Rows { get; }

    /// <summary>Reads an archive's table of labels: UTF-8, a header, fields between commas (or semicolons, or tabs), quotes as in RFC 4180.
    /// </summary>
    /// <exception cref="DataException">The table cannot be read, lacks a column, has an empty field, has no row, or names an object
    /// or an image twice.</exception>
    public static LabelTable Read(ImageArchive archive, LabelColumns columns)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(columns);
        var place = $"{ImageArchive.LabelsName} of '{archive.Location}'";
        try
        {
            using var csv = CsvReader.Create(archive.Read(ImageArchive.LabelsName), Options);
            return Checked(ReadRows(csv, columns, place), place);
        }
        catch (CsvFormatException bad)
        {
            throw new DataException($"The {place} is not well-formed CSV in line {bad.LineNumber}: {bad.Message}", bad);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new DataException($"The {place} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static List<LabelRow> ReadRows(CsvReader csv, LabelColumns columns, string place)
    {
        string[] names = [columns.ObjectId, columns.Label, columns.File];
        var indices = Array.ConvertAll(names, name => csv.TryGetFieldIndex(name, out var index)
            ? index
            : throw new DataException($"The {place} has no column '{name}' (its columns: {string.Join(", ", csv.Headers)}); "
                + "add it, or say which column to use."));
        var rows = new List<LabelRow>();
        while (csv.Read())
        {
            var fields = Array.ConvertAll(indices, csv.GetString);
            var empty = Array.FindIndex(fields, string.IsNullOrWhiteSpace);
            if (empty >= 0)
                throw new DataException($"The {place} has no '{names[empty]}' in line {csv.LineNumber}.");
            rows.Add(new(fields[0], fields[1], ArchivePath.Normalise(fields[2]), csv.LineNumber));
        }

        return rows;
    }

    private static LabelTable Checked(List<LabelRow> rows, string place)
    {
        if (rows.Count == 0)
            throw new DataException($"The {place} has no rows below its header.");
        RefuseTwice(rows, row => row.ObjectId, "the object", place);
        RefuseTwice(rows, row => row.File, "the image", place);
        return new(rows);
    }

    /// <summary>An object or an image that occurs twice could lie in the training and in the test part at once.</summary>
    private static void RefuseTwice(List<LabelRow> rows, Func<LabelRow, string> key, string what, string place)
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!seen.TryAdd(key(row), row.Line))
                throw new DataException($"The {place} has {what} '{key(row)}' twice, in lines {seen[key(row)]} and {row.Line}.");
        }
    }
}
