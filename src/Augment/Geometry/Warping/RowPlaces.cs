using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GCnn.Augment;

/// <summary>
/// For each pixel of one row of the output the pixel of the input at or before its place, as an offset, and the fractions beyond it.
/// </summary>
/// <remarks>
/// The place grows by a constant step from column to column, <c>x_i = x_0 + i A</c>, <c>y_i = y_0 + i C</c>, each rounded once. A place far
/// outside is brought to where the frame already says all there is.
/// </remarks>
internal sealed class RowPlaces : IDisposable
{
    private readonly ImageSize _before;
    private readonly Interpolation _interpolation;
    private readonly bool _folds;
    private readonly int _stride;
    private readonly int _columns;
    private readonly Pooled<int> _offsets;
    private readonly Pooled<float> _fractions;

    public RowPlaces(ImageSize before, int columns, Interpolation interpolation, WarpPadding padding, int stride)
    {
        (_before, _interpolation, _folds, _stride) = (before, interpolation, padding == WarpPadding.Reflection, stride);
        Count = columns;
        _columns = (columns + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
        _offsets = new Pooled<int>(_columns);
        _fractions = new Pooled<float>(2 * _columns);
    }

    /// <summary>The number of pixels in a row.</summary>
    public int Count { get; }

    /// <summary>Offsets from the first pixel of the image.</summary>
    public ReadOnlySpan<int> Offsets => _offsets.Span;

    /// <summary>How far to the right of that pixel the place is, from 0 to 1.</summary>
    public ReadOnlySpan<float> Right => _fractions.Span;

    /// <summary>How far below that pixel the place is.</summary>
    public ReadOnlySpan<float> Down => _fractions.Span[_columns..];

    /// <summary>Fills in a row, by the map from column and row of the output to column and row of the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MoveTo(Affine source, int row)
    {
        Line x = new(source.A, (source.B * row) + source.E, _before.Columns, _interpolation, _folds);
        Line y = new(source.C, (source.D * row) + source.F, _before.Rows, _interpolation, _folds);
        ref int offsets = ref MemoryMarshal.GetReference(_offsets.Span);
        ref float right = ref MemoryMarshal.GetReference(_fractions.Span);
        ref float down = ref Unsafe.Add(ref right, _columns);
        Vector256<float> columns = Vector256<float>.Indices;
        Vector256<int> stride = Vector256.Create(_stride), lanes = Vector256.Create(ChannelQuad.Lanes);
        for (nuint i = 0; i < (nuint)_columns; i += (nuint)Vector256<float>.Count)
        {
            (Vector256<float> column, Vector256<float> beyondX) = x.At(columns);
            (Vector256<float> line, Vector256<float> beyondY) = y.At(columns);
            Vector256<int> offset = (Vector256.ConvertToInt32Native(line) * stride) + (Vector256.ConvertToInt32Native(column) * lanes);
            offset.StoreUnsafe(ref offsets, i);
            beyondX.StoreUnsafe(ref right, i);
            beyondY.StoreUnsafe(ref down, i);
            columns += Vector256.Create((float)Vector256<float>.Count);
        }
    }

    public void Dispose()
    {
        _offsets.Dispose();
        _fractions.Dispose();
    }

    /// <summary>One coordinate along the row.</summary>
    private readonly struct Line(double step, double start, int length, Interpolation interpolation, bool folds)
    {
        private readonly Vector256<float> _step = Vector256.Create((float)step);
        private readonly Vector256<float> _start = Vector256.Create((float)start);
        private readonly Vector256<float> _period = Vector256.Create(2f * length);
        private readonly Vector256<float> _low = Vector256.Create(interpolation == Interpolation.Bicubic ? -2f : -1f);
        private readonly Vector256<float> _high = Vector256.Create((float)length + (interpolation == Interpolation.Bicubic ? 1 : 0));
        private readonly bool _folds = folds;
        private readonly bool _rounds = interpolation == Interpolation.Nearest;

        /// <summary>The pixel at or before the places of some columns, or the nearest one, and the fractions beyond it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (Vector256<float> Pixel, Vector256<float> Beyond) At(Vector256<float> columns)
        {
            Vector256<float> place = Vector256.FusedMultiplyAdd(columns, _step, _start);
            if (_folds)
            {
                // The axis of n pixels runs from -1/2 to n - 1/2, and turns back there: a wave of period 2 n.
                Vector256<float> half = Vector256.Create(0.5f), fromEdge = place + half;
                fromEdge -= _period * Vector256.Floor(fromEdge / _period);
                place = Vector256.MinNative(fromEdge, _period - fromEdge) - half;
            }

            place = Vector256.MinNative(Vector256.MaxNative(place, _low), _high);
            Vector256<float> pixel = _rounds ? Vector256.Round(place) : Vector256.Floor(place);
            return (pixel, place - pixel);
        }
    }
}
