namespace GCnn.Groups;

public sealed partial class Character
{
    /// <summary>How far from an integer a multiplicity may be.</summary>
    private const double Whole = 1e-6;

    /// <summary>
    /// The inner product <c>⟨χ, χ⟩</c>. For a real irrep it is 1, 2 or 4, the value of its type; for any representation it is
    /// <c>Σ m_i n_i²</c> over the irreps, with types <c>m_i</c> and multiplicities <c>n_i</c>.
    /// </summary>
    public double Norm => Inner(this);

    /// <summary>
    /// The Frobenius-Schur indicator <c>1/|G| Σ_g χ(g²)</c>: 1, 0 and −2 for real irreps of real, complex and quaternionic type.
    /// </summary>
    /// <remarks>
    /// Over the complex numbers it is 1, 0 and −1; a quaternionic irrep is twice one of those. Source: [Serre1977], section 13.2.
    /// </remarks>
    public double FrobeniusSchur => Average(c => _ofClass[Group.ConjugacyClasses.PowerOf(c, 2)]);

    /// <summary>The type, when this character of a representation is that of a real irrep; else null.</summary>
    /// <remarks>
    /// By <c>⟨χ, χ⟩</c> and the indicator. A sum has the sum of the indicators and at least that of the norms, so never the pair of an
    /// irrep.
    /// </remarks>
    public IrrepType? Type => (Integer(Norm), Integer(FrobeniusSchur)) switch
    {
        (1, 1) => IrrepType.Real,
        (2, 0) => IrrepType.Complex,
        (4, -2) => IrrepType.Quaternionic,
        _ => null,
    };

    /// <summary>Whether this is the character of a representation that is irreducible over the real numbers.</summary>
    public bool IsIrreducible => Degree > 0 && Type is not null;

    /// <summary>The inner product <c>⟨χ, ψ⟩ = 1/|G| Σ_g χ(g) ψ(g)</c>, the dimension of the space of intertwiners.</summary>
    /// <remarks>Source: [Serre1977], sections 2.3 and 7.2.</remarks>
    /// <param name="other">The character <c>ψ</c>.</param>
    /// <exception cref="ArgumentException">They belong to different groups.</exception>
    public double Inner(Character other)
    {
        RequireSameGroup(other);
        return Average(c => _ofClass[c] * other._ofClass[c]);
    }

    /// <summary>How often an irrep <c>σ</c> occurs, <c>⟨χ, χ_σ⟩ / ⟨χ_σ, χ_σ⟩</c>.</summary>
    /// <param name="irrep">An irrep of the group.</param>
    /// <exception cref="ArgumentException">It represents another group.</exception>
    /// <exception cref="InvalidOperationException">
    /// This is not the character of a representation: the quotient is not an integer.
    /// </exception>
    public int Multiplicity(Irrep irrep)
    {
        double multiplicity = Inner(Of(irrep)) / (int)irrep.Type;
        return Integer(multiplicity) is int whole and >= 0
            ? whole
            : throw new InvalidOperationException(
                $"'{this}' holds '{irrep}' {multiplicity:0.####} times; a character holds each irrep a whole number of times.");
    }

    /// <summary>The character of the restriction to a subgroup.</summary>
    /// <param name="subgroup">A subgroup of the group.</param>
    /// <exception cref="ArgumentException">It is a subgroup of another group.</exception>
    public Character Restrict(Subgroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        return Group.Equals(subgroup.Parent)
            ? OnClasses(subgroup.AsGroup(), k => this[subgroup.Members[k]])
            : throw new ArgumentException(
                $"A character of {Group} restricts to subgroups of {Group}; {subgroup} is one of {subgroup.Parent}.", nameof(subgroup));
    }

    /// <summary>
    /// The character of the induced representation, <c>g → Σ χ(t⁻¹ g t)</c> over the coset representatives <c>t</c> with <c>t⁻¹ g t</c>
    /// in the subgroup.
    /// </summary>
    /// <remarks>Source: [Serre1977], section 7.2, proposition 20.</remarks>
    /// <param name="subgroup">A subgroup whose <see cref="Subgroup.AsGroup"/> is this character's group.</param>
    /// <exception cref="ArgumentException">This belongs to another group than the subgroup's.</exception>
    public Character Induce(Subgroup subgroup)
    {
        Induction induction = new(subgroup, Group, $"The character '{this}'");
        return OnClasses(subgroup.Parent, g => Enumerable.Range(0, induction.Cosets.Count)
            .Select(coset => (Coset: coset, Moved: induction.Act(g, coset)))
            .Where(pair => pair.Moved.Coset == pair.Coset)
            .Sum(pair => this[pair.Moved.K]));
    }

    private static int? Integer(double value) => Math.Abs(value - Math.Round(value)) < Whole ? (int)Math.Round(value) : null;

    private double Average(Func<int, double> ofClass) =>
        Enumerable.Range(0, _ofClass.Length).Sum(c => Group.ConjugacyClasses.Size(c) * ofClass(c)) / Group.Order;
}
