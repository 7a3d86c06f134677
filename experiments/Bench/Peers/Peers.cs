using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Bench;

/// <summary>The other libraries' processes: e2cnn for the square lattice, HexagDLy for hexagons.</summary>
internal sealed class Peers : IDisposable
{
    private readonly PeerProcess? _e2cnn;
    private readonly PeerProcess? _hexagdly;

    private Peers(PeerProcess? e2cnn, PeerProcess? hexagdly) => (_e2cnn, _hexagdly) = (e2cnn, hexagdly);

    /// <summary>Starts those that some cases need; none without options.</summary>
    /// <param name="options">Where they are, or null.</param>
    /// <param name="cases">The cases.</param>
    /// <exception cref="UsageException">One is missing; one sentence says what to do.</exception>
    public static Peers For(PeerOptions? options, IReadOnlyList<BenchCase> cases)
    {
        PeerProcess? Start(Func<BenchCase, bool> needs, string script, string option, string? folder) =>
            options is null || !cases.Any(needs)
                ? null
                : PeerProcess.Start(options.Python, script, folder is null ? [] : [option, folder]);

        PeerProcess? e2cnn = Start(IsOfE2cnn, "e2cnn_bench.py", "--e2cnn", options?.E2cnn);
        try
        {
            return new Peers(e2cnn, Start(IsOfHexagdly, "hexagdly_bench.py", "--hexagdly", options?.Hexagdly));
        }
        catch (UsageException)
        {
            e2cnn?.Dispose();
            throw;
        }
    }

    /// <summary>The contestant of a case, built; null where there is none.</summary>
    public Contestant? For(BenchCase bench)
    {
        PeerProcess? peer = IsOfHexagdly(bench) ? _hexagdly : IsOfE2cnn(bench) ? _e2cnn : null;
        peer?.Prepare(bench);
        return peer is null ? null : new Contestant(BenchColumn.Peer, peer.Run);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _e2cnn?.Dispose();
        _hexagdly?.Dispose();
    }

    private static bool IsOfHexagdly(BenchCase bench) => bench.Work == BenchWork.Hexagon;

    private static bool IsOfE2cnn(BenchCase bench) =>
        bench.Work is BenchWork.Pixels or BenchWork.Steerable or BenchWork.Residual or BenchWork.P4Cnn;
}
