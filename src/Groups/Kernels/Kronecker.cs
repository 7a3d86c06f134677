namespace GCnn.Groups;

/// <summary>Kronecker products of square matrices, row-major.</summary>
internal static class Kronecker
{
    /// <summary><c>(A ⊗ B)[(i, k), (j, l)] = A[i, j] B[k, l]</c>; the pair <c>(i, k)</c> is number <c>i n + k</c>.</summary>
    public static double[] Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        int m = (int)Math.Sqrt(a.Length);
        int n = (int)Math.Sqrt(b.Length);
        double[] product = new double[a.Length * b.Length];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                double scale = a[(i * m) + j];
                for (int k = 0; k < n && scale != 0; k++)
                {
                    for (int l = 0; l < n; l++)
                    {
                        product[(((i * n) + k) * m * n) + (j * n) + l] = scale * b[(k * n) + l];
                    }
                }
            }
        }

        return product;
    }
}
