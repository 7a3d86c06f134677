namespace GCnn.Groups;

/// <summary>
/// The regular representation: the group on itself, <c>ρ(g) e_h = e_(g * h)</c>, so <c>(ρ(g) v)[h] = v[g⁻¹ h]</c>. One channel per element.
/// </summary>
/// <remarks>Source: [Serre1977], section 1.2 (b); [CohenWelling2016], section 4.4.</remarks>
public sealed record RegularRepresentation : PermutationRepresentation
{
    /// <summary>The regular representation of a group.</summary>
    /// <param name="group">The group.</param>
    public RegularRepresentation(FiniteGroup group)
        : base(group)
    {
    }

    /// <inheritdoc/>
    public override string Name => "regular";

    /// <inheritdoc/>
    public override int Dimension => Group.Order;

    /// <inheritdoc/>
    public override int Act(int g, int i) => Group.Multiply(g, RequireBasisVector(i));
}
