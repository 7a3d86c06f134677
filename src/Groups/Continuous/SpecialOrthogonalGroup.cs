namespace GCnn.Groups;

/// <summary>
/// SO(2), the rotations <c>r(α)</c> of the plane. Its real irreps are the trivial one and, for each frequency <c>k ≥ 1</c>, one of
/// dimension 2 and complex type.
/// </summary>
/// <remarks>Source: [WeilerCesa2019].</remarks>
public sealed record SpecialOrthogonalGroup : ContinuousGroup
{
    internal SpecialOrthogonalGroup()
    {
    }

    /// <inheritdoc/>
    public override string Name => "SO(2)";

    /// <inheritdoc/>
    public override bool HasReflections => false;

    /// <inheritdoc/>
    public override IReadOnlyList<ContinuousIrrep> Irreps(int maximumFrequency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumFrequency);
        return [.. Enumerable.Range(0, maximumFrequency + 1).Select(Irrep)];
    }

    /// <inheritdoc/>
    public override FiniteGroup Finite(int n) => FiniteGroup.Cyclic(n);
}
