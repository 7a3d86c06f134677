using System.Text;
using GCnn.Data;

namespace GCnn.Experiments.Predict;

/// <summary>A table in the making, to which whole rows are added at the end. A killed run leaves at most one torn row, which is cut off
/// when the next one goes on; two runs at once are refused.</summary>
internal sealed class PartFile : IDisposable
{
    private readonly FileStream _file;
    private readonly string _path;

    private PartFile(FileStream file, string path) => (_file, _path) = (file, path);

    /// <summary>What is in it.</summary>
    public PredictSummary Summary { get; private set; }

    /// <summary>Opens or makes the file, checks that its rows are those of the images in their order, and cuts off what is torn.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="count">How many images there are.</param>
    /// <param name="idAt">The object at a place.</param>
    /// <param name="onBad">Whether images may be missing.</param>
    /// <exception cref="DataException">The rows are of something else, or another run is writing; one sentence.</exception>
    public static PartFile Open(string path, PredictionColumns columns, long count, Func<long, string> idAt, BadImageRule onBad)
    {
        var part = new PartFile(Locked(path), path);
        try
        {
            var rows = new RowReader(part._file);
            long end = part.ReadRows(rows, columns, new PlaceFinder(count, idAt, onBad == BadImageRule.Skip));
            part._file.SetLength(end);
            part._file.Position = end;
            if (end == 0)
            {
                part.Append(Encoding.UTF8.GetBytes(columns.Header), default);
            }

            return part;
        }
        catch
        {
            part.Dispose();
            throw;
        }
    }

    /// <summary>Adds rows, and hands them to the system at once: what was added survives the death of the program.</summary>
    /// <param name="rows">Whole rows.</param>
    /// <param name="summary">What is in them.</param>
    public void Append(ReadOnlySpan<byte> rows, PredictSummary summary)
    {
        _file.Write(rows);
        _file.Flush();
        Summary += summary;
    }

    /// <summary>Brings the file to the disk.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream Locked(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy) when (File.Exists(path))
        {
            throw new DataException($"'{path}' cannot be written ({busy.Message.TrimEnd('.')}); is another run writing it?", busy);
        }
    }

    private long ReadRows(RowReader rows, PredictionColumns columns, PlaceFinder places)
    {
        if (!rows.Read())
        {
            return 0;
        }

        if (!rows.Fields.SequenceEqual(columns.Names))
        {
            throw new DataException($"'{_path}' does not begin with the columns of this run; begin anew with --fresh.");
        }

        while (rows.Read())
        {
            if (columns.Read(rows.Fields) is not { } row || !places.Find(rows.Fields[0], out long passed))
            {
                throw new DataException(
                    $"'{_path}' is damaged: row {Summary.Rows + 1}, of '{rows.Fields[0]}', does not belong there; begin anew with " +
                    "--fresh.");
            }

            Summary += row with { Skipped = passed };
        }

        return rows.End;
    }
}
