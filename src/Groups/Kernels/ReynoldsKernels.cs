namespace GCnn.Groups;

/// <summary>The kernels between two small representations by the Reynolds operator, one closed set of filters at a time.</summary>
internal static class ReynoldsKernels
{
    public static List<KernelTerm> Between(Representation input, Representation output, FilterBasis filters)
    {
        int order = filters.Group.Order;
        double[][] actions = [.. Enumerable.Range(0, order).Select(filters.Action)];
        double[][] channels = [.. Enumerable.Range(0, order).Select(g =>
            Kronecker.Product(output.Entries(g), input.Entries(g)))];
        List<KernelTerm> terms = [];
        int kernel = 0;
        foreach (IReadOnlyList<int> block in filters.Blocks)
        {
            int n = output.Dimension * input.Dimension * block.Count;
            double[][] matrices = [.. Enumerable.Range(0, order).Select(g => Kronecker.Product(channels[g], Part(actions[g], filters.Count, block)))];
            foreach (double[] invariant in InvariantSubspace.Of(n, matrices))
            {
                for (int i = 0; i < n; i++)
                {
                    if (invariant[i] != 0)
                    {
                        (int channel, int b) = Math.DivRem(i, block.Count);
                        terms.Add(new(kernel, channel / input.Dimension, channel % input.Dimension, block[b], invariant[i]));
                    }
                }

                kernel++;
            }
        }

        return terms;
    }

    private static double[] Part(double[] matrix, int size, IReadOnlyList<int> block) =>
        [.. from row in block from column in block select matrix[(row * size) + column]];
}
