namespace GCnn.Testing;

/// <summary>The input plus what a branch makes of it; the branch returns to the input's state.</summary>
/// <param name="Branch">The steps of the branch, at least one.</param>
public sealed record ResidualStep(IReadOnlyList<NetStep> Branch) : NetStep
{
    /// <inheritdoc/>
    public override string? Fault(NetState state)
    {
        if (Branch.Count == 0)
        {
            return "residual: the branch has no steps.";
        }

        NetState at = state;
        foreach (NetStep step in Branch)
        {
            if (step.Fault(at) is string fault)
            {
                return $"residual: {fault}";
            }

            at = step.Next(at);
        }

        return at.Equals(state) ? null : $"{this}: the branch ends in '{at}'; the input is '{state}' and they must be equal to be added.";
    }

    /// <inheritdoc/>
    public override NetState Next(NetState state) => state;

    /// <summary>Whether the branches have equal steps.</summary>
    /// <param name="other">The step to compare with.</param>
    public bool Equals(ResidualStep? other) => other is not null && Branch.SequenceEqual(other.Branch);

    /// <inheritdoc/>
    public override int GetHashCode() => Branch.Aggregate(Branch.Count, HashCode.Combine);

    /// <summary>The branch in words.</summary>
    public override string ToString() => $"residual ({string.Join("; ", Branch)})";

    internal override IEnumerable<NetStep> Simpler() =>
    [
        .. NetShrinker.Lists(Branch).Select(branch => new ResidualStep(branch)),
    ];

    internal override double Growth(NetState state, double w)
    {
        double growth = 1;
        foreach (NetStep step in Branch)
        {
            growth *= step.Growth(state, w);
            state = step.Next(state);
        }

        return 1 + growth;
    }
}
