using CsvHelper;

namespace GCnn.Data;

/// <summary>Tables of labels as CSV: UTF-8, a header, fields between commas (or semicolons, or tabs), quotes as in RFC 4180. Whatever is
/// wrong with one becomes a sentence.</summary>
internal static class CsvTable
{
    // A header may be hostile: no sentence lists more columns.
    private const int ColumnsNamed = 40;

    private static readonly CsvReaderOptions Options = new()
    {
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
        TrimWhitespace = true,
    };

    /// <summary>Reads a table.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="place">The file's name for messages, such as <c>labels.csv of 'galaxies.zip'</c>.</param>
    /// <param name="read">Reads what is wanted of it.</param>
    /// <exception cref="DataException">The file is not well-formed.</exception>
    public static T Read<T>(byte[] csv, string place, Func<CsvReader, T> read)
    {
        try
        {
            using var reader = CsvReader.Create(csv, Options);
            return read(reader);
        }
        catch (CsvFormatException bad)
        {
            throw new DataException($"The {place} is not well-formed CSV in line {bad.LineNumber}: {bad.Message}", bad);
        }
    }

    /// <summary>Loads the file of a table.</summary>
    /// <param name="place">The file's name, for messages.</param>
    /// <param name="load">Loads it.</param>
    /// <exception cref="DataException">It cannot be read.</exception>
    public static byte[] Load(string place, Func<byte[]> load)
    {
        try
        {
            return load();
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new DataException($"The {place} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Whether a table has a column.</summary>
    public static bool Has(byte[] csv, string place, string column) => Read(csv, place, reader => reader.TryGetFieldIndex(column, out _));

    /// <summary>Where columns stand.</summary>
    /// <exception cref="DataException">A column is not there.</exception>
    public static int[] Find(CsvReader csv, string place, IReadOnlyList<string> names) =>
    [
        .. names.Select(name => csv.TryGetFieldIndex(name, out int index)
            ? index
            : throw new DataException(
                $"The {place} has no column '{name}' (its columns: {Listed(csv.Headers)}); add it, or say which column to use.")),
    ];

    /// <summary>The field of a row in a column.</summary>
    /// <exception cref="DataException">It is empty.</exception>
    public static string Field(CsvReader csv, string place, int index, string name)
    {
        string field = csv.GetString(index);
        return string.IsNullOrWhiteSpace(field)
            ? throw new DataException($"The {place} has no '{name}' in line {csv.LineNumber}.")
            : field;
    }

    /// <summary>Refuses a table without rows, and one in which a name occurs twice: the object could lie in the training and in the test
    /// part at once.</summary>
    /// <exception cref="DataException">There is no row, or a name twice.</exception>
    public static void RequireDistinct<T>(IReadOnlyList<T> rows, Func<T, (string Name, long Line)> key, string what, string place)
    {
        if (rows.Count == 0)
        {
            throw new DataException($"The {place} has no rows below its header.");
        }

        var seen = new Dictionary<string, long>(rows.Count, StringComparer.Ordinal);
        foreach ((string name, long line) in rows.Select(key))
        {
            if (!seen.TryAdd(name, line))
            {
                throw new DataException($"The {place} has {what} '{name}' twice, in lines {seen[name]} and {line}.");
            }
        }
    }

    private static string Listed(IReadOnlyList<string> headers)
    {
        string named = string.Join(", ", headers.Take(ColumnsNamed));
        return headers.Count > ColumnsNamed ? $"{named} and {headers.Count - ColumnsNamed} more" : named;
    }
}
