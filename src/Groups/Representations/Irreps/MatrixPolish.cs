namespace GCnn.Groups;

/// <summary>Brings matrices that almost represent a group to rounding.</summary>
internal static class MatrixPolish
{
    /// <summary>
    /// The means <c>1/|G| Σ_h ρ(g h) ρ(h)ᵀ</c>, each then moved to the nearest orthogonal matrix by Newton's step <c>R (3 − Rᵀ R) / 2</c>. An error
    /// <c>ε</c> in the products becomes one of order <c>ε²</c>.
    /// </summary>
    public static double[][] Averaged(FiniteGroup group, double[][] matrices) =>
        [.. Enumerable.Range(0, group.Order).Select(g => Orthogonalised(Mean(group, g, matrices)))];

    /// <summary>The largest entry of <c>ρ(g a) − ρ(g) ρ(a)</c> over elements <c>g</c> and generators <c>a</c>, and of <c>ρ(g)ᵀ ρ(g) − 1</c>.</summary>
    public static double Residual(FiniteGroup group, double[][] matrices)
    {
        int d = (int)Math.Sqrt(matrices[0].Length);
        double worst = 0;
        double[] product = new double[d * d];
        for (int g = 0; g < group.Order; g++)
        {
            foreach (int a in group.Generators)
            {
                Multiply(matrices[g], matrices[a], d, product);
                worst = Math.Max(worst, Difference(product, matrices[group.Multiply(g, a)]));
            }

            Array.Clear(product);
            AddTransposed(matrices[g], matrices[g], d, product);
            worst = Math.Max(worst, Difference(product, matrices[0]));
        }

        return worst;
    }

    private static double[] Mean(FiniteGroup group, int g, double[][] matrices)
    {
        int d = (int)Math.Sqrt(matrices[0].Length);
        double[] mean = new double[d * d];
        for (int h = 0; h < group.Order; h++)
        {
            AddTransposed(matrices[group.Multiply(g, h)], matrices[h], d, mean);
        }

        return Array.ConvertAll(mean, x => x / group.Order);
    }

    private static double[] Orthogonalised(double[] matrix)
    {
        int d = (int)Math.Sqrt(matrix.Length);
        double[] gram = new double[d * d];
        AddTransposed(matrix, matrix, d, gram);
        double[] product = new double[d * d];
        Multiply(gram, matrix, d, product);
        return [.. matrix.Zip(product, (one, three) => ((3 * one) - three) / 2)];
    }

    /// <summary><c>product = a b</c>.</summary>
    private static void Multiply(double[] a, double[] b, int d, double[] product)
    {
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                double sum = 0;
                for (int k = 0; k < d; k++)
                {
                    sum += a[(i * d) + k] * b[(k * d) + j];
                }

                product[(i * d) + j] = sum;
            }
        }
    }

    /// <summary><c>sum += a bᵀ</c>.</summary>
    private static void AddTransposed(double[] a, double[] b, int d, double[] sum)
    {
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                for (int k = 0; k < d; k++)
                {
                    sum[(i * d) + j] += a[(i * d) + k] * b[(j * d) + k];
                }
            }
        }
    }

    private static double Difference(double[] a, double[] b)
    {
        double worst = 0;
        for (int i = 0; i < a.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(a[i] - b[i]));
        }

        return worst;
    }
}
