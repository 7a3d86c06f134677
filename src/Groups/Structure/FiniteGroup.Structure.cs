namespace GCnn.Groups;

public sealed partial class FiniteGroup
{
    /// <summary>The conjugacy classes, found once.</summary>
    public ConjugacyClasses ConjugacyClasses => field ??= new ConjugacyClasses(this);

    /// <summary>
    /// The exponent, the least <c>n ≥ 1</c> with <c>gⁿ = e</c> for every <c>g</c>: the least common multiple of all orders.
    /// </summary>
    public int Exponent => Enumerable.Range(0, Order).Select(OrderOf).Aggregate(LeastCommonMultiple);

    /// <summary>The centre <c>{ z : z * g = g * z for every g }</c>.</summary>
    /// <remarks>Source: [Holt2005], section 2.1.</remarks>
    public Subgroup Centre => field ??= CentralizerOf(_generators);

    /// <summary>
    /// The commutator subgroup <c>[G, G]</c>, which all <c>g * h * g⁻¹ * h⁻¹</c> generate: the smallest normal subgroup with an abelian
    /// quotient.
    /// </summary>
    /// <remarks>
    /// It is the normal closure of the commutators of generators, since their images commute in the quotient by it.
    /// Source: [Holt2005], section 2.3.
    /// </remarks>
    public Subgroup CommutatorSubgroup =>
        field ??= Subgroup.Generated(this, [.. _generators.SelectMany(g => _generators.Select(h => Commutator(g, h)))]).NormalClosure;

    /// <summary>All subgroups, found once.</summary>
    internal Subgroup[] Subgroups => field ??= SubgroupSearch.All(this);

    /// <summary>The conjugacy classes of all subgroups, found once.</summary>
    internal IReadOnlyList<Subgroup>[] SubgroupClasses => field ??= SubgroupSearch.ConjugacyClasses(this, Subgroups);

    /// <summary>The conjugate <c>g * x * g⁻¹</c> of <c>x</c>.</summary>
    /// <param name="g">The element that conjugates.</param>
    /// <param name="x">The element that is conjugated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int Conjugate(int g, int x) => Multiply(Multiply(g, x), Inverse(g));

    /// <summary>The commutator <c>g * h * g⁻¹ * h⁻¹</c>, which is <c>e</c> when the elements commute.</summary>
    /// <param name="g">An element.</param>
    /// <param name="h">An element.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int Commutator(int g, int h) => Multiply(Conjugate(g, h), Inverse(h));

    /// <summary>The power <c>gⁿ</c>; negative powers are those of the inverse.</summary>
    /// <param name="g">An element.</param>
    /// <param name="n">The exponent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public int Power(int g, int n)
    {
        int order = OrderOf(g);
        int power = 0;
        for (int k = ((n % order) + order) % order; k > 0; k--)
        {
            power = Multiply(power, g);
        }

        return power;
    }

    /// <summary>The centralizer <c>{ h : h * g = g * h }</c> of an element, whose index is the size of the element's class.</summary>
    /// <param name="g">An element.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no element of that index.</exception>
    public Subgroup Centralizer(int g) => CentralizerOf([Require(g)]);

    /// <summary>The centralizer <c>{ h : h * k = k * h for every k ∈ K }</c> of a subgroup.</summary>
    /// <param name="subgroup">The subgroup <c>K</c>.</param>
    /// <exception cref="ArgumentException">It is a subgroup of another group.</exception>
    public Subgroup Centralizer(Subgroup subgroup)
    {
        RequireSubgroup(subgroup);
        return CentralizerOf(subgroup.Generators);
    }

    /// <summary>The normalizer <c>{ g : g K g⁻¹ = K }</c> of a subgroup, whose index is the number of the subgroup's conjugates.</summary>
    /// <param name="subgroup">The subgroup <c>K</c>.</param>
    /// <exception cref="ArgumentException">It is a subgroup of another group.</exception>
    public Subgroup Normalizer(Subgroup subgroup)
    {
        RequireSubgroup(subgroup);
        return SubgroupOf(g => subgroup.Generators.All(k => subgroup.Contains(Conjugate(g, k))));
    }

    /// <summary>Whether the groups are the same up to the numbers of their elements; equality is stricter.</summary>
    /// <param name="other">The group to compare with.</param>
    public bool IsIsomorphicTo(FiniteGroup other) => Isomorphism.Find(this, other) is not null;

    /// <summary>Refuses a subgroup of another group.</summary>
    internal void RequireSubgroup(Subgroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        if (!Equals(subgroup.Parent))
        {
            throw new ArgumentException(
                $"{subgroup} is a subgroup of another group, {subgroup.Parent} of order {subgroup.Parent.Order}; {this} has order " +
                $"{Order}. Map one group into the other first.",
                nameof(subgroup));
        }
    }

    /// <summary>The subgroup of the elements that satisfy a condition, which the caller knows to be closed.</summary>
    internal Subgroup SubgroupOf(Func<int, bool> condition) =>
        new(this, new ElementSet(Order, Enumerable.Range(0, Order).Where(condition)));

    private static int LeastCommonMultiple(int a, int b)
    {
        (int x, int y) = (a, b);
        while (y != 0)
        {
            (x, y) = (y, x % y);
        }

        return a / x * b;
    }

    private Subgroup CentralizerOf(IReadOnlyList<int> elements) =>
        SubgroupOf(h => elements.All(g => Multiply(g, h) == Multiply(h, g)));
}
