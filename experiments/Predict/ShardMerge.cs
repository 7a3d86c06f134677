using System.Text;
using GCnn.Data;

namespace GCnn.Experiments.Predict;

/// <summary>Puts the tables of all ranks together in the order of the data, one row of each in memory at a time.</summary>
/// <param name="options">The options of the run.</param>
/// <param name="images">The images.</param>
/// <param name="columns">The columns.</param>
/// <param name="identity">The identity of a rank's run.</param>
internal sealed class ShardMerge(
    PredictOptions options, ObjectImages images, PredictionColumns columns, Func<Shard, RunIdentity> identity)
{
    /// <summary>Merges, and deletes the ranks' tables.</summary>
    /// <param name="ranks">How many ranks there were.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What is in the table.</returns>
    public PredictSummary Run(int ranks, CancellationToken cancellation)
    {
        var whole = new PredictionFiles(options.Out);
        PredictionFiles[] parts = [.. Enumerable.Range(0, ranks).Select(rank => PredictionFiles.Of(options.Out, new Shard(rank, ranks)))];
        RunIdentity run = identity(Shard.Whole);
        if (File.Exists(whole.Table) && !options.Fresh)
        {
            // Killed between the last renaming and the deletion of the parts; or somebody else's.
            PredictionFiles.Require(RunIdentity.Read(whole.Identity), run, whole.Table);
            Array.ForEach(parts, part => part.Delete());
            PredictSummary there = TableRows.SummaryOf(whole.Table, columns);
            return there with { Skipped = images.Count - there.Rows };
        }

        for (int rank = 0; rank < ranks; rank++)
        {
            RequireDone(parts[rank], identity(new Shard(rank, ranks)));
        }

        PredictSummary summary = default;
        AtomicFile.Write(whole.Part, stream => summary = Merge(parts, stream, cancellation));
        run.Write(whole.PartIdentity);
        whole.End();
        Array.ForEach(parts, part => part.Delete());
        return summary;
    }

    private static void RequireDone(PredictionFiles part, RunIdentity run)
    {
        if (!File.Exists(part.Table))
        {
            string how = File.Exists(part.Part) ? "is not done" : "has not begun";
            throw new DataException(
                $"There is no '{part.Table}': its rank {how}. Predict it with --shard first; merging comes when all ranks are done.");
        }

        PredictionFiles.Require(RunIdentity.Read(part.Identity), run, part.Table);
    }

    private PredictSummary Merge(PredictionFiles[] parts, Stream to, CancellationToken cancellation)
    {
        var rows = new TableRows?[parts.Length];
        try
        {
            using var text = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
            text.Write(columns.Header);
            for (int rank = 0; rank < rows.Length; rank++)
            {
                rows[rank] = Next(new TableRows(parts[rank].Table, columns));
            }

            PredictSummary summary = default;
            for (long i = 0; i < images.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                summary += Take(rows, images.IdOf(i), text);
            }

            return Array.Find(rows, row => row is not null) is { } left
                ? throw new DataException($"'{options.Out}' cannot be merged: the row of '{left.Id}' is of no image of this data.")
                : summary;
        }
        finally
        {
            Array.ForEach(rows, row => row?.Dispose());
        }
    }

    /// <summary>Writes the row of an object, if it has one.</summary>
    private PredictSummary Take(TableRows?[] rows, string id, StreamWriter text)
    {
        int rank = Shard.RankOf(id, rows.Length);
        if (rows[rank] is not { } row || row.Id != id)
        {
            return options.OnBad == BadImageRule.Skip
                ? new PredictSummary(0, 0, 1, null)
                : throw new DataException($"'{options.Out}' cannot be merged: rank {rank} has no row of '{id}' where it belongs.");
        }

        text.Write(PredictionColumns.Line(row.Fields));
        PredictSummary summary = row.Row;
        rows[rank] = Next(row);
        return summary;
    }

    private static TableRows? Next(TableRows rows)
    {
        if (rows.Read())
        {
            return rows;
        }

        rows.Dispose();
        return null;
    }
}
