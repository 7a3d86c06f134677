namespace GCnn.Experiments.Bench;

/// <summary>Who a time is of.</summary>
public enum BenchColumn
{
    /// <summary>Our group-Fourier route.</summary>
    Fourier,

    /// <summary>Our expanded route.</summary>
    Expanded,

    /// <summary>The plain layer or net, with channels before pixels.</summary>
    PlainChannelsFirst,

    /// <summary>The same with channels after pixels in memory.</summary>
    PlainChannelsLast,

    /// <summary>Another library.</summary>
    Peer,
}
