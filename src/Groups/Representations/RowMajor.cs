namespace GCnn.Groups;

/// <summary>Small matrices as flat arrays, row-major; the library's own are slow below some tens of rows.</summary>
internal static class RowMajor
{
    /// <summary>The identity, <c>n x n</c>.</summary>
    public static double[] Identity(int n)
    {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            identity[(i * n) + i] = 1;
        }

        return identity;
    }

    /// <summary><c>a b</c>, where <c>a</c> has <paramref name="inner"/> columns and <c>b</c> as many rows.</summary>
    public static double[] Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int inner)
    {
        double[] product = new double[a.Length / inner * (b.Length / inner)];
        AddProduct(product, a, b, inner);
        return product;
    }

    /// <summary><c>sum += a b</c>, where <c>a</c> has <paramref name="inner"/> columns and <c>b</c> as many rows.</summary>
    public static void AddProduct(Span<double> sum, ReadOnlySpan<double> a, ReadOnlySpan<double> b, int inner)
    {
        int columns = b.Length / inner;
        for (int at = 0; at < a.Length; at++)
        {
            (int i, int k) = Math.DivRem(at, inner);
            AddScaled(sum.Slice(i * columns, columns), a[at], b.Slice(k * columns, columns));
        }
    }

    /// <summary><c>aᵀ b</c>, where both have the given number of rows.</summary>
    public static double[] TransposedProduct(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int rows)
    {
        int height = a.Length / rows;
        int columns = b.Length / rows;
        double[] product = new double[height * columns];
        for (int k = 0; k < rows; k++)
        {
            for (int i = 0; i < height; i++)
            {
                AddScaled(product.AsSpan(i * columns, columns), a[(k * height) + i], b.Slice(k * columns, columns));
            }
        }

        return product;
    }

    /// <summary>The transpose of a matrix with the given number of rows.</summary>
    public static double[] Transpose(ReadOnlySpan<double> a, int rows)
    {
        int columns = a.Length / rows;
        double[] transpose = new double[a.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                transpose[(j * rows) + i] = a[(i * columns) + j];
            }
        }

        return transpose;
    }

    /// <summary><c>sum += factor term</c>.</summary>
    public static void AddScaled(Span<double> sum, double factor, ReadOnlySpan<double> term)
    {
        if (factor == 0)
        {
            return;
        }

        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * term[i];
        }
    }

    /// <summary><c>a *= factor</c>.</summary>
    public static void Scale(Span<double> a, double factor)
    {
        foreach (ref double entry in a)
        {
            entry *= factor;
        }
    }

    /// <summary>Puts multiples of 1/2 where rounding alone keeps an entry from them.</summary>
    public static void Snap(Span<double> a)
    {
        foreach (ref double entry in a)
        {
            double half = Math.Round(2 * entry) / 2;
            entry = Math.Abs(entry - half) < 1e-13 ? half + 0.0 : entry;
        }
    }

    /// <summary><c>Σ a_i b_i</c>, the Frobenius product.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>The largest <c>|a_i − b_i|</c>; not a number where an entry is not.</summary>
    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double worst = 0;
        for (int i = 0; i < a.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(a[i] - b[i]));
        }

        return worst;
    }
}
