namespace GCnn.Groups;

/// <summary>Vectors <c>e_j</c> that are a basis over the endomorphisms of an irrep: all <c>u e_j</c> together are orthonormal.</summary>
internal static class EndomorphismBasis
{
    /// <summary>
    /// The vectors, one after the other. The units <c>u</c> are orthogonal matrices, antisymmetric but for 1 and closed under products up
    /// to signs, so the <c>u e</c> of a unit vector are orthonormal, and what is orthogonal to all of them stays so under every <c>u</c>.
    /// </summary>
    public static double[] Of(IReadOnlyList<double[]> units, int dimension)
    {
        List<double[]> orthonormal = [];
        double[] basis = new double[dimension * dimension / units.Count];
        for (int j = 0; j < basis.Length; j += dimension)
        {
            double[] next = Next(orthonormal, dimension);
            next.CopyTo(basis, j);
            orthonormal.AddRange(units.Select(unit => RowMajor.Product(unit, next, dimension)));
        }

        return basis;
    }

    /// <summary>The standard basis vector farthest from the span, the first if several are, less its part there, normalised.</summary>
    private static double[] Next(List<double[]> orthonormal, int dimension)
    {
        double[][] left = [.. Enumerable.Range(0, dimension).Select(i => Remainder(i, orthonormal, dimension))];
        double[] squares = Array.ConvertAll(left, vector => RowMajor.Dot(vector, vector));
        int first = Array.FindIndex(squares, square => square > squares.Max() * (1 - 1e-6));
        return Array.ConvertAll(left[first], entry => entry / Math.Sqrt(squares[first]));
    }

    private static double[] Remainder(int i, List<double[]> orthonormal, int dimension)
    {
        double[] vector = new double[dimension];
        vector[i] = 1;
        foreach (double[] unit in orthonormal)
        {
            RowMajor.AddScaled(vector, -RowMajor.Dot(vector, unit), unit);
        }

        return vector;
    }
}
