using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>The free weights of a convolution as the matrices of its blocks, and back for their gradients.</summary>
internal static unsafe class BlockWeights
{
    /// <summary>
    /// The matrices, packed in the order in which they are multiplied: chunk by chunk of rows, matrix by matrix, panel by panel, for each
    /// input row the panel's weights.
    /// </summary>
    /// <param name="kernel">The convolution.</param>
    /// <param name="transposed">Whether for the way from outputs to inputs, whose input rows are the matrices' columns.</param>
    /// <param name="weights">The free weights, and a zero behind them.</param>
    /// <param name="packed"><see cref="Length{T}"/> numbers.</param>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public static void Pack<T>(CorrelationKernel<T> kernel, bool transposed, ReadOnlySpan<T> weights, Span<T> packed)
        where T : unmanaged, INumberBase<T>
    {
        FieldCorrelation correlation = kernel.Correlation;
        T[] functions = Functions(correlation, weights);
        for (int number = 0; number < kernel.Chunks.Length; number++)
        {
            (int first, int count) = kernel.Chunks[number];
            for (int matrix = 0; matrix < kernel.Panels.Length; matrix++)
            {
                int size = kernel.Blocks.Sizes[matrix], rows = size * count, columns = size * correlation.Fields;
                T[] dense = Dense(correlation, functions, matrix, first, count);
                if (transposed)
                {
                    PackRows(dense, columns, kernel.TransposedPanels[number][matrix], packed);
                }
                else
                {
                    PackColumns(dense, rows, columns, kernel.Panels[matrix], packed);
                }

                packed = packed[(rows * columns)..];
                ArrayPool<T>.Shared.Return(dense);
            }
        }

        ArrayPool<T>.Shared.Return(functions);
    }

    /// <summary>The numbers of all matrices.</summary>
    public static int Length<T>(CorrelationKernel<T> kernel)
        where T : unmanaged, INumberBase<T> => kernel.Correlation.Rows * kernel.Correlation.Fields * kernel.Blocks.Sizes.Sum(size => size * size);

    /// <summary>
    /// Adds to the gradients of the free weights what comes from those of one matrix: rows <c>(coefficient, row of the chunk)</c>, columns
    /// <c>(coefficient, field)</c>.
    /// </summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void AddGradient<T>(
        FieldCorrelation correlation, int matrix, (int First, int Count) chunk, T* dense, int rowLength, T* functions)
        where T : unmanaged, INumberBase<T>
    {
        (int order, int fields) = (correlation.Blocks.Order, correlation.Fields);
        foreach ((int i, int o, int h, double number) in correlation.Blocks.Terms(matrix))
        {
            T factor = T.CreateTruncating(number);
            for (int row = 0; row < chunk.Count; row++)
            {
                T* from = dense + ((long)((i * chunk.Count) + row) * rowLength) + (o * fields);
                T* to = functions + ((long)(((chunk.First + row) * order) + h) * fields);
                for (int field = 0; field < fields; field++)
                {
                    to[field] += factor * from[field];
                }
            }
        }
    }

    /// <summary>Panels of columns, row by row.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static void PackColumns<T>(T[] dense, int rows, int columns, (int First, int Count)[] panels, Span<T> packed)
    {
        int at = 0;
        foreach ((int first, int count) in panels)
        {
            for (int row = 0; row < rows; row++)
            {
                dense.AsSpan((row * columns) + first, count).CopyTo(packed[at..]);
                at += count;
            }
        }
    }

    /// <summary>Panels of rows, column by column.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static void PackRows<T>(T[] dense, int columns, (int First, int Count)[] panels, Span<T> packed)
    {
        int at = 0;
        foreach ((int first, int count) in panels)
        {
            for (int column = 0; column < columns; column++)
            {
                for (int row = first; row < first + count; row++)
                {
                    packed[at++] = dense[(row * columns) + column];
                }
            }
        }
    }

    /// <summary>The functions <c>φ</c>: row, element, field.</summary>
    private static T[] Functions<T>(FieldCorrelation correlation, ReadOnlySpan<T> weights)
        where T : unmanaged, INumberBase<T>
    {
        T[] functions = ArrayPool<T>.Shared.Rent(correlation.Functions.Length);
        correlation.Functions.Make(weights, functions.AsSpan(0, correlation.Functions.Length));
        return functions;
    }

    /// <summary>A matrix of some rows of the correlation: rows <c>(coefficient, row)</c>, columns <c>(coefficient, field)</c>.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static T[] Dense<T>(FieldCorrelation correlation, T[] functions, int matrix, int first, int count)
        where T : unmanaged, INumberBase<T>
    {
        (int size, int order, int fields) = (correlation.Blocks.Sizes[matrix], correlation.Blocks.Order, correlation.Fields);
        int length = size * count * size * fields;
        T[] dense = ArrayPool<T>.Shared.Rent(length);
        dense.AsSpan(0, length).Clear();
        (int From, int To, T Factor)[] terms = [.. correlation.Blocks.Terms(matrix).Select(term =>
            (term.Element * fields, (term.Input * count * size * fields) + (term.Output * fields), T.CreateTruncating(term.Factor)))];
        fixed (T* source = functions, target = dense)
        {
            for (int row = 0; row < count; row++)
            {
                T* from = source + ((long)(first + row) * order * fields);
                T* to = target + ((long)row * size * fields);
                foreach ((int fromStart, int toStart, T factor) in terms)
                {
                    AddMultiple(factor, from + fromStart, to + toStart, fields);
                }
            }
        }

        return dense;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void AddMultiple<T>(T factor, T* from, T* to, int count)
        where T : unmanaged, INumberBase<T>
    {
        Vector<T> factors = new(factor);
        int at = 0;
        for (; at <= count - Vector<T>.Count; at += Vector<T>.Count)
        {
            (Vector.Load(to + at) + (factors * Vector.Load(from + at))).Store(to + at);
        }

        for (; at < count; at++)
        {
            to[at] += factor * from[at];
        }
    }
}
