using System.Diagnostics;

namespace GCnn.Experiments.Bench;

/// <summary>
/// Contestants in turn, round after round, so that whatever slows the machine for a while slows all of them; the median of each.
/// </summary>
/// <param name="Count">The rounds that count.</param>
/// <param name="Medians">The median of each contestant, in milliseconds.</param>
/// <param name="CoreShare">
/// The time on a core of those contestants that run in this process, over the time that passed: with one thread about 1, and less where
/// other programs take turns with it.
/// </param>
public sealed record Rounds(int Count, IReadOnlyDictionary<BenchColumn, double> Medians, double CoreShare)
{
    private const int Fewest = 5;
    private const int Most = 1001;
    private const int WarmUp = 1;

    /// <summary>Measures for as long as a budget lasts, but for at least five rounds after one that does not count.</summary>
    /// <param name="contestants">Those who take part, at most one for each column.</param>
    /// <param name="seconds">The budget.</param>
    /// <param name="cancellation">Stops between two rounds.</param>
    public static Rounds Of(IReadOnlyList<Contestant> contestants, double seconds, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contestants);
        for (int round = 0; round < WarmUp; round++)
        {
            RunEach(contestants);
        }

        List<double[]> rounds = [];
        TimeSpan computed = Environment.CpuUsage.TotalTime;
        long begin = Stopwatch.GetTimestamp();
        while (rounds.Count < Fewest || (rounds.Count < Most && Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds))
        {
            cancellation.ThrowIfCancellationRequested();
            rounds.Add(RunEach(contestants));
        }

        double passed = rounds.Sum(round => round.Zip(contestants, (time, one) => one.Column == BenchColumn.Peer ? 0 : time).Sum());
        return new Rounds(
            rounds.Count,
            contestants.Index().ToDictionary(pair => pair.Item.Column, pair => Median(rounds.Select(round => round[pair.Index]))),
            (Environment.CpuUsage.TotalTime - computed).TotalMilliseconds / passed);
    }

    /// <summary>The median: of an even number of times the mean of the two in the middle.</summary>
    /// <param name="times">The times, at least one.</param>
    public static double Median(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double[] RunEach(IReadOnlyList<Contestant> contestants) => [.. contestants.Select(contestant => contestant.Run())];
}
