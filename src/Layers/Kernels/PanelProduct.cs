using System.Numerics;

namespace GCnn.Layers;

/// <summary>The product of a block's coefficients with one panel of its matrix.</summary>
/// <param name="Block">The block.</param>
/// <param name="First">The first output row of the panel, in the block.</param>
/// <param name="Weights">Where the panel's weights begin in those of the chunk.</param>
/// <param name="Kernel">The inner loop.</param>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed record PanelProduct<T>(GroupBlock Block, int First, int Weights, PanelKernel<T> Kernel)
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
        int[] starts = new int[panels.Length + 1];
        for (int matrix = 0; matrix < panels.Length; matrix++)
        {
            int size = kernel.Blocks.Sizes[matrix];
            starts[matrix + 1] = starts[matrix] + (size * size * count * kernel.Correlation.Fields);
        }

        PanelProduct<T>[] products =
        [
            .. from block in kernel.Correlation.Written
               from panel in panels[block.Matrix]
               select new PanelProduct<T>(
                   block, panel.First, starts[block.Matrix] + (block.Size * depth * panel.First),
                   PanelKernels.For<T>(kernel.Lanes, kernel.Vectors, panel.Count, CorrelationKernel<T>.Tile, adds)),
        ];
        return (products, starts[^1]);
    }
}
