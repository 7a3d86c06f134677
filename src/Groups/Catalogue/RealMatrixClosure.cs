using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// The set of all products of given square real matrices, identity first. Matrices whose entries all agree within
/// <see cref="Tolerance"/> count as one.
/// </summary>
internal static class RealMatrixClosure
{
    /// <summary>How far entries of equal matrices may differ.</summary>
    public const double Tolerance = 1e-8;

    private static readonly double GoldenRatio = (1 + Math.Sqrt(5)) / 2;

    /// <summary>Lists the closure in breadth-first order.</summary>
    public static CayleyGraph<double[]> Of(string name, IReadOnlyList<Matrix<double>> generators)
    {
        int d = MatrixShapes.RequireSquare(name, [.. generators.Select(m => (m.RowCount, m.ColumnCount))]);
        MatrixShapes.RequireUnits(name, generators, m => m.Determinant(), Tolerance);
        double[] identity = Matrix<double>.Build.DenseIdentity(d).ToRowMajorArray();
        double[][] flat = [.. generators.Select(m => m.ToRowMajorArray())];
        CayleyGraph<double[]> graph = new(
            name,
            identity,
            flat,
            (a, b) => Multiply(a, b, d),
            Numbering(d),
            m => MatrixShapes.Fault(d, Enumerable.Range(0, d).Sum(i => m[i * (d + 1)]), d * Tolerance));
        return graph.StepsAreBijective
            ? graph
            : throw new ArgumentException(
                $"{name}: the generators have products that differ by about {Tolerance}, and are equal or not depending on what " +
                "multiplies them. Give the entries to full double precision.",
                nameof(generators));
    }

    private static double[] Multiply(double[] a, double[] b, int d)
    {
        double[] product = new double[d * d];
        for (int i = 0; i < product.Length; i++)
        {
            for (int k = 0; k < d; k++)
            {
                product[i] += a[(i / d * d) + k] * b[(k * d) + (i % d)];
            }
        }

        return product;
    }

    /// <summary>
    /// Finds matrices again. A fixed weighted sum of the entries falls into a cell of a grid that is wider than what the tolerance
    /// can move it, so that an equal matrix lies in the same cell or the next; there, entries are compared.
    /// </summary>
    private static Func<double[], int, int> Numbering(int d)
    {
        double[] weights = [.. Enumerable.Range(1, d * d).Select(i => 1 + (i * GoldenRatio % 1))];
        double width = 2 * Tolerance * weights.Sum();
        Dictionary<double, List<(double[] Matrix, int Number)>> cells = [];
        return (matrix, offered) =>
        {
            double cell = Math.Floor(matrix.Zip(weights, (entry, weight) => entry * weight).Sum() / width);
            foreach (double near in (ReadOnlySpan<double>)[cell, cell - 1, cell + 1])
            {
                foreach ((double[] seen, int number) in cells.GetValueOrDefault(near, []))
                {
                    if (AreClose(matrix, seen))
                    {
                        return number;
                    }
                }
            }

            cells.TryAdd(cell, []);
            cells[cell].Add((matrix, offered));
            return offered;
        };
    }

    private static bool AreClose(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (!(Math.Abs(a[i] - b[i]) <= Tolerance))
            {
                return false;
            }
        }

        return true;
    }
}
