namespace GCnn.Groups;

/// <summary>
/// The quotient group <c>G/N</c> by a normal subgroup: element <c>i</c> is the coset <c>i</c> of <see cref="Cosets"/>, and
/// <c>aN * bN = (a * b)N</c>. Equal when the subgroups are equal.
/// </summary>
/// <remarks>Source: [Holt2005], section 2.1.</remarks>
public sealed class QuotientGroup : IEquatable<QuotientGroup>
{
    /// <summary>The quotient by a normal subgroup.</summary>
    /// <param name="normal">The subgroup <c>N</c>; its parent is <c>G</c>.</param>
    /// <exception cref="ArgumentException">The subgroup is not normal, so products of cosets are not cosets.</exception>
    public QuotientGroup(Subgroup normal)
    {
        ArgumentNullException.ThrowIfNull(normal);
        if (!normal.IsNormal)
        {
            throw new ArgumentException(
                $"{normal} is not normal in {normal.Parent}, so its cosets do not form a group; its normal closure has order " +
                $"{normal.NormalClosure.Order}. The action on the cosets needs no normal subgroup: {nameof(PermutationAction.OnCosets)}.",
                nameof(normal));
        }

        Cosets = new Cosets(normal);
        FiniteGroup group = normal.Parent;
        Group = FiniteGroup.FromProduct(
            Cosets.ToString(), Cosets.Count, (a, b) => Cosets.CosetOf(group.Multiply(Cosets.Representative(a), Cosets.Representative(b))));
    }

    /// <summary>The cosets of <c>N</c>, the elements of the quotient.</summary>
    public Cosets Cosets { get; }

    /// <summary>The subgroup <c>N</c>.</summary>
    public Subgroup Normal => Cosets.Subgroup;

    /// <summary>The quotient as a group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The natural projection <c>G → G/N</c>, which takes <c>g</c> to <c>gN</c>; its kernel is <c>N</c>.</summary>
    public Homomorphism Projection => field ??= Homomorphism.FromFunction(Normal.Parent, Group, Cosets.CosetOf);

    /// <summary>
    /// The only homomorphism <c>d : G/N → H</c> with <c>f = d ∘ projection</c>, for an <c>f : G → H</c> that is trivial on <c>N</c>. When
    /// <c>N</c> is the kernel of <c>f</c>, it is an isomorphism onto the image (first isomorphism theorem).
    /// </summary>
    /// <param name="homomorphism">The homomorphism <c>f</c>.</param>
    /// <exception cref="ArgumentException">It does not start from <c>G</c>, or is not trivial on <c>N</c>.</exception>
    public Homomorphism Factor(Homomorphism homomorphism)
    {
        ArgumentNullException.ThrowIfNull(homomorphism);
        Normal.Parent.RequireSubgroup(homomorphism.Kernel);
        return Normal.IsSubgroupOf(homomorphism.Kernel)
            ? Homomorphism.FromFunction(Group, homomorphism.Target, coset => homomorphism[Cosets.Representative(coset)])
            : throw new ArgumentException(
                $"{homomorphism} does not factor through {this}: {Normal} is not in its kernel " +
                $"{homomorphism.Kernel}.",
                nameof(homomorphism));
    }

    /// <summary>Whether both are quotients by the same subgroup.</summary>
    /// <param name="other">The quotient to compare with.</param>
    public bool Equals(QuotientGroup? other) => other is not null && Cosets.Equals(other.Cosets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as QuotientGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(QuotientGroup), Cosets);

    /// <summary>The quotient's name, such as <c>D4/{0,2}</c>.</summary>
    public override string ToString() => Group.Name;
}
