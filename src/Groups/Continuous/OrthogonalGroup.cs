namespace GCnn.Groups;

/// <summary>
/// O(2), the rotations <c>r(α)</c> and reflections <c>r(α) s</c> of the plane. Its real irreps are the trivial one, the sign
/// (<c>ρ(s) = −1</c>), and, for each frequency <c>k ≥ 1</c>, one of dimension 2; all are of real type.
/// </summary>
/// <remarks>Source: [WeilerCesa2019].</remarks>
public sealed record OrthogonalGroup : ContinuousGroup
{
    internal OrthogonalGroup()
    {
    }

    /// <inheritdoc/>
    public override string Name => "O(2)";

    /// <inheritdoc/>
    public override bool HasReflections => true;

    /// <summary>The sign, which is 1 for rotations and −1 for reflections: the determinant.</summary>
    public ContinuousIrrep Sign => Irrep(0, Parity.Odd);

    /// <summary>The irrep of a frequency and, at frequency 0, a parity.</summary>
    /// <param name="frequency">The frequency <c>k</c>, at least 0.</param>
    /// <param name="parity">What <c>s</c> does at <c>k = 0</c>; even for <c>k ≥ 1</c>, where the sign times the irrep is the irrep.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frequency"/> is negative.</exception>
    /// <exception cref="ArgumentException">An odd parity is asked for at <c>k ≥ 1</c>.</exception>
    public ContinuousIrrep Irrep(int frequency, Parity parity) => new(this, frequency, parity);

    /// <inheritdoc/>
    public override IReadOnlyList<ContinuousIrrep> Irreps(int maximumFrequency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumFrequency);
        return [Trivial, Sign, .. Enumerable.Range(1, maximumFrequency).Select(Irrep)];
    }

    /// <inheritdoc/>
    public override FiniteGroup Finite(int n) => FiniteGroup.Dihedral(n);
}
