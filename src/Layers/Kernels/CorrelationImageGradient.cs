using System.Numerics;

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
    /// <param name="packed">Its weights, by <see cref="BlockWeights.PackTransposed"/>.</param>
    /// <param name="outputGradient">The gradient to the output.</param>
    /// <param name="gradient">The gradient to the input, to which is added.</param>
    /// <param name="threads">The threads to use.</param>
    public static void Run(
        CorrelationKernel<T> kernel, CorrelationShape shape, T* packed, T* outputGradient, T* gradient, int threads)
    {
        FieldCorrelation correlation = kernel.Correlation;
        StripLayout layout = new(shape, correlation.Box, correlation.From.Channels, kernel.Lanes.ElementBytes, Tile, 1);
        nint[] offsets = [.. correlation.Inputs.Select(tap => (nint)layout.Offset(tap) * kernel.Lanes.ElementBytes)];

        // Strips of one image add to the same pixels, so one thread does them all.
        Threads.Split(layout.Count / layout.Pieces, threads, (first, end) =>
        {
            using Worker worker = new(kernel, layout, offsets);
            for (int strip = first * layout.Pieces; strip < end * layout.Pieces; strip++)
            {
                worker.Run(layout[strip], packed, outputGradient, gradient);
            }
        });
    }

    private sealed class Worker : IDisposable
    {
        private readonly CorrelationKernel<T> _kernel;
        private readonly StripLayout _layout;
        private readonly nint[] _offsets;
        private readonly nint[] _outputOffsets;
        private readonly nint[][] _coefficientOffsets;
        private readonly Scratch<T> _planes;
        private readonly Scratch<T> _outputPlanes;
        private readonly Scratch<T> _outputRows;
        private readonly Scratch<T> _coefficients;
        private readonly Product[][] _products;

        internal Worker(CorrelationKernel<T> kernel, StripLayout layout, nint[] offsets)
        {
            (_kernel, _layout, _offsets) = (kernel, layout, offsets);
            (int order, int fields) = (kernel.Blocks.Order, kernel.Correlation.Fields);
            int channels = kernel.Correlation.To.Channels, bytes = kernel.Lanes.ElementBytes;
            _outputOffsets = [.. kernel.Correlation.OutputChannels.Select(channel =>
                (channel < 0 ? channels : channel) * (nint)layout.Plane * bytes)];
            _coefficientOffsets = [.. kernel.Chunks.Select(chunk => Offsets(kernel, chunk.Count))];
            _planes = new Scratch<T>(layout.Length);
            _outputPlanes = new Scratch<T>(((long)(channels + 1) * layout.Plane) + Tile);
            _outputRows = new Scratch<T>((long)order * fields * Tile);
            _coefficients = new Scratch<T>((long)kernel.Chunks.Max(chunk => chunk.Count) * order * Tile);
            _products = [.. Enumerable.Range(0, kernel.Chunks.Length).Select(number => Products(kernel, number))];
        }

        public void Dispose()
        {
            _planes.Dispose();
            _outputPlanes.Dispose();
            _outputRows.Dispose();
            _coefficients.Dispose();
        }

        internal void Run(Strip strip, T* packed, T* outputGradient, T* gradient)
        {
            int channels = _kernel.Correlation.To.Channels;
            StripCopy<T>.ReadOutput(_layout, strip, channels, outputGradient, _outputPlanes.Start, _layout.Plane + Tile);
            new Span<T>(_planes.Start, checked((int)_planes.Length)).Clear();
            int places = _layout.PlacesOf(strip);
            for (int first = 0; first < places; first += Tile)
            {
                TransformOutput(first, places - first);
                Multiply(_planes.Start + first, packed);
            }

            StripCopy<T>.AddBack(_layout, strip, _kernel.Correlation.From.Channels, _planes.Start, gradient);
        }

        private void TransformOutput(int first, int left)
        {
            (int order, int fields) = (_kernel.Blocks.Order, _kernel.Correlation.Fields);
            nint stride = (nint)fields * Tile * _kernel.Lanes.ElementBytes;
            fixed (nint* offsets = _outputOffsets)
            {
                for (int field = 0; field < fields; field++)
                {
                    _kernel.Transform(
                        _outputPlanes.Start + first, offsets + (field * order), _outputRows.Start + (field * Tile), stride, Tile);
                }
            }

            // A last tile has read past its plane, into the next channel.
            for (int row = 0; left < Tile && row < order * fields; row++)
            {
                new Span<T>(_outputRows.Start + ((long)row * Tile) + left, Tile - left).Clear();
            }
        }

        private void Multiply(T* places, T* packed)
        {
            (int order, int fields) = (_kernel.Blocks.Order, _kernel.Correlation.Fields);
            int step = _kernel.Vectors * _kernel.Lanes.Count;
            for (int number = 0; number < _kernel.Chunks.Length; number++)
            {
                int used = 0;
                foreach (Product product in _products[number])
                {
                    T* rows = _outputRows.Start + ((long)product.Block.First * fields * Tile);
                    T* sums = _coefficients.Start
                        + ((((long)product.Block.First * _kernel.Chunks[number].Count) + product.FirstRow) * Tile);
                    for (int at = 0; at < Tile; at += step)
                    {
                        product.Kernel(rows + at, packed + product.Weights, sums + at, product.Block.Size * fields);
                    }

                    used = product.End;
                }

                packed += used;
                fixed (nint* from = _coefficientOffsets[number], to = _offsets)
                {
                    for (int row = 0; row < _kernel.Chunks[number].Count; row++)
                    {
                        _kernel.Scatter(
                            _coefficients.Start + ((long)row * Tile), from, places,
                            to + ((_kernel.Chunks[number].First + row) * order), Tile);
                    }
                }
            }
        }

        private static nint[] Offsets(CorrelationKernel<T> kernel, int count)
        {
            nint[] offsets = new nint[kernel.Blocks.Order];
            for (int place = 0; place < offsets.Length; place++)
            {
                offsets[kernel.Blocks.Coefficients[place]] = (nint)place * count * Tile * kernel.Lanes.ElementBytes;
            }

            return offsets;
        }

        private static Product[] Products(CorrelationKernel<T> kernel, int number)
        {
            int count = kernel.Chunks[number].Count;
            int[] starts = new int[kernel.Panels.Length + 1];
            for (int matrix = 0; matrix < kernel.Panels.Length; matrix++)
            {
                int size = kernel.Blocks.Sizes[matrix];
                starts[matrix + 1] = starts[matrix] + (size * size * count * kernel.Correlation.Fields);
            }

            List<Product> products = [];
            foreach (GroupBlock block in kernel.Blocks.Blocks)
            {
                foreach ((int firstRow, int height) in kernel.TransposedPanels[number][block.Matrix])
                {
                    products.Add(new Product(
                        block, firstRow, starts[block.Matrix] + (block.Size * kernel.Correlation.Fields * firstRow), starts[^1],
                        PanelKernels.For<T>(kernel.Lanes, kernel.Vectors, height, Tile, adds: false)));
                }
            }

            return [.. products];
        }

        private sealed record Product(GroupBlock Block, int FirstRow, int Weights, int End, PanelKernel<T> Kernel);
    }
}
