namespace GCnn.Groups;

/// <summary>What every generator of a finite group of matrices satisfies.</summary>
internal static class MatrixShapes
{
    /// <summary>Returns the common size, or refuses matrices that are not square or not of one size.</summary>
    public static int RequireSquare(string name, (int Rows, int Columns)[] generators)
    {
        if (generators.Length == 0)
        {
            throw new ArgumentException(
                $"{name}: a matrix group needs at least one generator; for the trivial group pass the identity.", nameof(generators));
        }

        int size = generators[0].Rows;
        for (int k = 0; k < generators.Length; k++)
        {
            if (generators[k] != (size, size) || size == 0)
            {
                throw new ArgumentException(
                    $"{name}: generator {k} is a {generators[k].Rows} x {generators[k].Columns} matrix; generators are square and of " +
                    $"one size (generator 0 has {size} rows).",
                    nameof(generators));
            }
        }

        return size;
    }

    /// <summary>Refuses a determinant that no element of a finite group has: a power of it is 1, so it is 1 or −1.</summary>
    public static void RequireUnits<T>(string name, IReadOnlyList<T> generators, Func<T, double> determinantOf, double tolerance)
    {
        for (int k = 0; k < generators.Count; k++)
        {
            double determinant = determinantOf(generators[k]);
            if (!(Math.Abs(Math.Abs(determinant) - 1) <= tolerance))
            {
                throw new ArgumentException(
                    $"{name}: generator {k} has determinant {determinant}; an element of a finite group of matrices has determinant 1 " +
                    "or -1, since a power of it is the identity.",
                    nameof(generators));
            }
        }
    }

    /// <summary>
    /// Says why a matrix is in no finite group; null where the trace does not tell. The eigenvalues of a matrix of finite order are roots
    /// of unity, so its trace is at most the size in absolute value.
    /// </summary>
    public static string? Fault(int size, double trace, double tolerance) => Math.Abs(trace) <= size + tolerance
        ? null
        : $"the generators have a product of trace {trace}, so their group is infinite; in a finite group of {size} x {size} matrices " +
            $"traces are between {-size} and {size}. Is an entry of a generator mistyped?";
}
