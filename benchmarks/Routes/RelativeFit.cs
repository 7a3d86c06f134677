namespace GCnn.Benchmarks;

/// <summary>Numbers that are not negative, with which rows of terms add up to 1 as nearly as can be.</summary>
internal static class RelativeFit
{
    /// <summary>Errors below this count as their squares, larger ones by their size: measurements have outliers.</summary>
    private const double Small = 0.05;

    private const int Rounds = 10, Sweeps = 20_000;

    /// <summary>The numbers.</summary>
    public static double[] Run(double[][] rows)
    {
        double[] found = new double[rows[0].Length], weights = new double[rows.Length];
        Array.Fill(weights, 1);
        for (int round = 0; round < Rounds; round++)
        {
            found = Weighted(rows, weights);
            for (int row = 0; row < rows.Length; row++)
            {
                weights[row] = 1 / Math.Max(Math.Abs(Dot(rows[row], found) - 1), Small);
            }
        }

        return found;
    }

    /// <summary>The least weighted sum of squares, one number after the other at its best.</summary>
    private static double[] Weighted(double[][] rows, double[] weights)
    {
        int n = rows[0].Length;
        double[][] products = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j =>
            rows.Zip(weights, (row, weight) => weight * row[i] * row[j]).Sum()).ToArray())];
        double[] sums = [.. Enumerable.Range(0, n).Select(i => rows.Zip(weights, (row, weight) => weight * row[i]).Sum())];
        double[] found = new double[n];
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int i = 0; i < n; i++)
            {
                double rest = sums[i] - Dot(products[i], found) + (products[i][i] * found[i]);
                found[i] = products[i][i] == 0 ? 0 : Math.Max(0, rest / products[i][i]);
            }
        }

        return found;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
