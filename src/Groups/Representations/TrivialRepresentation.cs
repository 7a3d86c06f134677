namespace GCnn.Groups;

/// <summary>The trivial representation, <c>ρ(g) = 1</c>: a scalar channel, such as grey values.</summary>
public sealed record TrivialRepresentation : PermutationRepresentation
{
    /// <summary>The trivial representation of a group.</summary>
    /// <param name="group">The group.</param>
    public TrivialRepresentation(FiniteGroup group)
        : base(group)
    {
    }

    /// <inheritdoc/>
    public override string Name => "trivial";

    /// <inheritdoc/>
    public override int Dimension => 1;

    /// <inheritdoc/>
    public override int Act(int g, int i)
    {
        Group.Require(g);
        return RequireBasisVector(i);
    }
}
