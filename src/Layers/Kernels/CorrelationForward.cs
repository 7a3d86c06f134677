using System.Numerics;

namespace GCnn.Layers;

/// <summary>Runs a correlation over a batch: tile by tile transform, products of blocks, transform back.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal static unsafe class CorrelationForward<T>
    where T : unmanaged, INumberBase<T>
{
    private const int Tile = CorrelationKernel<T>.Tile;

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
        nint[] offsets = [.. correlation.Inputs.Select(tap => (nint)layout.Offset(tap) * kernel.Lanes.ElementBytes)];
        Threads.Split(layout.Count, threads, (first, end) =>
        {
            using Worker worker = new(kernel, layout, offsets);
            for (int strip = first; strip < end; strip++)
            {
                worker.Run(layout[strip], packed, bias, input, output);
            }
        });
    }

    private sealed class Worker : IDisposable
    {
        private readonly CorrelationKernel<T> _kernel;
        private readonly StripLayout _layout;
        private readonly nint[] _offsets;
        private readonly nint[] _inverseOffsets;
        private readonly Scratch<T> _planes;
        private readonly Scratch<T> _coefficients;
        private readonly Scratch<T> _sums;
        private readonly Scratch<T> _rows;
        private readonly Product[][] _products;

        internal Worker(CorrelationKernel<T> kernel, StripLayout layout, nint[] offsets)
        {
            (_kernel, _layout, _offsets) = (kernel, layout, offsets);
            (int order, int fields) = (kernel.Blocks.Order, kernel.Correlation.Fields);
            _inverseOffsets = new nint[order];
            for (int place = 0; place < order; place++)
            {
                _inverseOffsets[kernel.Blocks.Coefficients[place]] = (nint)place * fields * Tile * kernel.Lanes.ElementBytes;
            }

            _planes = new Scratch<T>(layout.Length);
            _coefficients = new Scratch<T>((long)kernel.Chunks.Max(chunk => chunk.Count) * order * Tile);
            _sums = new Scratch<T>((long)order * fields * Tile);
            _rows = new Scratch<T>((long)order * fields * Tile);
            _products = [.. kernel.Chunks.Select((chunk, number) => Products(kernel, chunk.Count, number > 0))];
        }

        public void Dispose()
        {
            _planes.Dispose();
            _coefficients.Dispose();
            _sums.Dispose();
            _rows.Dispose();
        }

        internal void Run(Strip strip, T* packed, T* bias, T* input, T* output)
        {
            StripCopy<T>.Read(_layout, strip, _kernel.Correlation.From.Channels, input, _planes.Start);
            int places = _layout.PlacesOf(strip);
            for (int first = 0; first < places; first += Tile)
            {
                Multiply(_planes.Start + first, packed);
                Finish(bias);
                StripCopy<T>.Write(
                    _layout, strip, first, Tile, _rows.Start, _kernel.Correlation.OutputChannels, output, _kernel.Correlation.To.Channels);
            }
        }

        private void Multiply(T* places, T* packed)
        {
            int order = _kernel.Blocks.Order;
            fixed (nint* offsets = _offsets)
            {
                for (int number = 0; number < _kernel.Chunks.Length; number++)
                {
                    (int firstRow, int count) = _kernel.Chunks[number];
                    nint stride = (nint)count * Tile * _kernel.Lanes.ElementBytes;
                    for (int row = 0; row < count; row++)
                    {
                        _kernel.Transform(places, offsets + ((firstRow + row) * order), _coefficients.Start + (row * Tile), stride, Tile);
                    }

                    packed += Multiply(_products[number], count, packed);
                }
            }
        }

        /// <summary>The products of one chunk of rows; gives the numbers of its weights.</summary>
        private int Multiply(Product[] products, int count, T* packed)
        {
            int step = _kernel.Vectors * _kernel.Lanes.Count, used = 0;
            foreach (Product product in products)
            {
                T* rows = _coefficients.Start + ((long)product.Block.First * count * Tile);
                T* sums = _sums.Start + ((((long)product.Block.First * _kernel.Correlation.Fields) + product.FirstColumn) * Tile);
                for (int at = 0; at < Tile; at += step)
                {
                    product.Kernel(rows + at, packed + product.Weights, sums + at, product.Block.Size * count);
                }

                used = Math.Max(used, product.End);
            }

            return used;
        }

        private void Finish(T* bias)
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
                        sums, offsets, _rows.Start + ((long)field * order * Tile), (nint)Tile * _kernel.Lanes.ElementBytes, Tile);
                }
            }
        }

        private static Product[] Products(CorrelationKernel<T> kernel, int count, bool adds)
        {
            int[] starts = new int[kernel.Panels.Length + 1];
            for (int matrix = 0; matrix < kernel.Panels.Length; matrix++)
            {
                int size = kernel.Blocks.Sizes[matrix];
                starts[matrix + 1] = starts[matrix] + (size * size * count * kernel.Correlation.Fields);
            }

            List<Product> products = [];
            foreach (GroupBlock block in kernel.Blocks.Blocks)
            {
                foreach ((int firstColumn, int width) in kernel.Panels[block.Matrix])
                {
                    products.Add(new Product(
                        block, firstColumn, starts[block.Matrix] + (block.Size * count * firstColumn), starts[^1],
                        PanelKernels.For<T>(kernel.Lanes, kernel.Vectors, width, Tile, adds)));
                }
            }

            return [.. products];
        }

        private sealed record Product(GroupBlock Block, int FirstColumn, int Weights, int End, PanelKernel<T> Kernel);
    }
}
