using System.Numerics;
using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>The product of a block's coefficients with one panel of its matrix.</summary>
/// <param name="Input">Where the block's input rows begin.</param>
/// <param name="Depth">The number of them.</param>
/// <param name="Weights">Where the panel's weights begin in those of the chunk.</param>
/// <param name="Output">Where the panel's output rows begin.</param>
/// <param name="Kernel">The inner loop.</param>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed record PanelProduct<T>(long Input, int Depth, int Weights, long Output, PanelKernel<T> Kernel)
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The products of a chunk of rows, and the number of its weights.</summary>
    /// <param name="kernel">The convolution.</param>
    /// <param name="panels">For each distinct matrix its output rows in pieces.</param>
    /// <param name="count">The rows of the chunk.</param>
    /// <param name="depth">The input rows of each coefficient.</param>
    /// <param name="adds">Whether the products are added to what is there.</param>
    public static (PanelProduct<T>[] Products, int Weights) Of(
        CorrelationKernel<T> kernel, (int First, int Count)[][] panels, int count, int depth, bool adds)
    {
        const int Tile = CorrelationKernel<T>.Tile;
        int height = count * kernel.Correlation.Fields / depth;
        int[] starts = new int[panels.Length + 1];
        for (int matrix = 0; matrix < panels.Length; matrix++)
        {
            int size = kernel.Blocks.Sizes[matrix];
            starts[matrix + 1] = starts[matrix] + (size * size * depth * height);
        }

        PanelProduct<T>[] products =
        [
            .. from block in kernel.Correlation.Written
               from panel in panels[block.Matrix]
               select new PanelProduct<T>(
                   (long)block.First * depth * Tile, block.Size * depth,
                   starts[block.Matrix] + (block.Size * depth * panel.First), (((long)block.First * height) + panel.First) * Tile,
                   PanelKernels.For<T>(kernel.Lanes, kernel.Vectors, panel.Count, Tile, adds)),
        ];
        return (products, starts[^1]);
    }

    /// <summary>Multiplies a tile of coefficients by a chunk's matrices.</summary>
    /// <param name="products">The products.</param>
    /// <param name="kernel">The convolution that they are of.</param>
    /// <param name="input">The coefficients.</param>
    /// <param name="packed">The weights of the chunk.</param>
    /// <param name="output">The coefficients of the result.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static unsafe void Run(PanelProduct<T>[] products, CorrelationKernel<T> kernel, T* input, T* packed, T* output)
    {
        int step = kernel.Vectors * kernel.Lanes.Count;
        foreach (PanelProduct<T> product in products)
        {
            T* rows = input + product.Input, weights = packed + product.Weights, sums = output + product.Output;
            for (int at = 0; at < CorrelationKernel<T>.Tile; at += step)
            {
                product.Kernel(rows + at, weights, sums + at, product.Depth);
            }
        }
    }
}
