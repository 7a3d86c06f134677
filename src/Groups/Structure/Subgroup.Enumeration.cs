namespace GCnn.Groups;

public sealed partial class Subgroup
{
    /// <summary>Every subgroup of a group, smaller ones first, then by their elements; found once for a group.</summary>
    /// <remarks>
    /// For the small groups of images: the number of subgroups grows faster than any power of the order. Source: [Neubueser1960].
    /// </remarks>
    /// <param name="parent">The group.</param>
    public static IReadOnlyList<Subgroup> AllOf(FiniteGroup parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return parent.Subgroups;
    }

    /// <summary>The normal subgroups of a group, the kernels of its homomorphisms, in the order of <see cref="AllOf"/>.</summary>
    /// <param name="parent">The group.</param>
    public static IReadOnlyList<Subgroup> NormalOf(FiniteGroup parent) => [.. AllOf(parent).Where(k => k.IsNormal)];

    /// <summary>
    /// The conjugacy classes <c>{ g K g⁻¹ : g ∈ G }</c> of all subgroups: each in the order of <see cref="AllOf"/>, classes by their first
    /// member; found once for a group.
    /// </summary>
    /// <remarks>
    /// Conjugate subgroups have equivalent quotient representations, so these classes are the transitive actions of the group up to
    /// equivalence. Source: [Burnside1911], chapter 12.
    /// </remarks>
    /// <param name="parent">The group.</param>
    public static IReadOnlyList<IReadOnlyList<Subgroup>> ConjugacyClassesOf(FiniteGroup parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return parent.SubgroupClasses;
    }

    /// <summary>One subgroup of each conjugacy class, its first in the order of <see cref="AllOf"/>.</summary>
    /// <param name="parent">The group.</param>
    public static IReadOnlyList<Subgroup> UpToConjugacy(FiniteGroup parent) =>
        [.. ConjugacyClassesOf(parent).Select(conjugates => conjugates[0])];
}
