namespace GCnn.Groups;

/// <summary>
/// The quotient representation on the left cosets of a subgroup, <c>ρ(g) e_(aK) = e_(gaK)</c>: one channel per coset.
/// </summary>
/// <remarks>
/// It acts as the regular representation when <c>K = {e}</c> and as the trivial one when <c>K = G</c>; it is the representation induced
/// from the trivial one of <c>K</c>. Source: [Serre1977], section 3.3, example 2.
/// </remarks>
public sealed record QuotientRepresentation : PermutationRepresentation
{
    private readonly Cosets _cosets;

    /// <summary>The representation on <c>G/K</c>.</summary>
    /// <param name="subgroup">The subgroup <c>K</c>; its parent is <c>G</c>.</param>
    public QuotientRepresentation(Subgroup subgroup)
        : base(GroupOf(subgroup)) => _cosets = new Cosets(subgroup);

    /// <summary>The subgroup <c>K</c>, which fixes basis vector 0.</summary>
    public Subgroup Subgroup => _cosets.Subgroup;

    /// <inheritdoc/>
    public override string Name => $"quotient {_cosets}";

    /// <inheritdoc/>
    public override int Dimension => _cosets.Count;

    /// <inheritdoc/>
    public override int Act(int g, int i) => _cosets.Act(g, RequireBasisVector(i));

    private static FiniteGroup GroupOf(Subgroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        return subgroup.Parent;
    }
}
