namespace GCnn.Groups;

/// <summary>
/// The left cosets <c>gK</c> of a subgroup, numbered by their smallest element in growing order, with the action
/// <c>h · gK = (h * g)K</c>. Equal when the subgroups are equal.
/// </summary>
/// <remarks>Coset 0 is <c>K</c> itself, since it holds the identity. Source: [Serre1977], section 3.3.</remarks>
public sealed class Cosets : IEquatable<Cosets>
{
    private readonly OrbitPartition _cosets;

    /// <summary>Lists the left cosets of a subgroup.</summary>
    /// <param name="subgroup">The subgroup <c>K</c>.</param>
    public Cosets(Subgroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        Subgroup = subgroup;
        FiniteGroup group = subgroup.Parent;
        _cosets = new OrbitPartition(group.Order, [.. subgroup.Generators.Select(k => (Func<int, int>)(g => group.Multiply(g, k)))]);
    }

    /// <summary>The subgroup <c>K</c>.</summary>
    public Subgroup Subgroup { get; }

    /// <summary>The number of cosets, <c>|G| / |K|</c>.</summary>
    public int Count => _cosets.Count;

    /// <summary>The number of the coset <c>gK</c>.</summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int CosetOf(int g) => _cosets.Of(Subgroup.Parent.Require(g));

    /// <summary>The elements of a coset, in growing order.</summary>
    /// <param name="coset">A coset's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no coset of that number.</exception>
    public IReadOnlyList<int> Members(int coset) => (uint)coset < (uint)Count
        ? _cosets[coset]
        : throw new ArgumentOutOfRangeException(
            nameof(coset), $"{Subgroup}: there is no coset {coset}; its {Count} left cosets are numbered 0 to {Count - 1}.");

    /// <summary>The smallest element of a coset; together they are the transversal.</summary>
    /// <param name="coset">A coset's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no coset of that number.</exception>
    public int Representative(int coset) => Members(coset)[0];

    /// <summary>The coset <c>g · aK = (g * a)K</c>.</summary>
    /// <param name="g">An element of the group.</param>
    /// <param name="coset">The number of <c>aK</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element or coset.</exception>
    public int Act(int g, int coset) => CosetOf(Subgroup.Parent.Multiply(g, Representative(coset)));

    /// <summary>Whether both are the cosets of the same subgroup.</summary>
    /// <param name="other">The cosets to compare with.</param>
    public bool Equals(Cosets? other) => other is not null && Subgroup.Equals(other.Subgroup);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Cosets);

    /// <inheritdoc/>
    public override int GetHashCode() => Subgroup.GetHashCode();

    /// <summary>The quotient's name, such as <c>D4/{0,4}</c>.</summary>
    public override string ToString() => $"{Subgroup.Parent}/{{{string.Join(',', Subgroup.Members)}}}";
}
