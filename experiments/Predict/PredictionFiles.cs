using GCnn.Data;

namespace GCnn.Experiments.Predict;

/// <summary>The files of a run: the table, and beside it the table in the making, each with the identity of its run.</summary>
/// <remarks>
/// A run begins by writing <c>out.part.json</c> and then makes <c>out.part</c>; it ends by renaming <c>out.part.json</c> to <c>out.json</c>
/// and then <c>out.part</c> to <c>out</c>. So wherever it is killed, what is there says how far it had come.
/// </remarks>
/// <param name="Table">The table.</param>
internal sealed record PredictionFiles(string Table)
{
    /// <summary>The identity of the run that made the table.</summary>
    public string Identity => $"{Table}.json";

    /// <summary>The table in the making.</summary>
    public string Part => $"{Table}.part";

    /// <summary>The identity of the run that makes it.</summary>
    public string PartIdentity => $"{Part}.json";

    /// <summary>The files of one rank; those of the only one are the run's own.</summary>
    /// <param name="table">The run's table.</param>
    /// <param name="shard">The rank.</param>
    public static PredictionFiles Of(string table, Shard shard) =>
        new(shard.Ranks == 1 ? table : $"{table}.{shard.Rank}-of-{shard.Ranks}");

    /// <summary>Finds out how far a run has come, and prepares the files to go on.</summary>
    /// <param name="run">The run.</param>
    /// <param name="fresh">Whether to begin anew.</param>
    /// <returns>Whether the table is whole already.</returns>
    /// <exception cref="DataException">There is a file of another run; one sentence.</exception>
    public bool Begin(RunIdentity run, bool fresh)
    {
        if (fresh)
        {
            File.Delete(Part);
            File.Delete(PartIdentity);
        }
        else if (RunIdentity.Read(PartIdentity) is { } begun)
        {
            Require(begun, run, Part);
            return false;
        }
        else if (File.Exists(Part))
        {
            // Killed between the two renamings at the end; or somebody else's.
            Require(RunIdentity.Read(Identity), run, Part);
            File.Move(Part, Table, overwrite: true);
            return true;
        }
        else if (File.Exists(Table))
        {
            Require(RunIdentity.Read(Identity), run, Table);
            return true;
        }

        run.Write(PartIdentity);
        return false;
    }

    /// <summary>The part becomes the table.</summary>
    public void End()
    {
        File.Delete(Table);
        File.Move(PartIdentity, Identity, overwrite: true);
        File.Move(Part, Table);
    }

    /// <summary>Deletes the table and its identity.</summary>
    public void Delete()
    {
        File.Delete(Table);
        File.Delete(Identity);
    }

    /// <summary>Refuses a file of another run.</summary>
    /// <param name="found">What is beside it.</param>
    /// <param name="run">The run.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="DataException">It is of another run.</exception>
    public static void Require(RunIdentity? found, RunIdentity run, string file)
    {
        string? difference = found is null ? "nothing beside it says of which" : found.DifferenceTo(run);
        if (difference is not null)
        {
            throw new DataException(
                $"'{file}' is of another run: {difference}. Name another --out, or begin anew with --fresh, which replaces it.");
        }
    }
}
