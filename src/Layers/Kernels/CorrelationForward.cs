using System.Numerics;
using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>Runs a correlation over a batch: tile by tile transform, products of blocks, transform back.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal static unsafe class CorrelationForward<T>
    where T : unmanaged, INumberBase<T>
{
    private const int Tile = CorrelationKernel<T>.Tile;

    /// <summary>The memory for finished tiles, of which several are written at once: rows of the output are then written in longer pieces.</summary>
    private const int FinishedBytes = 192 * 1024, MostTiles = 8;

    /// <summary>Computes the output.</summary>
    /// <param name="kernel">The convolution.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="packed">Its weights, by <see cref="BlockWeights.Pack"/>.</param>
    /// <param name="bias">For each output field a number to add, or null.</param>
    /// <param name="input">The input, <c>images x channels x height x width</c>.</param>
    /// <param name="output">The output, to be written.</param>
    /// <param name="threads">The threads to use.</param>
    public static void Run(CorrelationKernel<T> kernel, CorrelationShape shape, T* packed, T* bias, T* input, T* output, int threads)
    {
        FieldCorrelation correlation = kernel.Correlation;
        StripLayout layout = new(
            shape, correlation.Box, correlation.From.Channels, kernel.Lanes.ElementBytes, Tile, Math.Max(1, threads > 1 ? 4 * threads : 1));
        nint[] offsets = layout.Offsets(correlation.Inputs, kernel.Lanes.ElementBytes);
        Threads.Each(
            layout.Count, threads, () => new Worker(kernel, layout, offsets),
            (worker, strip) => worker.Run(layout[strip], packed, bias, input, output));
    }

    private sealed class Worker : IDisposable
    {
        private readonly CorrelationKernel<T> _kernel;
        private readonly StripLayout _layout;
        private readonly RowCoefficients<T> _reading;
        private readonly nint[] _inverseOffsets;
        private readonly Scratch<T> _planes;
        private readonly Scratch<T> _coefficients;
        private readonly Scratch<T> _sums;
        private readonly Scratch<T> _rows;
        private readonly int _run;
        private readonly (PanelProduct<T>[] Products, int Weights)[] _products;

        internal Worker(CorrelationKernel<T> kernel, StripLayout layout, nint[] offsets)
        {
            (_kernel, _layout) = (kernel, layout);
            (int order, int fields) = (kernel.Blocks.Order, kernel.Correlation.Fields);
            _inverseOffsets = kernel.CoefficientOffsets(fields);
            _reading = new RowCoefficients<T>(kernel, offsets, Tile);
            _planes = new Scratch<T>(layout.Length);
            _coefficients = new Scratch<T>((long)kernel.Chunks.Max(chunk => chunk.Count) * order * Tile);
            _sums = new Scratch<T>((long)order * fields * Tile).Cleared();
            _run = Tile * Math.Clamp(FinishedBytes / (order * fields * Tile * kernel.Lanes.ElementBytes), 1, MostTiles);
            _rows = new Scratch<T>((long)order * fields * _run);
            _products = [.. kernel.Chunks.Select((chunk, number) =>
                PanelProduct<T>.Of(kernel, kernel.Panels, chunk.Count, chunk.Count, adds: number > 0))];
        }

        public void Dispose()
        {
            _reading.Dispose();
            _planes.Dispose();
            _coefficients.Dispose();
            _sums.Dispose();
            _rows.Dispose();
        }

        internal void Run(Strip strip, T* packed, T* bias, T* input, T* output)
        {
            StripCopy<T>.Read(_layout, strip, _kernel.Correlation.From.Channels, input, _planes.Start);
            OutputPlaces places = new(_layout, strip);
            for (int begin = places.Next(0), first; begin < places.End; begin = first)
            {
                int end = begin;
                for (first = begin; first < places.End && first + Tile <= begin + _run; first = places.Next(end))
                {
                    Multiply(_planes.Start + first, packed);
                    Finish(bias, _rows.Start + (first - begin));
                    end = first + Tile;
                }

                StripCopy<T>.Write(
                    _layout, strip, begin, Math.Min(end, places.End) - begin, _rows.Start, _run, _kernel.Correlation.OutputChannels,
                    output, _kernel.Correlation.To.Channels);
            }

            if (_layout.Shape.OnHexagon)
            {
                StripCopy<T>.ClearOffHexagon(_layout, strip, output, _kernel.Correlation.To.Channels);
            }
        }

        private void Multiply(T* places, T* packed)
        {
            for (int number = 0; number < _kernel.Chunks.Length; number++)
            {
                _reading.Read(places, _kernel.Chunks[number], _coefficients.Start);
                PanelProduct<T>.Run(_products[number].Products, _kernel, _coefficients.Start, packed, _sums.Start);
                packed += _products[number].Weights;
            }
        }

        [MethodImpl(Compiled.AtOnce)]
        private void Finish(T* bias, T* rows)
        {
            (int order, int fields) = (_kernel.Blocks.Order, _kernel.Correlation.Fields);
            fixed (nint* offsets = _inverseOffsets)
            {
                for (int field = 0; field < fields; field++)
                {
                    T* sums = _sums.Start + (field * Tile);
                    if (bias is not null)
                    {
                        // The first coefficient is that of the constant functions.
                        T* constant = sums + (offsets[0] / _kernel.Lanes.ElementBytes);
                        for (int at = 0; at < Tile; at++)
                        {
                            constant[at] += bias[field];
                        }
                    }

                    _kernel.Inverse(
                        sums, offsets, rows + ((long)field * order * _run), (nint)_run * _kernel.Lanes.ElementBytes, Tile);
                }
            }
        }
    }
}
