namespace GCnn.Groups.Tests;

/// <summary>Groups with irreps of every type and dimension, and functions on them.</summary>
internal static class FourierExamples
{
    public const double Tolerance = 1e-9;

    /// <summary>Groups on which the transform needs no multiplication.</summary>
    public static IEnumerable<FiniteGroup> Integral =>
        from n in (int[])[1, 2, 4] from family in (Func<int, FiniteGroup>[])[FiniteGroup.Cyclic, FiniteGroup.Dihedral] select family(n);

    public static IEnumerable<FiniteGroup> All =>
    [
        .. Enumerable.Range(1, 9).Select(FiniteGroup.Cyclic),
        .. Enumerable.Range(1, 7).Select(FiniteGroup.Dihedral),
        Examples.Symmetric4,
        FiniteGroup.Alternating(4),
        FiniteGroup.Alternating(5),
        Examples.Quaternions,
        CharacterExamples.BinaryTetrahedral,
        FiniteGroup.DirectProduct(FiniteGroup.Cyclic(3), FiniteGroup.Cyclic(3)),
    ];

    /// <summary>Integers from -9 to 9.</summary>
    public static double[] Function(FiniteGroup group, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, group.Order).Select(_ => (double)random.Next(-9, 10))];
    }

    public static double[] Convolution(FiniteGroup group, double[] f, double[] h) =>
        [.. Enumerable.Range(0, group.Order).Select(g => Enumerable.Range(0, group.Order)
            .Sum(x => f[x] * h[group.Multiply(group.Inverse(x), g)]))];

    /// <summary>The function <c>x -> f(g^-1 x)</c>.</summary>
    public static double[] Translated(FiniteGroup group, int g, double[] f) =>
        [.. Enumerable.Range(0, group.Order).Select(x => f[group.Multiply(group.Inverse(g), x)])];

    public static double Distance(IEnumerable<double> a, IEnumerable<double> b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();

    /// <summary>Whether numbers agree within the tolerance; a sentence where they do not.</summary>
    public static string? Differ(string what, IEnumerable<double> a, IEnumerable<double> b, double tolerance = Tolerance)
    {
        double distance = Distance(a, b);
        return distance <= tolerance ? null : $"{what} differ by {distance}";
    }
}
