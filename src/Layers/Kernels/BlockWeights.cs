using System.Numerics;

namespace GCnn.Layers;

/// <summary>The free weights of a convolution as the matrices of its blocks, and back for their gradients.</summary>
internal static unsafe class BlockWeights
{
    /// <summary>
    /// The matrices, packed in the order in which they are multiplied: chunk by chunk of rows, matrix by matrix, panel by panel, for each
    /// input row the panel's weights.
    /// </summary>
    /// <param name="kernel">The convolution.</param>
    /// <param name="weights">The free weights.</param>
    /// <param name="packed"><see cref="Length{T}"/> numbers.</param>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    public static void Pack<T>(CorrelationKernel<T> kernel, ReadOnlySpan<T> weights, Span<T> packed)
        where T : unmanaged, INumberBase<T>
    {
        FieldCorrelation correlation = kernel.Correlation;
        T[] functions = Functions(correlation, weights);
        int at = 0;
        foreach ((int first, int count) in kernel.Chunks)
        {
            for (int matrix = 0; matrix < kernel.Panels.Length; matrix++)
            {
                int size = kernel.Blocks.Sizes[matrix], columns = size * correlation.Fields;
                T[] dense = Dense(correlation, functions, matrix, first, count);
                foreach ((int firstColumn, int width) in kernel.Panels[matrix])
                {
                    for (int row = 0; row < size * count; row++)
                    {
                        dense.AsSpan((row * columns) + firstColumn, width).CopyTo(packed[at..]);
                        at += width;
                    }
                }
            }
        }
    }

    /// <summary>The same matrices for the way from outputs to inputs: columns are a chunk's rows.</summary>
    public static void PackTransposed<T>(CorrelationKernel<T> kernel, ReadOnlySpan<T> weights, Span<T> packed)
        where T : unmanaged, INumberBase<T>
    {
        FieldCorrelation correlation = kernel.Correlation;
        T[] functions = Functions(correlation, weights);
        int at = 0;
        for (int number = 0; number < kernel.Chunks.Length; number++)
        {
            (int first, int count) = kernel.Chunks[number];
            for (int matrix = 0; matrix < kernel.Panels.Length; matrix++)
            {
                int columns = kernel.Blocks.Sizes[matrix] * correlation.Fields;
                T[] dense = Dense(correlation, functions, matrix, first, count);
                foreach ((int firstRow, int height) in kernel.TransposedPanels[number][matrix])
                {
                    for (int column = 0; column < columns; column++)
                    {
                        for (int row = firstRow; row < firstRow + height; row++)
                        {
                            packed[at++] = dense[(row * columns) + column];
                        }
                    }
                }
            }
        }
    }

    /// <summary>The numbers of all matrices.</summary>
    public static int Length<T>(CorrelationKernel<T> kernel)
        where T : unmanaged => kernel.Correlation.Rows * kernel.Correlation.Fields * kernel.Blocks.Sizes.Sum(size => size * size);

    /// <summary>
    /// Adds to the gradients of the free weights what comes from those of one matrix: rows <c>(coefficient, row of the chunk)</c>, columns
    /// <c>(coefficient, field)</c>.
    /// </summary>
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

    /// <summary>Adds up, for each free weight, the gradients of the places of <c>φ</c> that it stands at.</summary>
    public static void Gather<T>(FieldCorrelation correlation, ReadOnlySpan<T> functions, Span<T> gradient)
        where T : unmanaged, INumberBase<T>
    {
        int perRow = correlation.Blocks.Order * correlation.Fields;
        for (int at = 0; at < functions.Length; at++)
        {
            int weight = correlation.Weights[at];
            if (weight < gradient.Length)
            {
                gradient[weight] += T.CreateTruncating(correlation.Shares[at / perRow]) * functions[at];
            }
        }
    }

    /// <summary>The functions <c>φ</c>: row, element, field.</summary>
    private static T[] Functions<T>(FieldCorrelation correlation, ReadOnlySpan<T> weights)
        where T : unmanaged, INumberBase<T>
    {
        int perRow = correlation.Blocks.Order * correlation.Fields;
        T[] functions = new T[correlation.Weights.Length];
        for (int at = 0; at < functions.Length; at++)
        {
            int weight = correlation.Weights[at];
            functions[at] = weight < weights.Length ? T.CreateTruncating(correlation.Shares[at / perRow]) * weights[weight] : T.Zero;
        }

        return functions;
    }

    private static T[] Dense<T>(FieldCorrelation correlation, T[] functions, int matrix, int first, int count)
        where T : unmanaged, INumberBase<T>
    {
        (int size, int order, int fields) = (correlation.Blocks.Sizes[matrix], correlation.Blocks.Order, correlation.Fields);
        T[] dense = new T[size * count * size * fields];
        foreach ((int i, int o, int h, double number) in correlation.Blocks.Terms(matrix))
        {
            T factor = T.CreateTruncating(number);
            for (int row = 0; row < count; row++)
            {
                ReadOnlySpan<T> from = functions.AsSpan((((first + row) * order) + h) * fields, fields);
                Span<T> to = dense.AsSpan((((i * count) + row) * size * fields) + (o * fields), fields);
                for (int field = 0; field < fields; field++)
                {
                    to[field] += factor * from[field];
                }
            }
        }

        return dense;
    }
}
