using CsvHelper;

namespace GCnn.Data;

/// <summary>A table of labels in our form: a class, as a word, and an image for each object. Every field is filled, no object and no image
/// is there twice.</summary>
public sealed class LabelTable
{
    private LabelTable(IReadOnlyList<LabelRow> rows) => Rows = rows;

    /// <summary>The rows in the file's order.</summary>
    public IReadOnlyList<LabelRow> Rows { get; }

    /// <summary>Whether a folder or a zip has a <c>labels.csv</c> that is not one of Galaxy Zoo's votes.</summary>
    /// <param name="path">The folder or zip, or any other file.</param>
    /// <exception cref="DataException">There are several, or it cannot be read.</exception>
    public static bool IsIn(string path) =>
        LabelFile.Find(path, null) is { } file && !CsvTable.Has(file.Content, file.Place, GalaxyZooVotes.IdColumn);

    /// <summary>Reads the table of an archive: UTF-8, a header, fields between commas (or semicolons, or tabs), quotes as in RFC 4180.
    /// </summary>
    /// <param name="archive">The archive.</param>
    /// <param name="columns">The columns' names.</param>
    /// <exception cref="DataException">The table cannot be read, lacks a column, has an empty field, has no row, or names an object
    /// or an image twice.</exception>
    public static LabelTable Read(ImageArchive archive, LabelColumns columns)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(columns);
        var place = $"{ImageArchive.LabelsName} of '{archive.Location}'";
        return Parse(CsvTable.Load(place, () => archive.Read(ImageArchive.LabelsName)), place, columns);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="place">The file's name, for messages.</param>
    /// <param name="columns">The columns' names.</param>
    /// <exception cref="DataException">The table is not well-formed, lacks a column, has an empty field, has no row, or names an object
    /// or an image twice.</exception>
    public static LabelTable Parse(byte[] csv, string place, LabelColumns columns)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(columns);
        var rows = CsvTable.Read(csv, place, reader => ReadRows(reader, columns, place));
        CsvTable.RequireDistinct(rows, row => (row.ObjectId, row.Line), "the object", place);
        CsvTable.RequireDistinct(rows, row => (row.File, row.Line), "the image", place);
        return new(rows);
    }

    /// <summary>The labels: the words are the classes, in the order of their characters' codes.</summary>
    public ClassLabels ToLabels() => ClassLabels.FromWords([.. Rows.Select(row => row.ObjectId)], [.. Rows.Select(row => row.Label)]);

    private static List<LabelRow> ReadRows(CsvReader csv, LabelColumns columns, string place)
    {
        string[] names = [columns.ObjectId, columns.Label, columns.File];
        var indices = CsvTable.Find(csv, place, names);
        var rows = new List<LabelRow>();
        while (csv.Read())
        {
            var fields = new string[names.Length];
            for (var i = 0; i < names.Length; i++)
                fields[i] = CsvTable.Field(csv, place, indices[i], names[i]);
            rows.Add(new(fields[0], fields[1], ArchivePath.Normalise(fields[2]), csv.LineNumber));
        }

        return rows;
    }
}
