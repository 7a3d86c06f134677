namespace GCnn.Groups;

/// <summary>
/// An irreducible subspace <c>V</c> of the regular representation, as the function <c>p</c> of the orthogonal projection onto it,
/// <c>P[x, y] = p(x⁻¹ y)</c>; <c>p</c> itself lies in <c>V</c>.
/// </summary>
internal sealed class RegularComponent
{
    /// <summary>Characters are sums of roots of unity; different ones of small groups differ by far more.</summary>
    private const double Tolerance = 1e-6;

    public RegularComponent(FiniteGroup group, double[] projection)
    {
        Projection = projection;
        Character = Character.OnClasses(group, g => Trace(group, g, projection));
    }

    public double[] Projection { get; }

    public Character Character { get; }

    public FiniteGroup Group => Character.Group;

    public int Dimension => (int)Math.Round(Character.Degree);

    /// <summary>The type when the space is irreducible; else null.</summary>
    public IrrepType? Type => Character.Type;

    /// <summary>By dimension, type, and then larger characters first, which puts the trivial irrep first of all.</summary>
    public static int Compare(RegularComponent a, RegularComponent b)
    {
        int order = (a.Dimension, a.Type).CompareTo((b.Dimension, b.Type));
        (double first, double second) = a.Character.Values.Zip(b.Character.Values)
            .FirstOrDefault(pair => Math.Abs(pair.First - pair.Second) > Tolerance);
        return order != 0 ? order : second.CompareTo(first);
    }

    public bool IsEquivalentTo(RegularComponent other) => Character.Distance(other.Character) < Tolerance;

    /// <summary><c>tr L(g) P = Σ_x p(x⁻¹ g x)</c>.</summary>
    private static double Trace(FiniteGroup group, int g, double[] p)
    {
        double trace = 0;
        for (int x = 0; x < group.Order; x++)
        {
            trace += p[group.Conjugate(group.Inverse(x), g)];
        }

        return trace;
    }
}
