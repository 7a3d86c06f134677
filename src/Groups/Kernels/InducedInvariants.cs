namespace GCnn.Groups;

/// <summary>
/// The invariants of <c>P ⊗ V</c> where <c>P</c> permutes places and <c>V</c> is any orthogonal representation: each is a vector at one place of an
/// orbit, invariant under that place's stabiliser, carried to the other places.
/// </summary>
/// <remarks>This is Frobenius reciprocity, <c>Hom_G(Ind_S^G 1, V) = V^S</c>. Source: [Serre1977], section 7.2.</remarks>
internal static class InducedInvariants
{
    /// <summary>Reports each non-zero entry (kernel, place, index in V, value) of an orthonormal basis; returns its size.</summary>
    public static int Of(
        FiniteGroup group, int places, Func<int, int, int> act, int dimension, Func<int, double[]> matrix, Action<int, int, int, double> report)
    {
        double[][] matrices = [.. Enumerable.Range(0, group.Order).Select(matrix)];
        bool[] seen = new bool[places];
        int count = 0;
        for (int place = 0; place < places; place++)
        {
            if (seen[place])
            {
                continue;
            }

            List<(int Place, int Element)> orbit = [];
            List<double[]> stabiliser = [];
            for (int g = 0; g < group.Order; g++)
            {
                int image = act(g, place);
                if (image == place)
                {
                    stabiliser.Add(matrices[g]);
                }

                if (!seen[image])
                {
                    seen[image] = true;
                    orbit.Add((image, g));
                }
            }

            double scale = 1 / Math.Sqrt(orbit.Count);
            foreach ((int Index, double Value)[] vector in Invariants(dimension, stabiliser))
            {
                foreach ((int image, int g) in orbit)
                {
                    Carry(count, image, matrices[g], dimension, vector, scale, report);
                }

                count++;
            }
        }

        return count;
    }

    /// <summary>The non-zero entries of each vector of an orthonormal basis.</summary>
    private static IEnumerable<(int Index, double Value)[]> Invariants(int dimension, List<double[]> stabiliser) => stabiliser.Count == 1
        ? Enumerable.Range(0, dimension).Select(i => new[] { (i, 1.0) })
        : InvariantSubspace.Of(dimension, stabiliser).Select(vector => vector.Index().Where(entry => entry.Item != 0).ToArray());

    private static void Carry(
        int kernel,
        int place,
        double[] matrix,
        int dimension,
        (int Index, double Value)[] vector,
        double scale,
        Action<int, int, int, double> report)
    {
        for (int row = 0; row < dimension; row++)
        {
            double value = 0;
            foreach ((int column, double entry) in vector)
            {
                value += matrix[(row * dimension) + column] * entry;
            }

            if (value != 0)
            {
                report(kernel, place, row, scale * value);
            }
        }
    }
}
