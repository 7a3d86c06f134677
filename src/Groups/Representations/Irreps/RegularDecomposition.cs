using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// Irreps by decomposition of the regular representation. What commutes with multiplication from the left is multiplication from the right:
/// the matrices <c>A[x, y] = a(x⁻¹ y)</c>, one for each function <c>a</c> on the group. For a random <c>a</c> with <c>a(h) = a(h⁻¹)</c> the
/// eigenspaces of <c>A</c> are irreducible, and their projections are again of this form.
/// </summary>
/// <remarks>Source: [Dixon1970].</remarks>
internal static class RegularDecomposition
{
    private const int Attempts = 8;
    private const int FirstSeed = 1970;

    /// <summary>Eigenvalues that differ by less, relative to the largest, are taken for one.</summary>
    private const double Gap = 1e-7;

    /// <summary>All irreps: the trivial one, then by dimension, type and character.</summary>
    public static Irrep[] Find(FiniteGroup group, double gap = Gap)
    {
        for (int seed = FirstSeed; seed < FirstSeed + Attempts; seed++)
        {
            List<RegularComponent> components = Distinct(Eigenspaces(group, seed, gap));
            if (components.TrueForAll(c => c.Type is not null)
                && components.Sum(c => c.Dimension * c.Dimension / (int)c.Type!.Value) == group.Order)
            {
                return Named(group, components);
            }
        }

        throw new InvalidOperationException(
            $"{group}: the irreps did not come apart in {Attempts} decompositions of the regular representation (order {group.Order}): " +
            "the squares of their dimensions do not add up to the order. The group is too large for double precision.");
    }

    /// <summary>The projection onto each eigenspace of a random matrix, as a function on the group.</summary>
    private static IEnumerable<RegularComponent> Eigenspaces(FiniteGroup group, int seed, double gap)
    {
        int n = group.Order;
        Random random = new(seed);
        double[] a = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() - 0.5)];
        Matrix<double> matrix = Matrix<double>.Build.Dense(n, n, (x, y) =>
        {
            int h = group.Multiply(group.Inverse(x), y);
            return a[h] + a[group.Inverse(h)];
        });

        var evd = matrix.Evd(Symmetricity.Symmetric);
        double[] values = [.. evd.EigenValues.Select(value => value.Real)];
        double[] vectors = evd.EigenVectors.ToColumnMajorArray();
        int[] order = [.. Enumerable.Range(0, n).OrderBy(i => values[i])];
        double apart = gap * values.Max(Math.Abs);
        for (int first = 0, next = 1; next <= n; next++)
        {
            if (next == n || values[order[next]] - values[order[next - 1]] > apart)
            {
                yield return new RegularComponent(group, Projection(vectors, n, order[first..next]));
                first = next;
            }
        }
    }

    /// <summary>Row 0 of <c>Σ v vᵀ</c>: the function <c>p</c> of the projection <c>P[x, y] = p(x⁻¹ y)</c>.</summary>
    private static double[] Projection(double[] vectors, int n, int[] columns)
    {
        double[] p = new double[n];
        foreach (int column in columns)
        {
            ReadOnlySpan<double> v = vectors.AsSpan(column * n, n);
            for (int x = 0; x < n; x++)
            {
                p[x] += v[0] * v[x];
            }
        }

        return p;
    }

    /// <summary>One component of each character.</summary>
    private static List<RegularComponent> Distinct(IEnumerable<RegularComponent> components)
    {
        List<RegularComponent> distinct = [];
        foreach (RegularComponent component in components)
        {
            if (!distinct.Exists(component.IsEquivalentTo))
            {
                distinct.Add(component);
            }
        }

        return distinct;
    }

    private static Irrep[] Named(FiniteGroup group, List<RegularComponent> components)
    {
        components.Sort(RegularComponent.Compare);
        Irrep[] irreps = new Irrep[components.Count];
        Dictionary<int, int> seen = [];
        for (int index = 0; index < irreps.Length; index++)
        {
            RegularComponent component = components[index];
            int place = seen[component.Dimension] = seen.GetValueOrDefault(component.Dimension, -1) + 1;
            string name = $"irrep {component.Dimension}{Letters(place)}";
            irreps[index] = new Irrep(group, index, name, component.Type!.Value, null, ComponentMatrices.Of(component));
        }

        return irreps;
    }

    /// <summary><c>a … z, aa, ab …</c></summary>
    private static string Letters(int place) => place < 26
        ? $"{(char)('a' + place)}"
        : Letters((place / 26) - 1) + (char)('a' + (place % 26));
}
