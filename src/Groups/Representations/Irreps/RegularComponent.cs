namespace GCnn.Groups;

/// <summary>
/// An irreducible subspace <c>V</c> of the regular representation, as the function <c>p</c> of the orthogonal projection onto it,
/// <c>P[x, y] = p(x⁻¹ y)</c>; <c>p</c> itself lies in <c>V</c>.
/// </summary>
internal sealed class RegularComponent
{
    /// <summary>Characters are sums of roots of unity; different ones of small groups differ by far more.</summary>
    private const double Tolerance = 1e-6;

    private readonly double[] _character;

    public RegularComponent(FiniteGroup group, double[] projection)
    {
        Group = group;
        Projection = projection;
        _character = CharacterOf(group, projection);
        Dimension = (int)Math.Round(_character[0]);
        Type = TypeOf(group, _character);
    }

    public FiniteGroup Group { get; }

    public double[] Projection { get; }

    public IReadOnlyList<double> Character => _character;

    public int Dimension { get; }

    /// <summary>The type when the space is irreducible; else null.</summary>
    public IrrepType? Type { get; }

    public bool IsEquivalentTo(RegularComponent other) =>
        !_character.Zip(other._character).Any(pair => Math.Abs(pair.First - pair.Second) > Tolerance);

    /// <summary>By dimension, type, and then larger characters first, which puts the trivial irrep first of all.</summary>
    public static int Compare(RegularComponent a, RegularComponent b)
    {
        int order = (a.Dimension, a.Type).CompareTo((b.Dimension, b.Type));
        (double first, double second) = a._character.Zip(b._character).FirstOrDefault(pair => Math.Abs(pair.First - pair.Second) > Tolerance);
        return order != 0 ? order : second.CompareTo(first);
    }

    /// <summary>
    /// The type by <c>⟨χ, χ⟩</c> and the indicator of Frobenius and Schur, <c>ι = 1/|G| Σ χ(g²)</c>. A sum of irreps has the sums of both,
    /// up to a larger <c>⟨χ, χ⟩</c> where some are equivalent, and so never one of these three pairs.
    /// </summary>
    public static IrrepType? TypeOf(FiniteGroup group, IReadOnlyList<double> character)
    {
        double norm = Enumerable.Range(0, group.Order).Sum(g => character[g] * character[g]) / group.Order;
        double indicator = Enumerable.Range(0, group.Order).Sum(g => character[group.Multiply(g, g)]) / group.Order;
        return (Near(norm), Near(indicator)) switch
        {
            (1, 1) => IrrepType.Real,
            (2, 0) => IrrepType.Complex,
            (4, -2) => IrrepType.Quaternionic,
            _ => null,
        };
    }

    private static int? Near(double value) => Math.Abs(value - Math.Round(value)) < Tolerance ? (int)Math.Round(value) : null;

    /// <summary><c>χ(g) = tr L(g) P = Σ_x p(x⁻¹ g x)</c>.</summary>
    private static double[] CharacterOf(FiniteGroup group, double[] p)
    {
        double[] character = new double[group.Order];
        for (int g = 0; g < group.Order; g++)
        {
            for (int x = 0; x < group.Order; x++)
            {
                character[g] += p[group.Multiply(group.Inverse(x), group.Multiply(g, x))];
            }
        }

        return character;
    }
}
