namespace GCnn.Data;

/// <summary>How a loader did so far.</summary>
/// <param name="Delivered">Samples that the consumer got.</param>
/// <param name="Skipped">Bad samples that were passed over.</param>
/// <param name="MostAhead">The most samples that were ever in memory, or being read, and not yet delivered.</param>
/// <param name="Waited">How long the consumer stood waiting for a sample.</param>
/// <param name="Elapsed">The time since the loader began, up to its end if it has ended.</param>
public readonly record struct LoaderStatistics(long Delivered, long Skipped, long MostAhead, TimeSpan Waited, TimeSpan Elapsed)
{
    /// <summary>Samples delivered in a second.</summary>
    public double SamplesPerSecond => Elapsed > TimeSpan.Zero ? Delivered / Elapsed.TotalSeconds : 0;

    /// <summary>The part of the time, from 0 to 1, that the consumer waited: near 1, reading is the bottleneck; near 0, what comes after.
    /// </summary>
    public double IdleFraction => Elapsed > TimeSpan.Zero ? Waited / Elapsed : 0;

    /// <summary>One after the other: counts and times add up.</summary>
    /// <param name="first">One loader's.</param>
    /// <param name="second">Another's.</param>
    public static LoaderStatistics operator +(LoaderStatistics first, LoaderStatistics second) => new(
        first.Delivered + second.Delivered, first.Skipped + second.Skipped, Math.Max(first.MostAhead, second.MostAhead),
        first.Waited + second.Waited, first.Elapsed + second.Elapsed);

    /// <summary>One line.</summary>
    public override string ToString() =>
        $"{Delivered} samples, {SamplesPerSecond:0} a second, {Skipped} skipped, consumer waiting {100 * IdleFraction:0.0} % of the time";
}
