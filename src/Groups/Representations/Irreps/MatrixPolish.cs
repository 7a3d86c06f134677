namespace GCnn.Groups;

/// <summary>Brings matrices that almost represent a group to rounding, and measures what is left.</summary>
internal static class MatrixPolish
{
    /// <summary>
    /// The means <c>1/|G| Σ_h ρ(g h) ρ(h)ᵀ</c>, each then moved to the nearest orthogonal matrix by Newton's step
    /// <c>(3 R − R Rᵀ R) / 2</c>. An error <c>ε</c> in the products becomes one of order <c>ε²</c>.
    /// </summary>
    public static double[][] Averaged(FiniteGroup group, double[][] matrices)
    {
        int d = (int)Math.Sqrt(matrices[0].Length);
        double[][] transposed = Array.ConvertAll(matrices, matrix => RowMajor.Transpose(matrix, d));
        return [.. Enumerable.Range(0, group.Order).Select(g =>
        {
            double[] mean = new double[d * d];
            for (int h = 0; h < group.Order; h++)
            {
                RowMajor.AddProduct(mean, matrices[group.Multiply(g, h)], transposed[h], d);
            }

            RowMajor.Scale(mean, 1.0 / group.Order);
            return Orthogonalised(mean, d);
        })];
    }

    /// <summary>
    /// The pair of an element and a generator whose product misses most, with the largest entry of <c>ρ(g a) − ρ(g) ρ(a)</c>.
    /// Generators are enough: if these vanish, so do those for all pairs.
    /// </summary>
    public static (int G, int A, double Residual) WorstProduct(FiniteGroup group, double[][] matrices)
    {
        int d = (int)Math.Sqrt(matrices[0].Length);
        (int G, int A, double Residual) worst = (0, 0, RowMajor.Distance(matrices[0], RowMajor.Identity(d)));
        foreach (int a in group.Generators)
        {
            for (int g = 0; g < group.Order; g++)
            {
                double residual = RowMajor.Distance(RowMajor.Product(matrices[g], matrices[a], d), matrices[group.Multiply(g, a)]);
                worst = residual > worst.Residual || double.IsNaN(residual) ? (g, a, residual) : worst;
            }
        }

        return worst;
    }

    /// <summary>The element whose matrix is farthest from orthogonal, with the largest entry of <c>ρ(g)ᵀ ρ(g) − 1</c>.</summary>
    public static (int G, double Residual) LeastOrthogonal(double[][] matrices)
    {
        int d = (int)Math.Sqrt(matrices[0].Length);
        double[] identity = RowMajor.Identity(d);
        (int G, double Residual) worst = (0, 0);
        for (int g = 0; g < matrices.Length; g++)
        {
            double residual = RowMajor.Distance(RowMajor.TransposedProduct(matrices[g], matrices[g], d), identity);
            worst = residual > worst.Residual || double.IsNaN(residual) ? (g, residual) : worst;
        }

        return worst;
    }

    private static double[] Orthogonalised(double[] matrix, int d)
    {
        double[] cubed = RowMajor.Product(matrix, RowMajor.TransposedProduct(matrix, matrix, d), d);
        return [.. matrix.Zip(cubed, (one, three) => ((3 * one) - three) / 2)];
    }
}
