namespace GCnn.Distributed;

/// <summary>What the exchange between processes has cost this process so far.</summary>
/// <param name="Steps">Backward passes.</param>
/// <param name="Buckets">Buckets of gradients that were added up.</param>
/// <param name="Early">Those among them that were begun while the backward pass went on.</param>
/// <param name="Done">Those that were done when it ended.</param>
/// <param name="Bytes">Bytes of gradients that were added up.</param>
/// <param name="StatisticsSums">Sums of a batch's statistics.</param>
/// <param name="Waiting">Seconds after the backward pass until all gradients were there.</param>
/// <param name="Packing">Seconds for copying gradients into buckets and out of them.</param>
/// <param name="Statistics">Seconds for the statistics, waiting for slower processes included.</param>
public readonly record struct ExchangeCost(
    int Steps, int Buckets, int Early, int Done, long Bytes, int StatisticsSums, double Waiting, double Packing, double Statistics)
{
    /// <summary>What was added since a moment before.</summary>
    /// <param name="before">The cost at that moment.</param>
    public ExchangeCost Since(ExchangeCost before) => new(
        Steps - before.Steps, Buckets - before.Buckets, Early - before.Early, Done - before.Done, Bytes - before.Bytes,
        StatisticsSums - before.StatisticsSums, Waiting - before.Waiting, Packing - before.Packing, Statistics - before.Statistics);
}
