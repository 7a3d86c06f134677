using System.Numerics;

namespace GCnn.Layers;

/// <summary>What each output position of a layer reads along one axis.</summary>
/// <param name="Reading">What it makes of it.</param>
/// <param name="Places">
/// For each output position its taps in order: the input position, null for what padding adds, and the weight in a sum.
/// </param>
internal sealed record AxisWindows(WindowReading Reading, (int? Source, BigInteger Weight)[][] Places)
{
    /// <summary>Whether the reversed input gives the reversed output.</summary>
    public bool IsReversible(int length) => AxisTrace.OfPixels(length).Through(0, this).IsReversible;

    /// <summary>Windows at equal steps.</summary>
    public static AxisWindows Of(WindowAxis axis)
    {
        WindowReading reading = axis.Window.Reading;
        BigInteger[] weights = [.. Enumerable.Range(0, axis.Taps).Select(tap => Weight(reading, axis.Taps, tap))];
        return new(reading, Each(axis.Places, place => weights.Select((weight, tap) => (axis.Source(place, tap), weight))));
    }

    /// <summary>The windows of a transposed convolution: tap <c>u</c> of input <c>x</c> falls on <c>s x + d u − p</c>.</summary>
    public static AxisWindows OfTransposed(TransposedWindowGeometry window, int length, int taps) => new(
        WindowReading.Taps,
        Each(TransposedLength(window, length, taps), place => Enumerable.Range(0, taps).Select(tap =>
        {
            (int source, int between) = Math.DivRem(place + window.Padding - (tap * window.Dilation), window.Stride);
            return (between == 0 && source >= 0 && source < length ? source : (int?)null, BigInteger.One);
        })));

    /// <summary>The output's length <c>s (n − 1) + k_eff − 2p + o</c>.</summary>
    public static int TransposedLength(TransposedWindowGeometry window, int length, int taps) =>
        (window.Stride * (length - 1)) + (window.Dilation * (taps - 1)) + 1 - (2 * window.Padding) + window.OutputPadding;

    /// <summary>Window <c>i</c> of <c>m</c> from <c>⌊i n / m⌋</c> to <c>⌈(i + 1) n / m⌉</c>; means divide by their numbers of pixels.</summary>
    public static AxisWindows OfAdaptive(WindowReading reading, int length, int count)
    {
        (int Start, int Length)[] windows =
        [
            .. Enumerable.Range(0, count).Select(i => (Start: i * length / count, End: (((i + 1) * length) + count - 1) / count))
                .Select(window => (window.Start, window.End - window.Start)),
        ];
        BigInteger common = windows.Select(window => window.Length).Distinct().Aggregate(BigInteger.One, (a, b) => a * b);
        return new(reading, Each(count, i => Enumerable.Range(windows[i].Start, windows[i].Length)
            .Select(pixel => ((int?)pixel, common / windows[i].Length))));
    }

    /// <summary>Linear between points; dividing pixels, their centres are the points and the border's are continued.</summary>
    public static AxisWindows OfUpsampling(UpsamplingGeometry upsampling, int length)
    {
        int factor = upsampling.Factor;
        return upsampling switch
        {
            { Taps: 1 } => new(WindowReading.Maximum, Each(factor * length, place => [(place / factor, BigInteger.One)])),
            { KeepsPoints: true } => new(WindowReading.Mean, Each(
                (factor * (length - 1)) + 1, place => Between(place / factor, place % factor, factor, length))),
            _ => new(WindowReading.Mean, Each(factor * length, place =>
            {
                // In parts of 2 s, so that half distances are integers; the first point before the image is number −1.
                int at = (2 * place) + 1 + factor;
                return Between((at / (2 * factor)) - 1, at % (2 * factor), 2 * factor, length);
            })),
        };
    }

    /// <summary>Windows about every <c>step</c>-th pixel from the centre; a pixel halfway between two of them counts half in each.</summary>
    public static AxisWindows OfCentred(WindowReading reading, int length, int step)
    {
        int radius = length / 2 / step;
        return new(reading, Each((2 * radius) + 1, place =>
            from u in Enumerable.Range(-(step / 2), (2 * (step / 2)) + 1)
            let pixel = (length / 2) + ((place - radius) * step) + u
            where pixel >= 0 && pixel < length
            select ((int?)pixel, (BigInteger)(2 * Math.Abs(u) == step ? 1 : 2))));
    }

    private static IEnumerable<(int? Source, BigInteger Weight)> Between(int point, int part, int whole, int length) =>
        from end in new[] { (At: point, Weight: whole - part), (At: point + 1, Weight: part) }
        where end.Weight > 0
        select ((int?)Math.Clamp(end.At, 0, length - 1), (BigInteger)end.Weight);

    private static (int? Source, BigInteger Weight)[][] Each(int count, Func<int, IEnumerable<(int? Source, BigInteger Weight)>> taps) =>
        [.. Enumerable.Range(0, count).Select(place => taps(place).ToArray())];

    private static BigInteger Weight(WindowReading reading, int taps, int tap) => reading switch
    {
        WindowReading.BinomialMean => Enumerable.Range(0, tap).Aggregate(BigInteger.One, (b, i) => b * (taps - 1 - i) / (i + 1)),
        WindowReading.SymmetricMean => Symmetric(Math.Min(tap, taps - 1 - tap)),
        _ => BigInteger.One,
    };

    // Numbers that fulfil no equation by chance, as a Gaussian's weights do not.
    private static BigInteger Symmetric(int fromTheEnd) => BigInteger.Pow(1_000_003, 3) + BigInteger.Pow(7919 + fromTheEnd, 4);
}
