namespace GCnn.Groups;

/// <summary>A subgroup <c>K ≤ G</c>, as the sorted set of its elements. Equal when parents and elements are equal.</summary>
/// <remarks>Source: [Serre1977], section 3.3.</remarks>
public sealed partial class Subgroup : IEquatable<Subgroup>
{
    private readonly int[] _members;
    private FiniteGroup? _group;

    /// <summary>The subgroup with the given elements, which the caller knows to be closed.</summary>
    internal Subgroup(FiniteGroup parent, ElementSet elements)
    {
        Parent = parent;
        Elements = elements;
        _members = elements.ToArray();
        IsNormal = parent.Generators.All(g => MembersConjugatedBy(g).All(elements.Contains));
    }

    /// <summary>The group <c>G</c> that holds this one.</summary>
    public FiniteGroup Parent { get; }

    /// <summary>The elements of <c>K</c> as elements of <c>G</c>, in growing order; the identity comes first.</summary>
    public IReadOnlyList<int> Members => _members;

    /// <summary>
    /// Generators, chosen from the elements alone: each is the smallest member that those before it do not generate. The trivial
    /// subgroup has none.
    /// </summary>
    public IReadOnlyList<int> Generators => field ??= GroupTable.Generators(_members, Parent.Closure);

    /// <summary>The number of elements, <c>|K|</c>.</summary>
    public int Order => _members.Length;

    /// <summary>The number of cosets, <c>[G : K] = |G| / |K|</c> (Lagrange).</summary>
    public int Index => Parent.Order / Order;

    /// <summary>Whether <c>g K g⁻¹ = K</c> for every <c>g</c> of the parent.</summary>
    public bool IsNormal { get; }

    /// <summary>The elements as a set of bits.</summary>
    internal ElementSet Elements { get; }

    /// <summary>The elements as a span.</summary>
    internal ReadOnlySpan<int> MemberSpan => _members;

    /// <summary>The smallest subgroup that holds the given elements: all their products.</summary>
    /// <param name="parent">The group.</param>
    /// <param name="generators">Elements of the group; none generate the trivial subgroup.</param>
    /// <exception cref="ArgumentOutOfRangeException">A generator is not an element of the group.</exception>
    public static Subgroup Generated(FiniteGroup parent, params int[] generators)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(generators);
        return new Subgroup(parent, parent.Closure(Array.ConvertAll(generators, parent.Require)));
    }

    /// <summary>The subgroup <c>{e}</c>.</summary>
    /// <param name="parent">The group.</param>
    public static Subgroup Trivial(FiniteGroup parent) => Generated(parent);

    /// <summary>The group as a subgroup of itself.</summary>
    /// <param name="parent">The group.</param>
    public static Subgroup Whole(FiniteGroup parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return new Subgroup(parent, new ElementSet(parent.Order, Enumerable.Range(0, parent.Order)));
    }

    /// <summary>Whether <c>g</c> lies in <c>K</c>.</summary>
    /// <param name="g">An element of the parent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The parent has no element of that index.</exception>
    public bool Contains(int g) => Elements.Contains(Parent.Require(g));

    /// <summary>The subgroup as a group of its own, made once; its element <c>i</c> is <c>Members[i]</c>.</summary>
    public FiniteGroup AsGroup() => _group ??= FiniteGroup.FromProduct(
        ToString(), Order, (i, j) => Array.BinarySearch(_members, Parent.Multiply(_members[i], _members[j])));

    /// <summary>Whether both have equal parents and the same elements.</summary>
    /// <param name="other">The subgroup to compare with.</param>
    public bool Equals(Subgroup? other) => other is not null && Elements.Equals(other.Elements) && Parent.Equals(other.Parent);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Subgroup);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parent, Elements);

    /// <summary>The parent's name and the elements, such as <c>D4{0,4}</c>.</summary>
    public override string ToString() => $"{Parent}{{{string.Join(',', _members)}}}";

    /// <summary>The elements <c>g k g⁻¹</c>, in the order of the members <c>k</c>.</summary>
    internal int[] MembersConjugatedBy(int g) => Array.ConvertAll(_members, k => Parent.Conjugate(g, k));
}
