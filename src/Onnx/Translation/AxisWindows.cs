namespace GCnn.Onnx;

/// <summary>The pixels of each window along one axis of an image, from the first on, and what their sum is divided by for a mean.</summary>
/// <param name="Side">The pixels of the axis.</param>
/// <param name="Windows">The windows, none of them empty.</param>
internal sealed record AxisWindows(int Side, IReadOnlyList<(int First, int Count, double Divisor)> Windows)
{
    /// <summary>A window for each pixel of the output: <c>i</c> of <c>m</c> from <c>⌊i n / m⌋</c> to <c>⌈(i + 1) n / m⌉</c>.</summary>
    public static AxisWindows Adaptive(int side, long outputs)
    {
        (int, int, double) Window(int i)
        {
            int first = (int)(i * side / outputs), end = (int)((((i + 1) * side) + outputs - 1) / outputs);
            return (first, end - first, end - first);
        }

        return new AxisWindows(side, [.. Enumerable.Range(0, (int)outputs).Select(Window)]);
    }

    /// <summary>Windows of a stride.</summary>
    /// <param name="side">The pixels of the axis.</param>
    /// <param name="kernel">The pixels of a window.</param>
    /// <param name="stride">The step between windows.</param>
    /// <param name="padding">The pixels added before and after.</param>
    /// <param name="past">Whether they may reach past the last pixel, as long as they begin before the padding behind it.</param>
    /// <param name="countsPadding">Whether added pixels count in a mean.</param>
    public static AxisWindows Strided(int side, long kernel, long stride, long padding, bool past, bool countsPadding)
    {
        long count = ((side + (2 * padding) - kernel + (past ? stride - 1 : 0)) / stride) + 1;
        count -= past && (count - 1) * stride >= side + padding ? 1 : 0;
        (int, int, double) Window(int i)
        {
            long from = (i * stride) - padding, to = Math.Min(from + kernel, side + padding);
            long first = Math.Max(from, 0), end = Math.Min(to, side);
            return ((int)first, (int)(end - first), countsPadding ? to - from : end - first);
        }

        return new AxisWindows(side, [.. Enumerable.Range(0, (int)count).Select(Window)]);
    }

    /// <summary>The same windows, of which every sum is divided by one number.</summary>
    public AxisWindows DividedBy(double divisor) => this with { Windows = [.. Windows.Select(w => (w.First, w.Count, divisor))] };

    /// <summary>The matrix of the means. <b>Shapes:</b> windows x pixels.</summary>
    public IEnumerable<double> Means() =>
        from window in Windows
        from pixel in Enumerable.Range(0, Side)
        select pixel >= window.First && pixel < window.First + window.Count ? 1 / window.Divisor : 0;

    /// <summary>The same, transposed. <b>Shapes:</b> pixels x windows.</summary>
    public IEnumerable<double> MeansTransposed() =>
        from pixel in Enumerable.Range(0, Side)
        from window in Windows
        select pixel >= window.First && pixel < window.First + window.Count ? 1 / window.Divisor : 0;

    /// <summary>The pixels of each window, of which a shorter one names its last several times. <b>Shapes:</b> windows x longest.</summary>
    public IEnumerable<long> Pixels() =>
        from window in Windows
        from place in Enumerable.Range(0, Longest)
        select (long)(window.First + Math.Min(place, window.Count - 1));

    /// <summary>The pixels of the longest window.</summary>
    public int Longest => Windows.Max(window => window.Count);
}
