using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>The error at each pixel of an output: the largest over samples and channels.</summary>
public sealed class ErrorMap
{
    private readonly double[] _values;

    internal ErrorMap(int rows, int columns, double[] values) => (Rows, Columns, _values) = (rows, columns, values);

    /// <summary>The output's height.</summary>
    public int Rows { get; }

    /// <summary>The output's width.</summary>
    public int Columns { get; }

    /// <summary>The errors, row after row.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>The pixels in the order of <see cref="Values"/>.</summary>
    internal IEnumerable<LatticePoint> Pixels =>
        Enumerable.Range(0, _values.Length).Select(i => new LatticePoint(i % Columns, i / Columns));
}
