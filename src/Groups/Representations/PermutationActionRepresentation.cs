namespace GCnn.Groups;

/// <summary>The permutation representation of an action: each point becomes a basis vector, <c>ρ(g) e_i = e_(g·i)</c>.</summary>
/// <remarks>
/// Sums, tensor products, restrictions and inductions of permutation representations are of this kind. Equal when the actions are equal,
/// whatever the names. Source: [Serre1977], section 1.2 (c).
/// </remarks>
public sealed record PermutationActionRepresentation : PermutationRepresentation
{
    /// <summary>The representation of an action.</summary>
    /// <param name="name">The name in print.</param>
    /// <param name="action">An action on at least one point.</param>
    /// <exception cref="ArgumentException">There are no points, or no name.</exception>
    public PermutationActionRepresentation(string name, PermutationAction action)
        : base(GroupOf(action))
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Action = action.Degree >= 1
            ? action
            : throw new ArgumentException($"{name}: {action} has no basis; a representation needs at least one point.", nameof(action));
    }

    /// <summary>The action on the basis.</summary>
    public PermutationAction Action { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Dimension => Action.Degree;

    /// <inheritdoc/>
    public override int Act(int g, int i) => Action.Act(g, RequireBasisVector(i));

    /// <summary>Whether the actions are equal.</summary>
    /// <param name="other">The representation to compare with.</param>
    public bool Equals(PermutationActionRepresentation? other) => ReferenceEquals(this, other)
        || (base.Equals(other) && Action.Equals(other.Action));

    /// <inheritdoc/>
    public override int GetHashCode() => Action.GetHashCode();

    private static FiniteGroup GroupOf(PermutationAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.Group;
    }
}
