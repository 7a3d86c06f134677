namespace GCnn.Experiments.Bench;

/// <summary>A case with its medians in milliseconds; null where there is no such contestant.</summary>
/// <param name="Case">What was measured.</param>
/// <param name="Fourier">Our group-Fourier route; of an augmentation our pipeline.</param>
/// <param name="Expanded">Our expanded route.</param>
/// <param name="Plain">The plain layer or net of as many channels, in the faster of the two memory formats.</param>
/// <param name="Peer">The same layer or net of another library.</param>
public sealed record BenchRow(BenchCase Case, double? Fourier, double? Expanded, double? Plain, double? Peer)
{
    /// <summary>The rounds behind the medians.</summary>
    public int Rounds { get; init; }

    /// <summary>How much of a core this process had while it ran (<see cref="Bench.Rounds.CoreShare"/>).</summary>
    public double CoreShare { get; init; }

    /// <summary>The memory format of <see cref="Plain"/>; null without it.</summary>
    public string? PlainFormat { get; init; }

    /// <summary>Billions of multiply-adds that the route by Fourier transform cannot do without; null where they are not known.</summary>
    public double? FourierWork { get; init; }

    /// <summary>The same of the expanded route.</summary>
    public double? ExpandedWork { get; init; }

    /// <summary>
    /// The faster contestant over ours, <c>min(plain, peer) / fourier</c>: how many times faster ours is. The expanded route is ours as well
    /// and no contestant. Null where either is missing.
    /// </summary>
    public double? Ratio => Plain is null && Peer is null
        ? null
        : Math.Min(Plain ?? double.PositiveInfinity, Peer ?? double.PositiveInfinity) / Fourier;

    /// <summary>How many times faster ours is than the other library, <c>peer / fourier</c>; null where either is missing.</summary>
    public double? PeerRatio => Peer / Fourier;

    /// <summary>The billions of operations a second that the Fourier route makes of its necessary multiply-adds, two for each.</summary>
    public double? FourierSpeed => 2e3 * FourierWork / Fourier;

    /// <summary>The same of the expanded route.</summary>
    public double? ExpandedSpeed => 2e3 * ExpandedWork / Expanded;
}
