using System.Numerics;
using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>
/// The gradient of a correlation to its input at any stride: the coefficients of the output's gradient, the transposed products, and what
/// comes out added where the rows read.
/// </summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal static unsafe class CorrelationImageGradient<T>
    where T : unmanaged, INumberBase<T>
{
    private const int Tile = CorrelationKernel<T>.Tile;

    /// <summary>Adds the gradient to the input.</summary>
    /// <param name="kernel">The convolution.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="packed">Its weights, by <see cref="BlockWeights.Pack"/>, transposed.</param>
    /// <param name="outputGradient">The gradient to the output.</param>
    /// <param name="gradient">The gradient to the input, to which is added.</param>
    /// <param name="threads">The threads to use.</param>
    public static void Run(
        CorrelationKernel<T> kernel, CorrelationShape shape, T* packed, T* outputGradient, T* gradient, int threads)
    {
        FieldCorrelation correlation = kernel.Correlation;
        StripLayout layout = new(shape, correlation.Box, correlation.From.Channels, kernel.Lanes.ElementBytes, Tile, 1);
        nint[] offsets = layout.Offsets(correlation.Inputs, kernel.Lanes.ElementBytes);

        // Strips of one image add to the same pixels, so one thread does them all.
        Threads.Each(layout.Count / layout.Pieces, threads, () => new Worker(kernel, layout, offsets), (worker, images) =>
        {
            for (int strip = images * layout.Pieces; strip < (images + 1) * layout.Pieces; strip++)
            {
                worker.Run(layout[strip], packed, outputGradient, gradient);
            }
        });
    }

    private sealed class Worker : IDisposable
    {
        private readonly CorrelationKernel<T> _kernel;
        private readonly StripLayout _layout;
        private readonly RowCoefficients<T> _adding;
        private readonly nint[][] _coefficientOffsets;
        private readonly Scratch<T> _planes;
        private readonly OutputCoefficients<T> _output;
        private readonly Scratch<T> _coefficients;
        private readonly (PanelProduct<T>[] Products, int Weights)[] _products;

        internal Worker(CorrelationKernel<T> kernel, StripLayout layout, nint[] offsets)
        {
            (_kernel, _layout) = (kernel, layout);
            int order = kernel.Blocks.Order;
            _coefficientOffsets = [.. kernel.Chunks.Select(chunk => kernel.CoefficientOffsets(chunk.Count))];
            _adding = new RowCoefficients<T>(kernel, offsets, Tile);
            _planes = new Scratch<T>(layout.Length);
            _output = new OutputCoefficients<T>(kernel, layout, Tile);
            _coefficients = new Scratch<T>((long)kernel.Chunks.Max(chunk => chunk.Count) * order * Tile);
            _products = [.. kernel.Chunks.Select((chunk, number) =>
                PanelProduct<T>.Of(kernel, kernel.TransposedPanels[number], chunk.Count, kernel.Correlation.Fields, adds: false))];
        }

        public void Dispose()
        {
            _adding.Dispose();
            _planes.Dispose();
            _output.Dispose();
            _coefficients.Dispose();
        }

        internal void Run(Strip strip, T* packed, T* outputGradient, T* gradient)
        {
            _output.Read(strip, outputGradient);
            new Span<T>(_planes.Start, checked((int)_planes.Length)).Clear();
            OutputPlaces places = new(_layout, strip);
            for (int first = places.Next(0); first < places.End; first = places.Next(first + Tile))
            {
                TransformOutput(first, places.End - first);
                Multiply(_planes.Start + first, packed);
            }

            StripCopy<T>.AddBack(_layout, strip, _kernel.Correlation.From.Channels, _planes.Start, gradient);
        }

        [MethodImpl(Compiled.AtOnce)]
        private void TransformOutput(int first, int left)
        {
            _output.Transform(first);

            // A last tile has read past its plane, into the next channel.
            for (int row = 0; left < Tile && row < _kernel.Blocks.Order * _kernel.Correlation.Fields; row++)
            {
                new Span<T>(_output.Rows + ((long)row * Tile) + left, Tile - left).Clear();
            }
        }

        [MethodImpl(Compiled.AtOnce)]
        private void Multiply(T* places, T* packed)
        {
            for (int number = 0; number < _kernel.Chunks.Length; number++)
            {
                if (_kernel.Correlation.Written.Count < _kernel.Blocks.Blocks.Count)
                {
                    // Blocks that no product writes lie elsewhere in every size of chunk.
                    new Span<T>(_coefficients.Start, _kernel.Chunks[number].Count * _kernel.Blocks.Order * Tile).Clear();
                }

                PanelProduct<T>.Run(_products[number].Products, _kernel, _output.Rows, packed, _coefficients.Start);
                packed += _products[number].Weights;
                fixed (nint* from = _coefficientOffsets[number])
                {
                    _adding.AddBack(_coefficients.Start, from, _kernel.Chunks[number], places);
                }
            }
        }
    }
}
