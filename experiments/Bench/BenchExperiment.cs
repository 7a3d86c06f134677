using System.Runtime.InteropServices;
using GCnn.Experiments.CommandLine;
using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>
/// The question how long our layers and nets take beside plain ones and other libraries', all in turn on the same work
/// (docs/performance.md).
/// </summary>
public static class BenchExperiment
{
    private const double CompilingShare = 0.1;

    /// <summary>Measures, prints and writes.</summary>
    /// <param name="options">What to measure.</param>
    /// <param name="cancellation">Stops between two rounds.</param>
    /// <exception cref="UsageException">A peer is missing, or a layer cannot be made or run so; one sentence.</exception>
    public static void Run(BenchOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<BenchCase> cases = options.Cases;
        using Peers peers = Peers.For(options.Peers, cases);
        double peak = MultiplyAddPeak.Measure();
        BenchTable table = new(peak);
        table.Begin(cases.Count, options.Budget);
        List<BenchRow> rows = [];
        int threads = get_num_threads();
        try
        {
            foreach (BenchCase bench in cases)
            {
                rows.Add(MeasureOrRefuse(bench, options.Budget, peers, cancellation));
                table.Measured(rows[^1]);
            }
        }
        finally
        {
            set_num_threads(threads);
        }

        table.End(rows);
        if (options.Json is not null)
        {
            BenchJson.Write(options.Json, rows, peak);
            table.Wrote(options.Json);
        }
    }

    private static BenchRow MeasureOrRefuse(BenchCase bench, double budget, Peers peers, CancellationToken cancellation)
    {
        try
        {
            return Measure(bench, budget, peers, cancellation);
        }
        catch (Exception stopped) when (cancellation.IsCancellationRequested && stopped is (OperationCanceledException or UsageException))
        {
            // Ctrl-C reaches the peers too, so the next that is asked has ended.
            throw new OperationCanceledException($"Stopped in {bench.Title}; nothing was written.", stopped, cancellation);
        }
        catch (Exception refused) when (refused is ArgumentException or ExternalException)
        {
            throw new UsageException(
                $"{bench.Title} cannot be measured: {refused.Message.Split('\n')[0].Split(" (Parameter")[0]}", refused);
        }
    }

    private static BenchRow Measure(BenchCase bench, double budget, Peers peers, CancellationToken cancellation)
    {
        using (Workload small = Workload.For(bench.Small))
        {
            // .NET compiles what is called often once more, and better: small work gets there sooner.
            Rounds.Of(small.Contestants, CompilingShare * budget, cancellation);
        }

        using Workload workload = Workload.For(bench);
        Contestant? peer = peers.For(bench);
        Rounds rounds = Rounds.Of(peer is null ? workload.Contestants : [.. workload.Contestants, peer], budget, cancellation);
        double? Of(BenchColumn column) => rounds.Medians.TryGetValue(column, out double median) ? median : null;
        double? first = Of(BenchColumn.PlainChannelsFirst), last = Of(BenchColumn.PlainChannelsLast);
        (double? fourierWork, double? expandedWork) = workload.MultiplyAdds;
        return new BenchRow(
            bench, Of(BenchColumn.Fourier), Of(BenchColumn.Expanded), last < first ? last : first, Of(BenchColumn.Peer))
        {
            Rounds = rounds.Count,
            CoreShare = rounds.CoreShare,
            PlainFormat = first is null ? null : last < first ? "channels last" : "channels first",
            FourierWork = fourierWork,
            ExpandedWork = expandedWork,
        };
    }
}
