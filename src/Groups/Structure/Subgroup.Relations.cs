namespace GCnn.Groups;

public sealed partial class Subgroup
{
    /// <summary>
    /// Generators, chosen from the elements alone: each is the smallest member that those before it do not generate. The trivial
    /// subgroup has none.
    /// </summary>
    public IReadOnlyList<int> Generators => field ??= GeneratorsOf(Parent, _members);

    /// <summary>The conjugate subgroup <c>g K g⁻¹</c>, which fixes <c>g·i</c> where <c>K</c> fixes <c>i</c>.</summary>
    /// <param name="g">An element of the parent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The parent has no element of that index.</exception>
    public Subgroup Conjugate(int g) => OfMembers(Parent, _members.Select(k => Parent.Conjugate(g, k)));

    /// <summary>The intersection <c>K ∩ L</c>, the largest subgroup within both.</summary>
    /// <param name="other">The subgroup <c>L</c> of the same group.</param>
    /// <exception cref="ArgumentException">The subgroups belong to different groups.</exception>
    public Subgroup Intersection(Subgroup other)
    {
        RequireSameParent(other);
        return OfMembers(Parent, _members.Where(other.Contains));
    }

    /// <summary>Refuses a subgroup of another group.</summary>
    internal void RequireSameParent(Subgroup other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Parent.Equals(other.Parent))
        {
            throw new ArgumentException(
                $"The subgroups belong to different groups, {Parent} of order {Parent.Order} and {other.Parent} of order " +
                $"{other.Parent.Order}. Map one into the other's group first.",
                nameof(other));
        }
    }

    /// <summary>The subgroup with the given elements, which the caller knows to be closed.</summary>
    private static Subgroup OfMembers(FiniteGroup parent, IEnumerable<int> members)
    {
        bool[] contains = new bool[parent.Order];
        foreach (int member in members)
        {
            contains[member] = true;
        }

        return new Subgroup(parent, contains);
    }

    private static int[] GeneratorsOf(FiniteGroup parent, int[] members)
    {
        int[] generators = [];
        bool[] reached = parent.Closure(generators);
        foreach (int member in members)
        {
            if (!reached[member])
            {
                generators = [.. generators, member];
                reached = parent.Closure(generators);
            }
        }

        return generators;
    }
}
