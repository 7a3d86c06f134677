namespace GCnn.Layers;

/// <summary>
/// Adds up what several processes know of one batch, each of its own part: with one, <see cref="FieldBatchNorm"/> trains by the statistics
/// of the whole batch. How processes talk to each other is not the business of a layer.
/// </summary>
public interface IStatisticsReducer
{
    /// <summary>
    /// Whether this process's part of the batch counts. Where not, it stands in for an empty part: its numbers are left out of the sums,
    /// and no gradient comes to it from them.
    /// </summary>
    bool Counts { get; }

    /// <summary>
    /// Puts the sum over all processes, number by number, in the place of this process's numbers; the same bits in each.
    /// Numbers of a process whose part does not count are taken as 0.
    /// </summary>
    /// <param name="numbers">As many in each process. All processes call this equally often, in the same order.</param>
    void Sum(Span<double> numbers);
}
