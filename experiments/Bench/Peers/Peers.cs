using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Bench;

/// <summary>The other libraries' processes: e2cnn for the square lattice, HexagDLy for hexagons, torchvision for augmentation.</summary>
internal sealed class Peers : IDisposable
{
    private readonly (Func<BenchCase, bool> Has, PeerProcess Process)[] _peers;

    private Peers((Func<BenchCase, bool> Has, PeerProcess Process)[] peers) => _peers = peers;

    /// <summary>Starts those that some cases need; none without options.</summary>
    /// <param name="options">Where they are, or null.</param>
    /// <param name="cases">The cases.</param>
    /// <exception cref="UsageException">One is missing; one sentence says what to do.</exception>
    public static Peers For(PeerOptions? options, IReadOnlyList<BenchCase> cases)
    {
        if (options is null)
        {
            return new Peers([]);
        }

        (Func<BenchCase, bool> Has, string Script, string Option, string? Folder)[] known =
        [
            (IsOfE2cnn, "e2cnn_bench.py", "--e2cnn", options.E2cnn),
            (bench => bench.Work == BenchWork.Hexagon, "hexagdly_bench.py", "--hexagdly", options.Hexagdly),
            (bench => bench.Work == BenchWork.Colour, "torchvision_bench.py", string.Empty, null),
        ];
        List<(Func<BenchCase, bool>, PeerProcess)> started = [];
        try
        {
            foreach ((Func<BenchCase, bool> has, string script, string option, string? folder) in known.Where(peer => cases.Any(peer.Has)))
            {
                started.Add((has, PeerProcess.Start(options.Python, script, folder is null ? [] : [option, folder])));
            }
        }
        catch (UsageException)
        {
            started.ForEach(peer => peer.Item2.Dispose());
            throw;
        }

        return new Peers([.. started]);
    }

    /// <summary>The contestant of a case, built; null where there is none.</summary>
    public Contestant? For(BenchCase bench)
    {
        PeerProcess? peer = Array.Find(_peers, one => one.Has(bench)).Process;
        peer?.Prepare(bench);
        return peer is null ? null : new Contestant(BenchColumn.Peer, peer.Run);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, PeerProcess process) in _peers)
        {
            process.Dispose();
        }
    }

    private static bool IsOfE2cnn(BenchCase bench) =>
        bench.Work is BenchWork.Pixels or BenchWork.Steerable or BenchWork.Residual or BenchWork.P4Cnn;
}
