using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>
/// The question how long our layers and nets take beside plain ones and other libraries', all in turn on the same work
/// (docs/performance.md).
/// </summary>
public static class BenchExperiment
{
    /// <summary>Measures, prints and writes.</summary>
    /// <param name="options">What to measure.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    /// <exception cref="CommandLine.UsageException">A peer is missing, or refuses a case; one sentence.</exception>
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
                cancellation.ThrowIfCancellationRequested();
                rows.Add(Measure(bench, options.Budget, peers));
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

    private static BenchRow Measure(BenchCase bench, double budget, Peers peers)
    {
        using Workload workload = Workload.For(bench);
        Contestant? peer = peers.For(bench);
        Rounds rounds = Rounds.Of(peer is null ? workload.Contestants : [.. workload.Contestants, peer], budget);
        double? Of(BenchColumn column) => rounds.Medians.TryGetValue(column, out double median) ? median : null;
        double? first = Of(BenchColumn.PlainChannelsFirst), last = Of(BenchColumn.PlainChannelsLast);
        (double? fourierWork, double? expandedWork) = workload.MultiplyAdds;
        return new BenchRow(
            bench, Of(BenchColumn.Fourier), Of(BenchColumn.Expanded), last < first ? last : first, Of(BenchColumn.Peer))
        {
            Rounds = rounds.Count,
            PlainFormat = first is null ? null : last < first ? "channels last" : "channels first",
            FourierWork = fourierWork,
            ExpandedWork = expandedWork,
        };
    }
}
