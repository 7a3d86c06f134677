using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// The regular representation of SO(2) or O(2) cut at a frequency <c>K</c>: on functions <c>f</c> on the group without frequencies above
/// <c>K</c>, by <c>(L_g f)(x) = f(g⁻¹ x)</c>.
/// </summary>
/// <remarks>
/// The coordinates of <c>f</c> are those in the basis <c>√d τ(x)[i, j]</c> of matrix entries of the irreps <c>τ</c>, orthonormal in the
/// mean over the group. Since <c>τ(g⁻¹ x) = τ(g)ᵀ τ(x)</c>, each column <c>j</c> of <c>τ</c> is one copy of <c>τ</c>. In SO(2) these are
/// 1 and <c>√2 cos kα, √2 sin kα</c>, column 1 being a combination of column 0: dimension <c>2K + 1</c>. A function on O(2) is one on two
/// circles, <c>r(α)</c> and <c>r(α) s</c>; it holds the trivial irrep and the sign once, every other twice: dimension <c>2(2K + 1)</c>.
/// Source: [CesaLangWeiler2022], [WeilerCesa2019].
/// </remarks>
public sealed record BandLimitedRegular : ContinuousRepresentation
{
    internal BandLimitedRegular(ContinuousGroup group, int maximumFrequency)
        : base(group)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumFrequency);
        MaximumFrequency = maximumFrequency;
        Irreps = [.. group.Irreps(maximumFrequency).SelectMany(irrep => Enumerable.Repeat(irrep, Copies(irrep)))];
        Dimension = Irreps.Sum(irrep => irrep.Dimension);
    }

    /// <summary>The largest frequency <c>K</c>.</summary>
    public int MaximumFrequency { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ContinuousIrrep> Irreps { get; }

    /// <inheritdoc/>
    public override int Dimension { get; }

    /// <inheritdoc/>
    public override string Name => $"regular up to {MaximumFrequency}";

    /// <summary>
    /// The matrix <c>A</c> that evaluates a function at the <c>|H|</c> elements of the subgroup <c>H = Finite(n)</c>, in their order.
    /// </summary>
    /// <remarks>
    /// <c>AᵀA = |H|</c>, and the action is sampled too: <c>A ρ(h) = regular(h) A</c> for every <c>h</c> of <c>H</c>. So a function of the
    /// samples, one by one, is exactly equivariant under <c>H</c>. <b>Shapes:</b> <c>|H| x Dimension</c>; a new matrix at each call.
    /// </remarks>
    /// <param name="n">The number of rotations of the subgroup; more than <c>2K</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="n"/> is at most <c>2K</c>: at <c>n</c> equal angles the frequencies <c>K</c> and <c>n − K</c> look the same.
    /// </exception>
    public Matrix<double> SamplingMatrix(int n)
    {
        RequireEnough(n);
        return Matrix<double>.Build.Dense(
            Group.HasReflections ? 2 * n : n, Dimension, [.. Columns(n).SelectMany(column => column)]);
    }

    /// <summary>The matrix <c>Aᵀ / |H|</c> that takes samples to coordinates, a left inverse of <see cref="SamplingMatrix"/>.</summary>
    /// <remarks>
    /// Samples of a function with higher frequencies go to the nearest function without, by least squares.
    /// <b>Shapes:</b> <c>Dimension x |H|</c>; a new matrix at each call.
    /// </remarks>
    /// <param name="n">The number of rotations of the subgroup; more than <c>2K</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is at most <c>2K</c>.</exception>
    public Matrix<double> ReconstructionMatrix(int n)
    {
        Matrix<double> sampling = SamplingMatrix(n);
        return sampling.Transpose().Divide(sampling.RowCount);
    }

    /// <summary>Whether group and largest frequency are equal.</summary>
    /// <param name="other">The representation to compare with.</param>
    public bool Equals(BandLimitedRegular? other) =>
        other is not null && Group.Equals(other.Group) && MaximumFrequency == other.MaximumFrequency;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, MaximumFrequency);

    /// <summary>An irrep occurs <c>d / m</c> times, with <c>d</c> its dimension and <c>m</c> the value of its type.</summary>
    private static int Copies(ContinuousIrrep irrep) => irrep.Dimension / (int)irrep.Type;

    private IEnumerable<double[]> Columns(int n) =>
        from irrep in Group.Irreps(MaximumFrequency)
        from j in Enumerable.Range(0, Copies(irrep))
        from i in Enumerable.Range(0, irrep.Dimension)
        select Samples(irrep, i, j, n);

    private double[] Samples(ContinuousIrrep irrep, int i, int j, int n)
    {
        double[] samples = new double[Group.HasReflections ? 2 * n : n];
        for (int h = 0; h < samples.Length; h++)
        {
            (double cos, double sin) = UnitCircle.At((long)irrep.Frequency * h, n);
            samples[h] = Math.Sqrt(irrep.Dimension) * irrep.Entry(i, j, cos, sin, h >= n);
        }

        return samples;
    }

    private void RequireEnough(int n)
    {
        if (n <= 2L * MaximumFrequency)
        {
            throw new ArgumentOutOfRangeException(
                nameof(n),
                $"{Name} of {Group}: {n} rotations cannot tell frequency {MaximumFrequency} from {n - MaximumFrequency}; " +
                $"sampling needs more than 2 x {MaximumFrequency}. Take {(2 * MaximumFrequency) + 1} or more.");
        }
    }
}
