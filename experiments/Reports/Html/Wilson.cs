namespace GCnn.Experiments.Reports.Html;

/// <summary>
/// The 95 % interval of a part <c>p</c> of <c>n</c> objects, which holds for few of them too and for none or all: with <c>z</c> the normal
/// quantile, <c>(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)</c>. Source: [Wilson1927].
/// </summary>
internal static class Wilson
{
    /// <summary>The normal quantile of 95 %.</summary>
    public const double Normal = 1.96;

    /// <summary>The interval.</summary>
    /// <param name="part">The part.</param>
    /// <param name="count">The objects, at least one.</param>
    public static (double Low, double High) Interval(double part, int count)
    {
        double share = Normal * Normal / count;
        double middle = (part + (share / 2)) / (1 + share);
        double half = Math.Sqrt((share * part * (1 - part)) + (share * share / 4)) / (1 + share);
        return (middle - half, middle + half);
    }
}
