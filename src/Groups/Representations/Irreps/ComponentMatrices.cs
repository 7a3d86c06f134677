namespace GCnn.Groups;

/// <summary>
/// The matrices by which a group acts on a component of its regular representation, in a basis that rounding does not move.
/// </summary>
/// <remarks>
/// The basis is built from a vector <c>v</c> kept by a cyclic subgroup <c>K</c>, chosen so that few vectors are: then <c>v</c> has a
/// small orbit and the matrices are as plain as the group allows. For the group of the cube, <c>v</c> is an axis and they are signed
/// permutations.
/// </remarks>
internal static class ComponentMatrices
{
    private const double Tolerance = 1e-10;

    /// <summary>The matrix of each element, row-major.</summary>
    public static double[][] Of(RegularComponent component)
    {
        FiniteGroup group = component.Group;
        double[] v = Kept(component, Purified(group, component.Projection));
        double[][] orbit = [.. Enumerable.Range(0, group.Order).Select(g => Translate(group, g, v))];
        double[][] basis = Orthonormal(orbit, component.Dimension);
        double[][] matrices = [.. Enumerable.Range(0, group.Order).Select(g => Action(group, g, basis))];
        matrices = MatrixPolish.Averaged(group, matrices);
        Array.ForEach(matrices, matrix => RowMajor.Snap(matrix));

        double residual = Math.Max(MatrixPolish.WorstProduct(group, matrices).Residual, MatrixPolish.LeastOrthogonal(matrices).Residual);
        return residual < Tolerance
            ? matrices
            : throw new InvalidOperationException(
                $"{group}: an irrep of dimension {component.Dimension} misses the product of the group by {residual:E1}; " +
                $"at most {Tolerance:E0} is allowed. The group is too large for double precision.");
    }

    /// <summary>Two steps <c>p → 3 p² − 2 p³</c> make an almost idempotent function on the group idempotent (quadratically).</summary>
    private static double[] Purified(FiniteGroup group, double[] p)
    {
        for (int step = 0; step < 2; step++)
        {
            double[] square = Convolve(group, p, p);
            double[] cube = Convolve(group, square, p);
            p = [.. square.Zip(cube, (two, three) => (3 * two) - (2 * three))];
        }

        return p;
    }

    /// <summary><c>(a b)(x) = Σ_y a(y) b(y⁻¹ x)</c>.</summary>
    private static double[] Convolve(FiniteGroup group, double[] a, double[] b)
    {
        double[] product = new double[group.Order];
        for (int y = 0; y < group.Order; y++)
        {
            int inverse = group.Inverse(y);
            for (int x = 0; x < group.Order; x++)
            {
                product[x] += a[y] * b[group.Multiply(inverse, x)];
            }
        }

        return product;
    }

    /// <summary><c>(L(g) v)(x) = v(g⁻¹ x)</c>.</summary>
    private static double[] Translate(FiniteGroup group, int g, double[] v)
    {
        double[] moved = new double[v.Length];
        for (int x = 0; x < v.Length; x++)
        {
            moved[group.Multiply(g, x)] = v[x];
        }

        return moved;
    }

    /// <summary>
    /// The mean of <c>p</c> over the cyclic subgroup that keeps the fewest vectors, but some; of those the largest, then the first.
    /// </summary>
    private static double[] Kept(RegularComponent component, double[] p)
    {
        FiniteGroup group = component.Group;
        int[] powers = Enumerable.Range(0, group.Order)
            .Select(g => Powers(group, g))
            .Select(k => (Subgroup: k, Kept: (int)Math.Round(k.Average(g => component.Character[g]))))
            .Where(k => k.Kept > 0)
            .OrderBy(k => k.Kept)
            .ThenByDescending(k => k.Subgroup.Length)
            .First().Subgroup;
        double[][] translates = [.. powers.Select(g => Translate(group, g, p))];
        return [.. Enumerable.Range(0, group.Order).Select(x => translates.Average(v => v[x]))];
    }

    private static int[] Powers(FiniteGroup group, int g)
    {
        List<int> powers = [0];
        for (int power = g; power != 0; power = group.Multiply(power, g))
        {
            powers.Add(power);
        }

        return [.. powers];
    }

    /// <summary>
    /// Gram-Schmidt, each time on the vector of which most is left, the first of those that are as good. Where nothing is left the vectors
    /// span too little, and the residual of the matrices will not be a number.
    /// </summary>
    private static double[][] Orthonormal(double[][] vectors, int dimension)
    {
        double[][] left = [.. vectors.Select(v => (double[])v.Clone())];
        double[][] basis = new double[dimension][];
        for (int i = 0; i < dimension; i++)
        {
            double[] norms = [.. left.Select(v => RowMajor.Dot(v, v))];
            double best = norms.Max();
            double[] b = left[Math.Max(0, Array.FindIndex(norms, norm => norm > best * (1 - 1e-6)))];
            Array.ForEach(basis[..i], earlier => Subtract(b, earlier));
            double length = Math.Sqrt(RowMajor.Dot(b, b));
            b = basis[i] = Array.ConvertAll(b, x => x / length);
            Array.ForEach(left, v => Subtract(v, b));
        }

        return basis;
    }

    /// <summary>Takes from a vector its part along a unit vector.</summary>
    private static void Subtract(double[] vector, double[] unit) => RowMajor.AddScaled(vector, -RowMajor.Dot(vector, unit), unit);

    /// <summary><c>ρ(g)[i, j] = ⟨b_i, L(g) b_j⟩</c>.</summary>
    private static double[] Action(FiniteGroup group, int g, double[][] basis)
    {
        double[][] moved = [.. basis.Select(b => Translate(group, g, b))];
        return [.. basis.SelectMany(b => moved.Select(m => RowMajor.Dot(b, m)))];
    }
}
