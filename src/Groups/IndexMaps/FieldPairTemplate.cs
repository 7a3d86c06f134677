namespace GCnn.Groups;

/// <summary>
/// The orbits of the point group on (output index, input index, stencil point) for one pair of representations, numbered in the order
/// in which a row-major walk over the triples meets them.
/// </summary>
internal sealed class FieldPairTemplate
{
    /// <summary>Marks places of the bounding box that lie outside the stencil.</summary>
    public const int Outside = -1;

    private FieldPairTemplate(int[] orbits, int count)
    {
        Orbits = orbits;
        Count = count;
    }

    /// <summary>Output index x input index x box slot, row-major: the number of the orbit, or <see cref="Outside"/>.</summary>
    public int[] Orbits { get; }

    /// <summary>The number of orbits.</summary>
    public int Count { get; }

    /// <summary>Walks over all triples once, and from each new one over its orbit.</summary>
    public static FieldPairTemplate For(
        PlaneGroup group, PermutationRepresentation input, PermutationRepresentation output, Stencil stencil)
    {
        int[][] outputImages = Images(group, output.Dimension, output.Act);
        int[][] inputImages = Images(group, input.Dimension, input.Act);
        int[] slots = [.. stencil.DoubledPoints.Select(stencil.Slot)];
        int[][] slotImages = Images(
            group, stencil.Count, (h, u) => stencil.Slot(group.Matrix(h).Transform(stencil.DoubledPoints[u])));

        int box = stencil.Rows * stencil.Columns;
        int[] orbits = new int[output.Dimension * input.Dimension * box];
        Array.Fill(orbits, Outside);
        int count = 0;
        for (int o = 0; o < output.Dimension; o++)
        {
            for (int i = 0; i < input.Dimension; i++)
            {
                for (int u = 0; u < slots.Length; u++)
                {
                    if (orbits[(((o * input.Dimension) + i) * box) + slots[u]] != Outside)
                    {
                        continue;
                    }

                    for (int h = 0; h < group.Order; h++)
                    {
                        int row = (outputImages[h][o] * input.Dimension) + inputImages[h][i];
                        orbits[(row * box) + slotImages[h][u]] = count;
                    }

                    count++;
                }
            }
        }

        return new FieldPairTemplate(orbits, count);
    }

    private static int[][] Images(PlaneGroup group, int count, Func<int, int, int> act) =>
        [.. Enumerable.Range(0, group.Order).Select(h => Enumerable.Range(0, count).Select(i => act(h, i)).ToArray())];
}
