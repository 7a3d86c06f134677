namespace GCnn.Groups.Tests;

/// <summary>The laws of representations by real orthogonal matrices, stated for any function from elements to row-major entries.</summary>
internal static class RepresentationLaw
{
    public const double Rounding = 1e-12;

    /// <summary><c>rho(g h) = rho(g) rho(h)</c> for every pair, and <c>rho(g)^T rho(g) = 1</c>.</summary>
    public static string? OfOrthogonalMatrices(FiniteGroup group, Func<int, double[]> entries, double tolerance = Rounding)
    {
        double[][] rho = [.. Enumerable.Range(0, group.Order).Select(entries)];
        int d = (int)Math.Sqrt(rho[0].Length);
        for (int g = 0; g < group.Order; g++)
        {
            if (Distance(Product(rho[g], Transpose(rho[g], d), d), Identity(d)) > tolerance)
            {
                return $"{group}: the matrix of {g} is not orthogonal";
            }

            for (int h = 0; h < group.Order; h++)
            {
                if (Distance(Product(rho[g], rho[h], d), rho[group.Multiply(g, h)]) > tolerance)
                {
                    return $"{group}: the matrix of {g} * {h} is not the product of the matrices";
                }
            }
        }

        return null;
    }

    public static string? Of(Representation rho, double tolerance = Rounding) =>
        OfOrthogonalMatrices(rho.Group, g => rho.Entries(g).ToArray(), tolerance);

    public static double[] Product(double[] a, double[] b, int d)
    {
        double[] product = new double[d * d];
        for (int i = 0; i < d; i++)
        {
            for (int k = 0; k < d; k++)
            {
                for (int j = 0; j < d; j++)
                {
                    product[(i * d) + j] += a[(i * d) + k] * b[(k * d) + j];
                }
            }
        }

        return product;
    }

    public static double[] Identity(int d) => [.. Enumerable.Range(0, d * d).Select(i => i % (d + 1) == 0 ? 1.0 : 0.0)];

    public static double[] Transpose(double[] a, int d) => [.. Enumerable.Range(0, d * d).Select(i => a[((i % d) * d) + (i / d)])];

    public static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
