using System.Numerics;

namespace GCnn.Groups;

/// <summary>The set of all products of given square integer matrices, identity first; kept row-major, so they are exact.</summary>
internal static class IntegerMatrixClosure
{
    /// <summary>Lists the closure in breadth-first order.</summary>
    public static CayleyGraph<int[]> Of(string name, IReadOnlyList<int[,]> generators)
    {
        int d = MatrixShapes.RequireSquare(name, [.. generators.Select(m => (m.GetLength(0), m.GetLength(1)))]);
        int[][] flat = [.. generators.Select(m => m.Cast<int>().ToArray())];
        MatrixShapes.RequireUnits(name, flat, m => (double)Determinant(m, d), tolerance: 0);
        int[] identity = [.. Enumerable.Range(0, d * d).Select(i => i / d == i % d ? 1 : 0)];
        try
        {
            return new CayleyGraph<int[]>(
                name,
                identity,
                flat,
                (a, b) => Multiply(a, b, d),
                SequenceComparer.Numbering(),
                m => MatrixShapes.Fault(d, Enumerable.Range(0, d).Sum(i => (double)m[i * (d + 1)]), tolerance: 0));
        }
        catch (OverflowException overflow)
        {
            throw new ArgumentException(
                $"{name}: the products of the generators grow beyond {int.MaxValue}, so their group is infinite; a finite group of " +
                "integer matrices has bounded entries. Is an entry of a generator mistyped?",
                nameof(generators),
                overflow);
        }
    }

    /// <summary>The matrix of a row-major array.</summary>
    public static int[,] Unflatten(int[] flat)
    {
        int d = (int)Math.Round(Math.Sqrt(flat.Length));
        int[,] matrix = new int[d, d];
        Buffer.BlockCopy(flat, 0, matrix, 0, flat.Length * sizeof(int));
        return matrix;
    }

    private static int[] Multiply(int[] a, int[] b, int d)
    {
        int[] product = new int[d * d];
        for (int i = 0; i < product.Length; i++)
        {
            long sum = 0;
            for (int k = 0; k < d; k++)
            {
                sum = checked(sum + ((long)a[(i / d * d) + k] * b[(k * d) + (i % d)]));
            }

            product[i] = checked((int)sum);
        }

        return product;
    }

    /// <summary>The determinant without fractions: every division leaves no remainder. Source: [Bareiss1968].</summary>
    private static BigInteger Determinant(int[] flat, int d)
    {
        BigInteger[] m = Array.ConvertAll(flat, entry => (BigInteger)entry);
        BigInteger divisor = 1;
        for (int k = 0; k < d - 1; k++)
        {
            if (!PivotIn(m, d, k))
            {
                return 0;
            }

            for (int i = k + 1; i < d; i++)
            {
                for (int j = k + 1; j < d; j++)
                {
                    m[(i * d) + j] = ((m[(i * d) + j] * m[(k * d) + k]) - (m[(i * d) + k] * m[(k * d) + j])) / divisor;
                }
            }

            divisor = m[(k * d) + k];
        }

        return m[^1];
    }

    /// <summary>Brings a row with an entry in column <c>k</c> to place <c>k</c>, its sign changed to keep the determinant.</summary>
    private static bool PivotIn(BigInteger[] m, int d, int k)
    {
        int row = Enumerable.Range(k, d - k).FirstOrDefault(i => !m[(i * d) + k].IsZero, -1);
        for (int j = 0; row > k && j < d; j++)
        {
            (m[(k * d) + j], m[(row * d) + j]) = (-m[(row * d) + j], m[(k * d) + j]);
        }

        return row >= 0;
    }
}
