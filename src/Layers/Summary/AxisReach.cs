namespace GCnn.Layers;

/// <summary>
/// From which to which pixel of the net's input each place of a layer's output reads along one axis, on an image without an end. It repeats
/// itself: what place <c>i + U</c> reads is what place <c>i</c> reads, moved by <c>D</c> pixels.
/// </summary>
/// <param name="reads">The first and last pixel of the places 0 to <c>U − 1</c>; null where a place reads nothing.</param>
/// <param name="shift">The pixels <c>D</c>.</param>
internal sealed class AxisReach((long First, long Last)?[] reads, long shift)
{
    /// <summary>The pixels themselves.</summary>
    public static AxisReach OfPixels { get; } = new([(0, 0)], 1);

    /// <summary>The largest number of pixels from the first to the last that a place reads.</summary>
    public int Extent => (int)reads.Max(read => read is var (first, last) ? last - first + 1 : 0);

    /// <summary>The pixels between what neighbouring places read, on average, <c>D / U</c>.</summary>
    public double Step => (double)shift / reads.Length;

    /// <summary>Windows at steps of <c>s</c> of which the first begins at a place: <c>i</c> reads <c>s i + b + d t</c>.</summary>
    public AxisReach Windows(int taps, int stride, int begin, int dilation) =>
        After(1, stride, i => Enumerable.Range(0, taps).Select(tap => (stride * i) + begin + (dilation * tap)));

    /// <summary>The adjoint: place <c>q</c> reads each <c>i</c> with <c>q = s i − p + d t</c>.</summary>
    public AxisReach Transposed(int taps, int stride, int padding, int dilation) => After(stride, 1, q =>
        from tap in Enumerable.Range(0, taps)
        let place = q + padding - (dilation * tap)
        where place % stride == 0
        select place / stride);

    /// <summary>A finer axis: place <c>q</c> lies at <c>q / f</c>, or in a part of a pixel, and reads what is beside it.</summary>
    public AxisReach Upsampled(UpsamplingGeometry upsampling)
    {
        int f = upsampling.Factor;
        return After(f, 1, q =>
        {
            long twice = upsampling.KeepsPoints ? 2 * q : (2 * q) + 1 - f;
            long below = Floor(twice, 2 * f);
            return upsampling.Taps == 1 ? [Floor(q, f)] : below * 2 * f == twice ? [below] : [below, below + 1];
        });
    }

    /// <summary>As many windows as asked for on an axis of a given length.</summary>
    public AxisReach Adaptive(int length, int places) =>
        After(places, length, i => [Floor(i * length, places), -Floor(-(i + 1) * length, places) - 1]);

    /// <summary>What either of two reads, place by place; null where their steps differ.</summary>
    public AxisReach? With(AxisReach other)
    {
        if (Step != other.Step)
        {
            return null;
        }

        int places = reads.Length / Gcd(reads.Length, other.Places) * other.Places;
        return new([.. Enumerable.Range(0, places).Select(i => Hull([this[i], other[i]]))], shift * (places / reads.Length));
    }

    private int Places => reads.Length;

    private (long First, long Last)? this[long place]
    {
        get
        {
            long turn = Floor(place, reads.Length);
            return reads[place - (turn * reads.Length)] is var (first, last) ? (first + (turn * shift), last + (turn * shift)) : null;
        }
    }

    /// <summary>A layer of which place <c>i + P</c> reads what <c>i</c> reads, moved by <c>Q</c> places.</summary>
    private AxisReach After(int period, int moved, Func<long, IEnumerable<long>> sources)
    {
        int turns = reads.Length / Gcd(reads.Length, moved);
        return new(
            [.. Enumerable.Range(0, period * turns).Select(i => Hull(sources(i).Select(source => this[source])))],
            shift * moved * turns / reads.Length);
    }

    private static (long First, long Last)? Hull(IEnumerable<(long First, long Last)?> all)
    {
        (long First, long Last)[] some = [.. all.OfType<(long First, long Last)>()];
        return some.Length == 0 ? null : (some.Min(read => read.First), some.Max(read => read.Last));
    }

    private static long Floor(long numerator, long denominator)
    {
        (long quotient, long rest) = Math.DivRem(numerator, denominator);
        return rest < 0 ? quotient - 1 : quotient;
    }

    private static int Gcd(int a, int b) => (int)System.Numerics.BigInteger.GreatestCommonDivisor(a, b);
}
