using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// A representation of SO(2) or O(2) on the subgroup <c>C_n</c> or <c>D_n</c>: the same matrices, <c>ρ(r^j) = ρ(r(2πj / n))</c>, with
/// cosines and sines exact where they are rational.
/// </summary>
/// <remarks>Made by <see cref="ContinuousRepresentation.Restrict"/>. Source: [WeilerCesa2019].</remarks>
public sealed record ContinuousRestriction : Representation
{
    private readonly int _rotations;

    private ContinuousRestriction(ContinuousRepresentation source, int n, FiniteGroup group)
        : base(group)
    {
        Source = source;
        _rotations = n;
    }

    /// <summary>The representation of the continuous group.</summary>
    public ContinuousRepresentation Source { get; }

    /// <inheritdoc/>
    public override string Name => $"{Source} of {Source.Group}";

    /// <inheritdoc/>
    public override int Dimension => Source.Dimension;

    /// <inheritdoc/>
    public override Matrix<double> Matrix(int g)
    {
        Group.Require(g);
        return Source.Assemble(irrep => UnitCircle.At((long)irrep.Frequency * g, _rotations), g >= _rotations);
    }

    /// <summary>Whether both restrict the same representation to the same subgroup.</summary>
    /// <param name="other">The restriction to compare with.</param>
    public bool Equals(ContinuousRestriction? other) => base.Equals(other) && Source.Equals(other.Source);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Source);

    /// <summary>The restriction; an irrep whose matrices are those of an irrep of the subgroup becomes that one.</summary>
    internal static Representation Of(ContinuousRepresentation source, int n)
    {
        FiniteGroup group = source.Group.Finite(n);
        return source is ContinuousIrrep irrep && 2L * irrep.Frequency < n
            ? Irreps.Of(group)[PlaceOf(irrep)]
            : new ContinuousRestriction(source, n, group);
    }

    /// <summary>C_n has one irrep for each frequency below n/2; D_n has two for frequency 0, the even one first.</summary>
    private static int PlaceOf(ContinuousIrrep irrep) =>
        irrep.Parity == Parity.Odd || (irrep.Group.HasReflections && irrep.Frequency > 0) ? irrep.Frequency + 1 : irrep.Frequency;
}
