using System.Runtime.CompilerServices;

namespace GCnn.Groups;

/// <summary>The real irreducible representations of a finite group.</summary>
/// <remarks>
/// They satisfy <c>Σ d² / m = |G|</c>, with <c>d</c> the dimension and <c>m</c> = 1, 2 or 4 the value of the type, and there are as many as
/// sets <c>C ∪ C⁻¹</c> of conjugacy classes. Source: [Serre1977], sections 2.4, 12.4 and 13.2.
/// </remarks>
public static class Irreps
{
    private static readonly ConditionalWeakTable<FiniteGroup, Irrep[]> Found = [];

    /// <summary>
    /// Every irrep up to equivalence, the trivial one first: in closed form where the group's table is that of
    /// <see cref="FiniteGroup.Cyclic"/> or <see cref="FiniteGroup.Dihedral"/>, by frequency; else found <see cref="Numerically"/>.
    /// </summary>
    /// <remarks>Kept for as long as the group is, so that a second call costs nothing. The bases are fixed in CONVENTIONS.md.</remarks>
    /// <param name="group">The group.</param>
    /// <exception cref="InvalidOperationException">The numbers did not settle, which rounding can cause for very large groups.</exception>
    public static IReadOnlyList<Irrep> Of(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Array.AsReadOnly(Found.GetValue(group, g => ClosedFormIrreps.Find(g) ?? RegularDecomposition.Find(g)));
    }

    /// <summary>
    /// Every irrep up to equivalence, for any group, from its table alone: the trivial one first, then by dimension, type and character.
    /// </summary>
    /// <remarks>
    /// A random symmetric matrix that commutes with the regular representation has one irreducible eigenspace for each of its eigenvalues.
    /// The random numbers are fixed, and so is the basis in each space, so the same group always gives the same matrices.
    /// Time grows as the cube of the order. Source: [Dixon1970]; [Serre1977], section 2.4.
    /// </remarks>
    /// <param name="group">The group.</param>
    /// <exception cref="InvalidOperationException">The numbers did not settle, which rounding can cause for very large groups.</exception>
    public static IReadOnlyList<Irrep> Numerically(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Array.AsReadOnly(RegularDecomposition.Find(group));
    }
}
