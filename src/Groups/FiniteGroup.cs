namespace GCnn.Groups;

/// <summary>
/// A finite group, given by its multiplication table. Elements are the indices <c>0 … Order − 1</c>; element 0 is the identity
/// and <c>g * h</c> applies <c>h</c> first (CONVENTIONS.md, Groups).
/// </summary>
/// <remarks>
/// Two groups are equal when their tables are equal, whatever their names: pm and cm act by different matrices on the plane, yet
/// their point groups are one and the same group. Isomorphic groups with differently ordered elements are not equal.
/// Source: [Holt2005], section 2.1.
/// </remarks>
public sealed partial class FiniteGroup : IEquatable<FiniteGroup>
{
    private readonly int[] _table;
    private readonly int[] _inverses;
    private readonly int[] _generators;
    private readonly int _hash;

    /// <summary>The one constructor: every table is checked by <see cref="GroupTable"/> before it is kept.</summary>
    private FiniteGroup(string name, int order, int[] table)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Order = order;
        _table = table;
        GroupTable.RequireIdentityAndLatinSquare(name, table, order);
        _generators = GroupTable.Generators(Enumerable.Range(0, order), Closure);
        GroupTable.RequireAssociative(name, table, order, _generators);
        _inverses = GroupTable.Inverses(table, order);
        IsAbelian = GroupTable.IsAbelian(table, order, _generators);
        _hash = GroupTable.Hash(table);
    }

    /// <summary>The group's name in print, such as <c>D4</c>. It takes no part in equality.</summary>
    public string Name { get; }

    /// <summary>The number of elements, <c>|G|</c>.</summary>
    public int Order { get; }

    /// <summary>
    /// Generators, chosen from the table alone: each is the smallest element that those before it do not generate. For
    /// <c>C_n</c> this is <c>r</c>, for <c>D_n</c> it is <c>r, s</c>; the trivial group has none.
    /// </summary>
    public IReadOnlyList<int> Generators => _generators;

    /// <summary>Whether <c>g * h = h * g</c> for all elements.</summary>
    public bool IsAbelian { get; }

    /// <summary>The identity <c>e</c>, element 0.</summary>
    public GroupElement Identity => new(this, 0);

    /// <summary>All elements in index order, identity first.</summary>
    public IEnumerable<GroupElement> Elements => Enumerable.Range(0, Order).Select(g => new GroupElement(this, g));

    /// <summary>The element with the given index.</summary>
    /// <param name="index">An index from 0 to <c>Order − 1</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public GroupElement this[int index] => new(this, Require(index));

    /// <summary>The product <c>g * h</c>: first <c>h</c>, then <c>g</c>.</summary>
    /// <param name="g">The element applied second.</param>
    /// <param name="h">The element applied first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int Multiply(int g, int h) => _table[(Require(g) * Order) + Require(h)];

    /// <summary>The inverse <c>g⁻¹</c>, the only solution of <c>g * x = e</c>.</summary>
    /// <param name="g">An element.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int Inverse(int g) => _inverses[Require(g)];

    /// <summary>The order of an element: the least <c>n ≥ 1</c> with <c>gⁿ = e</c>.</summary>
    /// <param name="g">An element.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int OrderOf(int g)
    {
        int order = 1;
        for (int power = Require(g); power != 0; power = Multiply(power, g))
        {
            order++;
        }

        return order;
    }

    /// <summary>Whether both groups have the same multiplication table.</summary>
    /// <param name="other">The group to compare with.</param>
    public bool Equals(FiniteGroup? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _table.AsSpan().SequenceEqual(other._table));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FiniteGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>The group's name.</summary>
    public override string ToString() => Name;

    /// <summary>The products of the given elements, which the caller knows to be of this group.</summary>
    internal ElementSet Closure(int[] generators) => GroupTable.Closure(_table, Order, generators);

    /// <summary>Returns the index, or says which indices there are.</summary>
    internal int Require(int index) => (uint)index < (uint)Order
        ? index
        : throw new ArgumentOutOfRangeException(
            nameof(index), $"{Name}: there is no element {index}; its {Order} elements are numbered 0 to {Order - 1}.");
}
