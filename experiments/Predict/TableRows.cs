using GCnn.Data;

namespace GCnn.Experiments.Predict;

/// <summary>The rows of a whole table, one after another.</summary>
internal sealed class TableRows : IDisposable
{
    private readonly FileStream _file;
    private readonly RowReader _rows;
    private readonly PredictionColumns _columns;
    private readonly string _path;

    /// <summary>Opens a table and reads its header.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="DataException">It has others.</exception>
    public TableRows(string path, PredictionColumns columns)
    {
        (_path, _columns, _file) = (path, columns, File.OpenRead(path));
        _rows = new RowReader(_file);
        if (!_rows.Read() || !_rows.Fields.SequenceEqual(columns.Names))
        {
            _file.Dispose();
            throw Damaged();
        }
    }

    /// <summary>The object of the last row.</summary>
    public string Id => _rows.Fields[0];

    /// <summary>The last row's fields.</summary>
    public IReadOnlyList<string> Fields => _rows.Fields;

    /// <summary>What the last row adds to a summary.</summary>
    public PredictSummary Row { get; private set; }

    /// <summary>What is in a table.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="DataException">It is damaged, or has other columns.</exception>
    public static PredictSummary SummaryOf(string path, PredictionColumns columns)
    {
        using var rows = new TableRows(path, columns);
        PredictSummary summary = default;
        while (rows.Read())
        {
            summary += rows.Row;
        }

        return summary;
    }

    /// <summary>Reads the next row.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="DataException">The table is damaged.</exception>
    public bool Read()
    {
        if (!_rows.Read())
        {
            return _rows.End == _file.Length ? false : throw Damaged();
        }

        Row = _columns.Read(_rows.Fields) ?? throw Damaged();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private DataException Damaged() => new($"'{_path}' is damaged after {_rows.End} bytes; predict again with --fresh.");
}
