namespace GCnn.Groups;

public sealed partial class Subgroup
{
    /// <summary>
    /// The core <c>⋂ g K g⁻¹</c>, the largest normal subgroup within <c>K</c>: what acts trivially on the cosets of <c>K</c>.
    /// </summary>
    public Subgroup Core => Enumerable.Range(0, Parent.Order).Select(Conjugate).Aggregate((k, l) => k.Intersection(l));

    /// <summary>The normal closure, the smallest normal subgroup that holds <c>K</c>; all conjugates of <c>K</c> generate it.</summary>
    public Subgroup NormalClosure
    {
        get
        {
            ConjugacyClasses classes = Parent.ConjugacyClasses;
            return Generated(Parent, [.. Generators.SelectMany(k => classes.Members(classes.ClassOf(k)))]);
        }
    }

    /// <summary>The conjugate subgroup <c>g K g⁻¹</c>, which fixes <c>g·i</c> where <c>K</c> fixes <c>i</c>.</summary>
    /// <param name="g">An element of the parent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The parent has no element of that index.</exception>
    public Subgroup Conjugate(int g) => new(Parent, new ElementSet(Parent.Order, MembersConjugatedBy(Parent.Require(g))));

    /// <summary>The intersection <c>K ∩ L</c>, the largest subgroup within both.</summary>
    /// <param name="other">The subgroup <c>L</c> of the same group.</param>
    /// <exception cref="ArgumentException">The subgroups belong to different groups.</exception>
    public Subgroup Intersection(Subgroup other)
    {
        RequireSameParent(other);
        return new Subgroup(Parent, new ElementSet(Parent.Order, _members.Where(other.Elements.Contains)));
    }

    /// <summary>The join <c>⟨K, L⟩</c>, the smallest subgroup that holds both; it is <c>K L</c> when one of them is normal.</summary>
    /// <param name="other">The subgroup <c>L</c> of the same group.</param>
    /// <exception cref="ArgumentException">The subgroups belong to different groups.</exception>
    public Subgroup Join(Subgroup other)
    {
        RequireSameParent(other);
        return Generated(Parent, [.. Generators, .. other.Generators]);
    }

    /// <summary>Whether <c>K ≤ L</c>; a subgroup is one of itself.</summary>
    /// <param name="other">The subgroup <c>L</c> of the same group.</param>
    /// <exception cref="ArgumentException">The subgroups belong to different groups.</exception>
    public bool IsSubgroupOf(Subgroup other)
    {
        RequireSameParent(other);
        return Elements.IsSubsetOf(other.Elements);
    }

    /// <summary>Refuses a subgroup of another group.</summary>
    internal void RequireSameParent(Subgroup other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Parent.RequireSubgroup(other);
    }
}
