namespace GCnn.Groups;

/// <summary>
/// The values of an image on the other lattice, by cubic convolution about the common centre: for each output 16 inputs and their
/// weights. Equal when sizes, sources and weights are equal.
/// </summary>
/// <remarks>
/// <para>
/// Both grids are rows of samples; on the hexagonal one the rows are <c>√3/2</c> apart and pushed by half a sample. A value is
/// interpolated along the four rows around its place, then across them, with the kernel of [Keys1981]. So polynomials of degree 2 in
/// <c>x</c> and in <c>y</c> are reproduced, up to the rim, where the samples are continued by their quadratic (lines of one or two
/// samples, by a constant or a line). A place outside the convex hull of the input's samples has the value 0, and
/// <see cref="IsInside"/> says so.
/// </para>
/// <para>
/// The half turn and the reflections left-right and up-down belong to both lattices and commute with resampling; the other symmetries of
/// either lattice do so up to the error. Interpolation along the oblique axial axes of the hexagons would commute, of these,
/// with the half turn only, and its error is 1.9 (frequency 0.05) to 1.5 times (0.2) as large.
/// </para>
/// <para>
/// <b>Error</b> of plane waves of root mean square 1 and a frequency in cycles per pixel, averaged over directions, from 65 x 65 pixels to
/// radius 32 (spacing 1) and back, at least three steps from the rim (measured by ResamplingError in tests/Groups):
/// <code>
///    frequency       0.05      0.1      0.15     0.2      0.25     natural
///    to hexagons     0.00023   0.0024   0.010    0.030    0.066    0.013
///    to squares      0.00016   0.0017   0.0076   0.022    0.049    0.0096
///    there and back  0.00020   0.0030   0.015    0.043    0.095    0.019
/// </code>
/// "Natural" is a sum of waves up to frequency 0.25 with amplitudes falling as the inverse of the frequency, as in
/// photographs ([Field1987]).
/// </para>
/// </remarks>
public sealed partial class Resampling : IEquatable<Resampling>
{
    private readonly int[] _sources;
    private readonly double[] _weights;
    private readonly bool[] _isInside;

    private Resampling(SampleRows input, (double X, double Y)?[] places, int outputRows)
    {
        (InputRows, InputColumns) = (input.Rows, input.Columns);
        (OutputRows, OutputColumns) = (outputRows, places.Length / outputRows);
        _sources = new int[places.Length * Taps];
        _weights = new double[places.Length * Taps];
        _isInside = new bool[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            _isInside[i] = places[i] is (double x, double y)
                && input.Interpolate(x, y, _sources.AsSpan(i * Taps, Taps), _weights.AsSpan(i * Taps, Taps));
        }
    }

    /// <summary>The number of input samples that one output combines.</summary>
    public static int Taps => SampleRows.Taps;

    /// <summary>The height of the input: pixels, or <c>2R + 1</c> for a hexagon.</summary>
    public int InputRows { get; }

    /// <summary>The width of the input: pixels, or <c>2R + 1</c> for a hexagon.</summary>
    public int InputColumns { get; }

    /// <summary>The height of the output: pixels, or <c>2R + 1</c> for a hexagon.</summary>
    public int OutputRows { get; }

    /// <summary>The width of the output: pixels, or <c>2R + 1</c> for a hexagon.</summary>
    public int OutputColumns { get; }

    /// <summary>The inputs that each output combines.</summary>
    /// <remarks><b>Shapes:</b> <c>OutputRows x OutputColumns x Taps</c>, row-major.</remarks>
    public ReadOnlySpan<int> Sources => _sources;

    /// <summary>The weights of these inputs, which sum to 1 for an output inside and are 0 for one outside.</summary>
    /// <remarks><b>Shapes:</b> <c>OutputRows x OutputColumns x Taps</c>, row-major.</remarks>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>For each output whether it lies in the convex hull of the input's samples (and is a cell, on a hexagon).</summary>
    /// <remarks><b>Shapes:</b> <c>OutputRows x OutputColumns</c>, row-major.</remarks>
    public ReadOnlySpan<bool> IsInside => _isInside;

    /// <summary>Resamples one image or several: <c>out[i] = Σ_k weights[i, k] in[sources[i, k]]</c>, summed in double precision.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or another real type.</typeparam>
    /// <param name="input">The values, plane after plane, each row-major; as many planes come back.</param>
    /// <exception cref="ArgumentException">The number of values is not a multiple of the input's.</exception>
    public T[] Apply<T>(ReadOnlySpan<T> input)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        int plane = InputRows * InputColumns;
        if (input.Length % plane != 0)
        {
            throw new ArgumentException(
                $"This resampling reads planes of {InputRows} x {InputColumns} values; {input.Length} values are no whole number of them.",
                nameof(input));
        }

        T[] output = new T[input.Length / plane * _isInside.Length];
        for (int first = 0, next = 0; first < input.Length; first += plane, next += _isInside.Length)
        {
            Apply(input.Slice(first, plane), output.AsSpan(next, _isInside.Length));
        }

        return output;
    }

    /// <summary>Whether both have the same sizes, sources and weights.</summary>
    /// <param name="other">The plan to compare with.</param>
    public bool Equals(Resampling? other) => other is not null
        && (InputRows, InputColumns) == (other.InputRows, other.InputColumns)
        && (OutputRows, OutputColumns) == (other.OutputRows, other.OutputColumns)
        && _sources.AsSpan().SequenceEqual(other._sources) && _weights.AsSpan().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Resampling);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InputRows, InputColumns, OutputRows, OutputColumns);

    /// <summary>The sizes of input and output.</summary>
    public override string ToString() => $"resampling from {InputRows} x {InputColumns} to {OutputRows} x {OutputColumns}";

    private void Apply<T>(ReadOnlySpan<T> input, Span<T> output)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        for (int i = 0; i < output.Length; i++)
        {
            ReadOnlySpan<int> sources = _sources.AsSpan(i * Taps, Taps);
            ReadOnlySpan<double> weights = _weights.AsSpan(i * Taps, Taps);
            double sum = 0;
            for (int k = 0; k < sources.Length; k++)
            {
                sum += weights[k] * double.CreateTruncating(input[sources[k]]);
            }

            output[i] = T.CreateTruncating(sum);
        }
    }
}
