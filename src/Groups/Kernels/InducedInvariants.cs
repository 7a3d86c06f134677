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

            foreach (double[] vector in Invariants(dimension, stabiliser))
            {
                foreach ((int image, int g) in orbit)
                {
                    Carry(count, image, matrices[g], vector, 1 / Math.Sqrt(orbit.Count), report);
                }

                count++;
            }
        }

        return count;
    }

    private static IEnumerable<double[]> Invariants(int dimension, List<double[]> stabiliser) => stabiliser.Count == 1
        ? Enumerable.Range(0, dimension).Select(i => Unit(dimension, i))
        : InvariantSubspace.Of(dimension, stabiliser);

    private static double[] Unit(int dimension, int i)
    {
        double[] unit = new double[dimension];
        unit[i] = 1;
        return unit;
    }

    private static void Carry(
        int kernel, int place, double[] matrix, double[] vector, double scale, Action<int, int, int, double> report)
    {
        int n = vector.Length;
        int[] support = [.. Enumerable.Range(0, n).Where(c => vector[c] != 0)];
        for (int row = 0; row < n; row++)
        {
            double value = 0;
            foreach (int column in support)
            {
                value += matrix[(row * n) + column] * vector[column];
            }

            if (value != 0)
            {
                report(kernel, place, row, scale * value);
            }
        }
    }
}
