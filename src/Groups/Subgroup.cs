namespace GCnn.Groups;

/// <summary>A subgroup <c>K ≤ G</c>, as the sorted set of its elements. Equal when parents and elements are equal.</summary>
/// <remarks>Source: [Serre1977], section 3.3.</remarks>
public sealed partial class Subgroup : IEquatable<Subgroup>
{
    private readonly bool[] _contains;
    private readonly int[] _members;

    private Subgroup(FiniteGroup parent, bool[] contains)
    {
        Parent = parent;
        _contains = contains;
        _members = [.. Enumerable.Range(0, parent.Order).Where(g => contains[g])];
        IsNormal = parent.Generators.All(
            g => _members.All(k => contains[parent.Multiply(parent.Multiply(g, k), parent.Inverse(g))]));
    }

    /// <summary>The group <c>G</c> that holds this one.</summary>
    public FiniteGroup Parent { get; }

    /// <summary>The elements of <c>K</c> as elements of <c>G</c>, in growing order; the identity comes first.</summary>
    public IReadOnlyList<int> Members => _members;

    /// <summary>The number of elements, <c>|K|</c>.</summary>
    public int Order => _members.Length;

    /// <summary>The number of cosets, <c>[G : K] = |G| / |K|</c> (Lagrange).</summary>
    public int Index => Parent.Order / Order;

    /// <summary>Whether <c>g K g⁻¹ = K</c> for every <c>g</c> of the parent.</summary>
    public bool IsNormal { get; }

    /// <summary>The smallest subgroup that holds the given elements: all their products.</summary>
    /// <param name="parent">The group.</param>
    /// <param name="generators">Elements of the group; none generate the trivial subgroup.</param>
    /// <exception cref="ArgumentOutOfRangeException">A generator is not an element of the group.</exception>
    public static Subgroup Generated(FiniteGroup parent, params int[] generators)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(generators);
        return new Subgroup(parent, parent.Closure(generators));
    }

    /// <summary>The subgroup <c>{e}</c>.</summary>
    /// <param name="parent">The group.</param>
    public static Subgroup Trivial(FiniteGroup parent) => Generated(parent);

    /// <summary>The group as a subgroup of itself.</summary>
    /// <param name="parent">The group.</param>
    public static Subgroup Whole(FiniteGroup parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return Generated(parent, [.. parent.Generators]);
    }

    /// <summary>Every subgroup of a group, smaller ones first, then by their elements.</summary>
    /// <remarks>
    /// Any subgroup is reached from <c>{e}</c> by adding one generator at a time. For the small groups of images; the number of
    /// subgroups grows faster than any power of the order.
    /// </remarks>
    /// <param name="parent">The group.</param>
    public static IReadOnlyList<Subgroup> AllOf(FiniteGroup parent)
    {
        List<Subgroup> found = [Trivial(parent)];
        HashSet<Subgroup> seen = [.. found];
        for (int next = 0; next < found.Count; next++)
        {
            int[] members = found[next]._members;
            foreach (int g in Enumerable.Range(0, parent.Order).Except(members))
            {
                Subgroup larger = Generated(parent, [.. members, g]);
                if (seen.Add(larger))
                {
                    found.Add(larger);
                }
            }
        }

        return [.. found.OrderBy(k => k.Order).ThenBy(k => k._members, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))];
    }

    /// <summary>Whether <c>g</c> lies in <c>K</c>.</summary>
    /// <param name="g">An element of the parent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The parent has no element of that index.</exception>
    public bool Contains(int g) => _contains[Parent.Require(g)];

    /// <summary>The subgroup as a group of its own; its element <c>i</c> is <c>Members[i]</c>.</summary>
    public FiniteGroup AsGroup() => FiniteGroup.FromProduct(
        ToString(), Order, (i, j) => Array.BinarySearch(_members, Parent.Multiply(_members[i], _members[j])));

    /// <summary>Whether both have equal parents and the same elements.</summary>
    /// <param name="other">The subgroup to compare with.</param>
    public bool Equals(Subgroup? other) =>
        other is not null && Parent.Equals(other.Parent) && _members.AsSpan().SequenceEqual(other._members);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Subgroup);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parent, GroupTable.Hash(_members));

    /// <summary>The parent's name and the elements, such as <c>D4{0,4}</c>.</summary>
    public override string ToString() => $"{Parent}{{{string.Join(',', _members)}}}";
}
