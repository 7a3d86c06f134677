namespace GCnn.Groups;

/// <summary>The vectors that every one of a set of orthogonal matrices leaves as they are.</summary>
internal static class InvariantSubspace
{
    /// <summary>
    /// An orthonormal basis of the range of the Reynolds operator <c>P = mean of the matrices</c>, a projection when they form a group.
    /// </summary>
    /// <remarks>
    /// The rank is <c>tr P</c>. Columns of <c>P</c> are taken in their order where they are far from the span of those before, so that the
    /// projection of a permutation representation gives the indicators of its orbits.
    /// </remarks>
    public static List<double[]> Of(int dimension, IReadOnlyCollection<double[]> matrices)
    {
        double[] projection = new double[dimension * dimension];
        foreach (double[] matrix in matrices)
        {
            for (int i = 0; i < projection.Length; i++)
            {
                projection[i] += matrix[i];
            }
        }

        double trace = 0;
        for (int i = 0; i < projection.Length; i++)
        {
            projection[i] /= matrices.Count;
            trace += i % (dimension + 1) == 0 ? projection[i] : 0;
        }

        return Range(projection, dimension, (int)Math.Round(trace));
    }

    private static List<double[]> Range(double[] projection, int dimension, int rank)
    {
        List<double[]> basis = [];
        for (double threshold = 0.1; basis.Count < rank; threshold /= 8)
        {
            for (int column = 0; column < dimension && basis.Count < rank; column++)
            {
                double[] vector = [.. Enumerable.Range(0, dimension).Select(row => projection[(row * dimension) + column])];
                if (Orthonormalise(vector, basis, threshold))
                {
                    basis.Add(vector);
                }
            }
        }

        return basis;
    }

    /// <summary>Makes a vector orthogonal to the basis, twice for accuracy, and of norm 1; false where too little is left of it.</summary>
    private static bool Orthonormalise(double[] vector, List<double[]> basis, double threshold)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] unit in basis)
            {
                RowMajor.AddScaled(vector, -RowMajor.Dot(vector, unit), unit);
            }

            double norm = Math.Sqrt(RowMajor.Dot(vector, vector));
            if (norm < (pass == 0 ? threshold : 0.5))
            {
                return false;
            }

            RowMajor.Scale(vector, 1 / norm);
        }

        return true;
    }
}
