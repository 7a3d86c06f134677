using System.Numerics;
using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>The way from a strip's planes to the coefficients of a correlation's rows over the group, and its transpose.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed unsafe class RowCoefficients<T> : IDisposable
    where T : unmanaged, INumberBase<T>
{
    private readonly CorrelationKernel<T> _kernel;
    private readonly nint[] _offsets;
    private readonly int _tile;
    private readonly int _order;
    private readonly int _taps;
    private readonly int _filters;
    private readonly Scratch<T> _responses;
    private readonly nint[] _functions;
    private readonly nint[] _responseRows;

    /// <summary>Takes memory.</summary>
    /// <param name="kernel">The convolution.</param>
    /// <param name="offsets">Where its inputs lie, from the place of their output, in bytes.</param>
    /// <param name="tile">The places that are computed at once.</param>
    public RowCoefficients(CorrelationKernel<T> kernel, nint[] offsets, int tile)
    {
        (_kernel, _offsets, _tile, _order) = (kernel, offsets, tile, kernel.Blocks.Order);
        (_taps, _filters) = (kernel.Correlation.Taps, kernel.Correlation.RowsPerSource);
        nint row = (nint)tile * kernel.Lanes.ElementBytes;

        // Responses of one source: filter after filter, of each the elements of the group.
        _responses = new Scratch<T>(kernel.Correlation.Filters is null ? 0 : (long)_filters * _order * tile);
        _functions = [.. Enumerable.Range(0, _order).Select(a => a * row)];
        _responseRows = [.. Enumerable.Range(0, _filters).Select(filter => filter * _order * row)];
    }

    /// <inheritdoc/>
    public void Dispose() => _responses.Dispose();

    /// <summary>Reads rows at a tile.</summary>
    /// <param name="places">The tile's first place.</param>
    /// <param name="rows">Which rows, whole sources.</param>
    /// <param name="coefficients">Coefficient, in the blocks' order, then row, then place.</param>
    [MethodImpl(Compiled.AtOnce)]
    public void Read(T* places, (int First, int Count) rows, T* coefficients)
    {
        nint stride = (nint)rows.Count * _tile * _kernel.Lanes.ElementBytes;
        fixed (nint* offsets = _offsets, functions = _functions)
        {
            if (_kernel.Correlation.Filters is null)
            {
                for (int row = 0; row < rows.Count; row++)
                {
                    _kernel.Transform(places, offsets + ((rows.First + row) * _order), coefficients + (row * _tile), stride, _tile);
                }

                return;
            }

            for (int row = 0; row < rows.Count; row++)
            {
                (int source, int filter) = Math.DivRem(rows.First + row, _filters);
                if (filter == 0)
                {
                    Filter(places, offsets + ((long)source * _order * _taps));
                }

                _kernel.Transform(
                    _responses.Start + ((long)filter * _order * _tile), functions, coefficients + (row * _tile), stride, _tile);
            }
        }
    }

    /// <summary>Adds to the planes, by the transpose of <see cref="Read"/>.</summary>
    /// <param name="coefficients">Coefficients of the rows.</param>
    /// <param name="from">For each coefficient where its rows begin, in bytes.</param>
    /// <param name="rows">Which rows, whole sources.</param>
    /// <param name="places">The tile's first place.</param>
    [MethodImpl(Compiled.AtOnce)]
    public void AddBack(T* coefficients, nint* from, (int First, int Count) rows, T* places)
    {
        fixed (nint* offsets = _offsets)
        {
            for (int row = 0; row < rows.Count; row++)
            {
                T* sums = coefficients + ((long)row * _tile);
                (int source, int filter) = Math.DivRem(rows.First + row, _filters);
                if (_kernel.Correlation.Filters is null)
                {
                    _kernel.Scatter(sums, from, places, offsets + ((long)source * _order), _tile);
                    continue;
                }

                _kernel.Inverse(
                    sums, from, _responses.Start + ((long)filter * _order * _tile), (nint)_tile * _kernel.Lanes.ElementBytes, _tile);
                if (filter == _filters - 1)
                {
                    AddFiltered(places, offsets + ((long)source * _order * _taps));
                }
            }
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Filter(T* places, nint* offsets)
    {
        nint stride = (nint)_order * _tile * _kernel.Lanes.ElementBytes;
        for (int a = 0; a < _order; a++)
        {
            _kernel.Filter(a)(places, offsets + (a * _taps), _responses.Start + ((long)a * _tile), stride, _tile);
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void AddFiltered(T* places, nint* offsets)
    {
        fixed (nint* responses = _responseRows)
        {
            for (int a = 0; a < _order; a++)
            {
                _kernel.FilterScatter(a)(_responses.Start + ((long)a * _tile), responses, places, offsets + (a * _taps), _tile);
            }
        }
    }
}
