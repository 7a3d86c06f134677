namespace GCnn.Layers;

/// <summary>The terms along one axis of an image on its way through a net (<see cref="TermTable"/>).</summary>
internal sealed class AxisTrace
{
    private readonly TermTable _table;
    private readonly int[] _terms;

    private AxisTrace(TermTable table, IEnumerable<int> terms) => (_table, _terms) = (table, [.. terms]);

    /// <summary>
    /// Whether the reversed input gives the reversed output: <c>S_(N − 1 − i) = reversed S_i</c> for every position <c>i</c>.
    /// </summary>
    public bool IsReversible => Enumerable.Range(0, _terms.Length).All(i => _terms[^(i + 1)] == _table.Reversed(_terms[i]));

    /// <summary>The axis of a net's input.</summary>
    public static AxisTrace OfPixels(int length)
    {
        TermTable table = new(length);
        return new(table, Enumerable.Range(0, length).Select(table.Pixel));
    }

    /// <summary>Whether the windows of one layer alone are the same on the reversed axis.</summary>
    public static bool IsReversibleAlone(WindowAxis axis) =>
        axis.LeftOver == 0 || OfPixels(axis.Length).Through(0, axis).IsReversible;

    /// <summary>After a layer of windows.</summary>
    public AxisTrace Through(int layer, WindowAxis axis) =>
        new(_table, Enumerable.Range(0, axis.Places).Select(place => Read(layer, axis, place)).ToArray());

    /// <summary>After a layer that treats each position alone, or that joins branches.</summary>
    public AxisTrace Joined(int layer, params AxisTrace[] others) =>
        new(_table, _terms.Select((term, i) => _table.AtOnce(layer, [term, .. others.Select(other => other._terms[i])])).ToArray());

    /// <summary>After a layer that treats each position by itself and by statistics over all.</summary>
    public AxisTrace Normalized(int layer)
    {
        int all = _table.Unordered(layer, _terms);
        return new(_table, _terms.Select(term => _table.AtOnce(layer, [term, all])).ToArray());
    }

    /// <summary>After pooling over all positions.</summary>
    public AxisTrace Pooled(int layer, WindowReading reading) => new(_table, [reading switch
    {
        WindowReading.Maximum => _table.Maximum(_terms),
        WindowReading.Mean => _table.Sum(_terms.Select(term => (term, 1L))),
        _ => _table.Unordered(layer, _terms),
    }]);

    /// <summary>After a layer that is exact and of which nothing else is known: each output depends on the whole axis and on its place.</summary>
    public AxisTrace Opaque(int layer, int length)
    {
        int whole = _table.InOrder(layer, _terms);

        // The place is told by a row of marks around the whole, which a reversal turns around.
        int none = _table.Constant;
        return new(_table, Enumerable.Range(0, length)
            .Select(i => _table.InOrder(layer, [.. Enumerable.Repeat(none, i), whole, .. Enumerable.Repeat(none, length - 1 - i)])).ToArray());
    }

    private int Read(int layer, WindowAxis axis, int place)
    {
        int?[] taps = [.. Enumerable.Range(0, axis.Taps).Select(tap => axis.Source(place, tap))];
        return axis.Window.Reading switch
        {
            WindowReading.Maximum => _table.Maximum(taps.OfType<int>().Select(pixel => _terms[pixel])),
            WindowReading.Mean => _table.Sum(taps.OfType<int>().Select(pixel => (_terms[pixel], 1L))),
            WindowReading.BinomialMean => _table.Sum(Weighted(taps)),
            _ => _table.InOrder(layer, [.. taps.Select(tap => tap is int pixel ? _terms[pixel] : _table.Constant)]),
        };
    }

    private IEnumerable<(int Term, long Weight)> Weighted(int?[] taps)
    {
        long weight = 1;
        for (int tap = 0; tap < taps.Length; weight = weight * (taps.Length - 1 - tap) / (tap + 1), tap++)
        {
            if (taps[tap] is int pixel)
            {
                yield return (_terms[pixel], weight);
            }
        }
    }
}
