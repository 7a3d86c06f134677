namespace GCnn.Groups;

/// <summary>The irreps of <c>C_n</c> and <c>D_n</c> as formulas. Source: [Serre1977], sections 5.1 and 5.3.</summary>
internal static class ClosedFormIrreps
{
    /// <summary>
    /// The irreps, when the table is that of <c>C_n</c> or <c>D_n</c>; else null. <c>D_1</c> has the table of <c>C_2</c>.
    /// </summary>
    public static Irrep[]? Find(FiniteGroup group) =>
        IsCyclic(group) ? [.. Cyclic(group)] : IsDihedral(group) ? [.. Dihedral(group)] : null;

    /// <summary>Whether element <c>j</c> is <c>r^j</c>; powers then multiply as in <c>C_n</c>.</summary>
    private static bool IsCyclic(FiniteGroup group) => AreRotations(group, group.Order);

    /// <summary>Whether the elements are <c>r^j</c>, then <c>r^j s</c>, with <c>s² = e</c> and <c>s r = r⁻¹ s</c>.</summary>
    private static bool IsDihedral(FiniteGroup group)
    {
        (int n, int odd) = Math.DivRem(group.Order, 2);
        return odd == 0
            && AreRotations(group, n)
            && Enumerable.Range(0, n).All(j => group.Multiply(j, n) == n + j)
            && group.Multiply(n, n) == 0
            && group.Multiply(n, 1) == n + n - 1;
    }

    private static bool AreRotations(FiniteGroup group, int n) =>
        n == 1 || Enumerable.Range(0, n).All(j => group.Multiply(j, 1) == (j + 1) % n);

    private static IEnumerable<Irrep> Cyclic(FiniteGroup group)
    {
        int n = group.Order;
        for (int k = 0; 2 * k <= n; k++)
        {
            int frequency = k;
            yield return k == 0 || 2 * k == n
                ? new Irrep(group, k, $"irrep {k}", IrrepType.Real, k, Table(group, j => [UnitCircle.Cos((long)j * frequency, n)]))
                : new Irrep(group, k, $"irrep {k}", IrrepType.Complex, k, Table(group, j => Turn((long)j * frequency, n, 1)));
        }
    }

    private static IEnumerable<Irrep> Dihedral(FiniteGroup group)
    {
        int n = group.Order / 2;
        int index = 0;
        for (int k = 0; 2 * k <= n; k++)
        {
            int frequency = k;
            if (k == 0 || 2 * k == n)
            {
                yield return Line(group, index++, k, 1);
                yield return Line(group, index++, k, -1);
            }
            else
            {
                yield return new Irrep(group, index++, $"irrep {k}", IrrepType.Real, k, Table(
                    group, g => Turn((long)g * frequency, n, g < n ? 1 : -1)));
            }
        }
    }

    /// <summary>One of the four irreps in one dimension: <c>r^j s^a</c> goes to <c>cos(2π jk / n) parity^a</c>.</summary>
    private static Irrep Line(FiniteGroup group, int index, int k, int parity)
    {
        int n = group.Order / 2;
        string name = parity > 0 ? $"irrep {k}" : $"irrep {k}-";
        return new Irrep(group, index, name, IrrepType.Real, k, Table(
            group, g => [(g < n ? 1 : parity) * UnitCircle.Cos((long)g * k, n)]));
    }

    /// <summary>The rotation by <c>2π j / n</c> times <c>diag(1, side)</c>.</summary>
    private static double[] Turn(long j, int n, int side)
    {
        (double cos, double sin) = UnitCircle.At(j, n);
        return side > 0 ? [cos, 0 - sin, sin, cos] : [cos, sin, sin, 0 - cos];
    }

    private static double[][] Table(FiniteGroup group, Func<int, double[]> matrix)
    {
        double[][] table = new double[group.Order][];
        for (int g = 0; g < table.Length; g++)
        {
            table[g] = matrix(g);
        }

        return table;
    }
}
