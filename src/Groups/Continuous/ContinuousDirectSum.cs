namespace GCnn.Groups;

/// <summary>The direct sum of irreps of SO(2) or O(2): block-diagonal matrices, one block for each in order.</summary>
/// <remarks>Equal when group and irreps are equal, in order. Source: [WeilerCesa2019].</remarks>
public sealed record ContinuousDirectSum : ContinuousRepresentation
{
    private readonly ContinuousIrrep[] _irreps;

    internal ContinuousDirectSum(ContinuousGroup group, ContinuousIrrep[] irreps)
        : base(group)
    {
        _irreps = irreps;
        Dimension = irreps.Sum(irrep => irrep.Dimension);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ContinuousIrrep> Irreps => _irreps;

    /// <inheritdoc/>
    public override int Dimension { get; }

    /// <summary>The names of the summands, such as <c>irrep 0 + irrep 1</c>.</summary>
    public override string Name => string.Join(" + ", _irreps.Select(irrep => irrep.Name));

    /// <summary>Whether group and irreps are equal, in order.</summary>
    /// <param name="other">The direct sum to compare with.</param>
    public bool Equals(ContinuousDirectSum? other) =>
        other is not null && Group.Equals(other.Group) && _irreps.AsSpan().SequenceEqual(other._irreps);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        Array.ForEach(_irreps, hash.Add);
        return hash.ToHashCode();
    }
}
