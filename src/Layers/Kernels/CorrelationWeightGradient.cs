using System.Numerics;
using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>
/// The gradient of a correlation to its weights: per tile the coefficients of input and output gradient, and the products of the ones with
/// the others, summed over places.
/// </summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal static unsafe class CorrelationWeightGradient<T>
    where T : unmanaged, INumberBase<T>
{
    private const int Tile = CorrelationKernel<T>.GradientTile;

    /// <summary>Adds the gradient to the free weights.</summary>
    /// <param name="kernel">The convolution.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="input">The input, <c>images x channels x height x width</c>.</param>
    /// <param name="outputGradient">The gradient to the output.</param>
    /// <param name="gradient">The gradient to the free weights, to which is added.</param>
    /// <param name="threads">The threads to use.</param>
    public static void Run(
        CorrelationKernel<T> kernel, CorrelationShape shape, T* input, T* outputGradient, Span<T> gradient, int threads)
    {
        FieldCorrelation correlation = kernel.Correlation;
        StripLayout layout = new(
            shape, correlation.Box, correlation.From.Channels, kernel.Lanes.ElementBytes, Tile, Math.Max(1, threads > 1 ? 4 * threads : 1));
        nint[] offsets = layout.Offsets(correlation.Inputs, kernel.Lanes.ElementBytes);
        T[]?[] functions = new T[layout.Count][];
        Threads.Split(layout.Count, threads, (first, end) =>
        {
            using Worker worker = new(kernel, layout, offsets);
            for (int strip = first; strip < end; strip++)
            {
                worker.Run(layout[strip], input, outputGradient);
            }

            functions[first] = worker.Functions();
        });
        foreach (T[] part in functions.OfType<T[]>())
        {
            correlation.Functions.AddGradient<T>(part, gradient);
        }
    }

    private sealed class Worker : IDisposable
    {
        private readonly CorrelationKernel<T> _kernel;
        private readonly StripLayout _layout;
        private readonly RowCoefficients<T> _reading;
        private readonly Scratch<T> _planes;
        private readonly Scratch<T> _coefficients;
        private readonly OutputCoefficients<T> _output;
        private readonly Scratch<T> _columns;
        private readonly Scratch<T> _sums;
        private readonly Block[] _blocks;

        internal Worker(CorrelationKernel<T> kernel, StripLayout layout, nint[] offsets)
        {
            (_kernel, _layout) = (kernel, layout);
            int order = kernel.Blocks.Order;
            _reading = new RowCoefficients<T>(kernel, offsets, Tile);
            _blocks = [.. Plan(kernel)];
            _planes = new Scratch<T>(layout.Length);
            _coefficients = new Scratch<T>((long)kernel.GradientChunks.Max(chunk => chunk.Count) * order * Tile);
            _output = new OutputCoefficients<T>(kernel, layout, Tile);
            _columns = new Scratch<T>(_blocks[^1].Columns + ((long)_blocks[^1].Padded * Tile)).Cleared();
            _sums = new Scratch<T>(_blocks.Max(block => block.Sums + ((long)block.Size * kernel.Correlation.Rows * block.Padded))).Cleared();
        }

        public void Dispose()
        {
            _reading.Dispose();
            _planes.Dispose();
            _coefficients.Dispose();
            _output.Dispose();
            _columns.Dispose();
            _sums.Dispose();
        }

        internal void Run(Strip strip, T* input, T* outputGradient)
        {
            StripCopy<T>.Read(_layout, strip, _kernel.Correlation.From.Channels, input, _planes.Start);
            _output.Read(strip, outputGradient);
            OutputPlaces places = new(_layout, strip);
            for (int first = places.Next(0), length; first < places.End; first = places.Next(first + length))
            {
                // Behind the run lie places of no output, or the next channel.
                length = places.RunFrom(first, Tile, gap: _kernel.Lanes.Count);
                TransformOutput(first, length);
                Multiply(_planes.Start + first, length);
            }
        }

        /// <summary>The gradients of the functions <c>φ</c>.</summary>
        internal T[] Functions()
        {
            FieldCorrelation correlation = _kernel.Correlation;
            T[] functions = new T[correlation.Functions.Length];
            fixed (T* target = functions)
            {
                foreach (Block block in _blocks.DistinctBy(block => block.Matrix))
                {
                    T* sums = _sums.Start + block.Sums;
                    foreach ((int First, int Count) chunk in _kernel.GradientChunks)
                    {
                        BlockWeights.AddGradient(correlation, block.Matrix, chunk, sums, block.Padded, target);
                        sums += (long)block.Size * chunk.Count * block.Padded;
                    }
                }
            }

            return functions;
        }

        /// <summary>The coefficients of the output's gradient, those of one place next to each other.</summary>
        [MethodImpl(Compiled.AtOnce)]
        private void TransformOutput(int first, int length)
        {
            int fields = _kernel.Correlation.Fields;
            _output.Transform(first);
            foreach (Block block in _blocks)
            {
                T* from = _output.Rows + ((long)block.First * fields * Tile);
                T* to = _columns.Start + block.Columns;
                int columns = block.Size * fields;
                for (int place = 0; place < length; place++)
                {
                    T* line = to + ((long)place * block.Padded);
                    for (int column = 0; column < columns; column++)
                    {
                        line[column] = from[((long)column * Tile) + place];
                    }
                }
            }
        }

        private void Multiply(T* places, int length)
        {
            int chunkStart = 0;
            for (int number = 0; number < _kernel.GradientChunks.Length; number++)
            {
                _reading.Read(places, _kernel.GradientChunks[number], _coefficients.Start);
                foreach (Block block in _blocks)
                {
                    Multiply(block, number, chunkStart, length);
                }

                chunkStart += _kernel.GradientChunks[number].Count;
            }
        }

        [MethodImpl(Compiled.AtOnce)]
        private void Multiply(Block block, int number, int chunkStart, int length)
        {
            int bytes = _kernel.Lanes.ElementBytes;
            T* rows = _coefficients.Start + ((long)block.First * _kernel.GradientChunks[number].Count * Tile);
            T* sums = _sums.Start + block.Sums + ((long)block.Size * chunkStart * block.Padded);
            foreach (Product product in block.Products[number])
            {
                product.Kernel(
                    rows + ((long)product.FirstRow * Tile), _columns.Start + block.Columns + product.FirstColumn, (nint)block.Padded * bytes,
                    sums + ((long)product.FirstRow * block.Padded) + product.FirstColumn, (nint)block.Padded * bytes, length);
            }
        }

        private static IEnumerable<Block> Plan(CorrelationKernel<T> kernel)
        {
            int lanes = kernel.Lanes.Count, most = kernel.Lanes.Registers >= 32 ? 24 : 12;
            int columnsStart = 0;
            Dictionary<int, long> sums = [];
            long sumsEnd = 0;
            foreach (GroupBlock block in kernel.Correlation.Written)
            {
                int padded = (((block.Size * kernel.Correlation.Fields) + lanes - 1) / lanes) * lanes;
                if (!sums.TryGetValue(block.Matrix, out long start))
                {
                    start = sumsEnd;
                    sums.Add(block.Matrix, start);
                    sumsEnd += (long)block.Size * kernel.Correlation.Rows * padded;
                }

                Product[][] products = [.. kernel.GradientChunks.Select(chunk => Products(kernel, block.Size * chunk.Count, padded / lanes, most))];
                yield return new Block(block.Matrix, block.First, block.Size, padded, columnsStart, start, products);
                columnsStart += padded * Tile;
            }
        }

        private static Product[] Products(CorrelationKernel<T> kernel, int rows, int vectors, int most)
        {
            List<Product> products = [];
            foreach ((int firstVector, int width) in Division.Even(vectors, kernel.Lanes.Registers >= 32 ? 3 : 2))
            {
                foreach ((int firstRow, int height) in Division.Even(rows, most / width))
                {
                    products.Add(new Product(
                        firstRow, firstVector * kernel.Lanes.Count, OuterKernels.For<T>(kernel.Lanes, height, width, Tile)));
                }
            }

            return [.. products];
        }

        private sealed record Product(int FirstRow, int FirstColumn, OuterKernel<T> Kernel);

        private sealed record Block(int Matrix, int First, int Size, int Padded, int Columns, long Sums, Product[][] Products);
    }
}
