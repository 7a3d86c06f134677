using System.Numerics;

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

    /// <summary>After a layer whose outputs read windows.</summary>
    public AxisTrace Through(int layer, AxisWindows windows) =>
        new(_table, windows.Places.Select(taps => Read(layer, windows.Reading, taps)).ToArray());

    /// <summary>After a layer that weighs each position by its distance from the centre.</summary>
    public AxisTrace Weighed(int layer) => new(_table, _terms.Select(
        (term, i) => _table.AtOnce(layer, [term, _table.Mark(Math.Min(i, _terms.Length - 1 - i))])).ToArray());

    /// <summary>After a layer that joins branches.</summary>
    public AxisTrace Joined(int layer, params AxisTrace[] others) =>
        new(_table, _terms.Select((term, i) => _table.AtOnce(layer, [term, .. others.Select(other => other._terms[i])])).ToArray());

    /// <summary>After a layer that treats each position alone and may be exchanged with some readings of windows.</summary>
    public AxisTrace Each(int layer, Preserved preserved) =>
        preserved.HasFlag(Preserved.Numbers) ? this : new(_table, _terms.Select(term => _table.Of(layer, term, preserved)).ToArray());

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
        WindowReading.Mean => _table.Sum(_terms.Select(term => (term, BigInteger.One))),
        _ => _table.Unordered(layer, _terms),
    }]);

    /// <summary>After an exact layer of which nothing else is known: each output depends on the whole axis and on its place.</summary>
    public AxisTrace Opaque(int layer, int length)
    {
        int whole = _table.InOrder(layer, _terms);

        // The place is told by a row of marks around the whole, which a reversal turns around.
        int none = _table.Constant;
        return new(_table, Enumerable.Range(0, length)
            .Select(i => _table.InOrder(layer, [.. Enumerable.Repeat(none, i), whole, .. Enumerable.Repeat(none, length - 1 - i)]))
            .ToArray());
    }

    private int Read(int layer, WindowReading reading, (int? Source, BigInteger Weight)[] taps)
    {
        IEnumerable<(int Term, BigInteger Weight)> pixels = taps.Where(tap => tap.Source is not null)
            .Select(tap => (_terms[tap.Source!.Value], tap.Weight));
        return reading switch
        {
            WindowReading.Maximum => _table.Maximum(pixels.Select(pixel => pixel.Term)),
            WindowReading.Longest => _table.Longest(pixels.Select(pixel => pixel.Term)),
            WindowReading.Taps => _table.InOrder(layer, [.. taps.Select(tap => tap.Source is int pixel ? _terms[pixel] : _table.Constant)]),
            _ => _table.Sum(pixels),
        };
    }
}
