namespace GCnn.Groups;

/// <summary>
/// Random matrices with orthonormal rows over the real numbers, the complex numbers or the quaternions: a number is its 1, 2 or 4
/// coefficients of <c>1, i, j, k</c>, and the product of rows is <c>⟨r, s⟩ = Σ r_a s̄_a</c>.
/// </summary>
internal static class OrthonormalRows
{
    /// <summary>The sign of <c>e_x e_y = ± e_(x xor y)</c>, with <c>k = i j</c>.</summary>
    private static readonly int[,] Sign = { { 1, 1, 1, 1 }, { 1, -1, 1, -1 }, { 1, -1, -1, 1 }, { 1, 1, -1, -1 } };

    /// <summary>Independent normal rows, made orthonormal in turn. <b>Shapes:</b> <c>count</c> rows of <c>length units</c>.</summary>
    public static double[][] Random(int count, int length, int units, Func<double> normal)
    {
        double[][] rows = new double[count][];
        for (int row = 0; row < count; row++)
        {
            rows[row] = [.. Enumerable.Range(0, length * units).Select(_ => normal())];

            // Once more than needed on paper: the second pass takes away what rounding left of the first.
            TakeAway(rows[row], rows.AsSpan(0, row), units);
            TakeAway(rows[row], rows.AsSpan(0, row), units);
            RowMajor.Scale(rows[row], 1 / Math.Sqrt(RowMajor.Dot(rows[row], rows[row])));
        }

        return rows;
    }

    /// <summary><c>row −= ⟨row, s⟩ s</c> for each of some orthonormal rows.</summary>
    private static void TakeAway(double[] row, ReadOnlySpan<double[]> orthonormal, int units)
    {
        Span<double> product = stackalloc double[4];
        foreach (double[] other in orthonormal)
        {
            product.Clear();
            for (int at = 0; at < row.Length; at += units)
            {
                AddProduct(product, 1, row.AsSpan(at, units), other.AsSpan(at, units), -1);
            }

            for (int at = 0; at < row.Length; at += units)
            {
                AddProduct(row.AsSpan(at, units), -1, product[..units], other.AsSpan(at, units), 1);
            }
        }
    }

    /// <summary><c>sum += factor x y</c>, where the imaginary units of <c>y</c> count with a sign: −1 takes its conjugate.</summary>
    private static void AddProduct(Span<double> sum, double factor, ReadOnlySpan<double> x, ReadOnlySpan<double> y, int imaginary)
    {
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < y.Length; j++)
            {
                sum[i ^ j] += factor * Sign[i, j] * (j == 0 ? 1 : imaginary) * x[i] * y[j];
            }
        }
    }
}
