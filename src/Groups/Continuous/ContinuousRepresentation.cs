using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// A representation of SO(2) or O(2) by real orthogonal matrices, <c>ρ(g * h) = ρ(g) ρ(h)</c>, as a direct sum of irreps in their standard
/// bases: how the channels of a steerable field mix.
/// </summary>
/// <remarks>Source: [WeilerCesa2019].</remarks>
public abstract record ContinuousRepresentation
{
    private protected ContinuousRepresentation(ContinuousGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        Group = group;
    }

    /// <summary>The group that is represented.</summary>
    public ContinuousGroup Group { get; }

    /// <summary>The irreps along the diagonal, in order.</summary>
    public abstract IReadOnlyList<ContinuousIrrep> Irreps { get; }

    /// <summary>The representation's name in print.</summary>
    public abstract string Name { get; }

    /// <summary>The number of coordinates, which is the number of channels of a field of this kind.</summary>
    public abstract int Dimension { get; }

    /// <summary>The direct sum <c>ρ ⊕ σ</c>, the matrices of <c>ρ</c> above and left of those of <c>σ</c>.</summary>
    /// <param name="rho">The representation <c>ρ</c>.</param>
    /// <param name="sigma">The representation <c>σ</c>.</param>
    /// <exception cref="ArgumentException">They represent different groups.</exception>
    public static ContinuousDirectSum operator +(ContinuousRepresentation rho, ContinuousRepresentation sigma)
    {
        ContinuousGroup group = CommonGroup(rho, sigma);
        return new ContinuousDirectSum(group, [.. rho.Irreps, .. sigma.Irreps]);
    }

    /// <summary>The matrix <c>ρ(g)</c>, <c>Dimension x Dimension</c>.</summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentException">The group has no reflections and <paramref name="g"/> is one.</exception>
    public Matrix<double> Matrix(PlanarIsometry g)
    {
        Group.Require(g);
        Matrix<double> matrix = Matrix<double>.Build.Dense(Dimension, Dimension);
        int offset = 0;
        foreach (ContinuousIrrep irrep in Irreps)
        {
            (double sin, double cos) = Math.SinCos(irrep.Frequency * g.Angle);
            for (int entry = 0; entry < irrep.Dimension * irrep.Dimension; entry++)
            {
                (int i, int j) = Math.DivRem(entry, irrep.Dimension);
                matrix[offset + i, offset + j] = irrep.Entry(i, j, cos, sin, g.IsReflection);
            }

            offset += irrep.Dimension;
        }

        return matrix;
    }

    /// <summary>
    /// The character <c>χ(g) = tr ρ(g)</c>: a frequency <c>k ≥ 1</c> gives <c>2 cos kα</c> for <c>r(α)</c> and 0 for a reflection.
    /// </summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentException">The group has no reflections and <paramref name="g"/> is one.</exception>
    public double Character(PlanarIsometry g)
    {
        Group.Require(g);
        return Irreps.Sum(irrep => irrep.Frequency == 0
            ? irrep.Entry(0, 0, 1, 0, g.IsReflection)
            : g.IsReflection ? 0 : 2 * Math.Cos(irrep.Frequency * g.Angle));
    }

    /// <summary>How often an irrep occurs in this representation.</summary>
    /// <param name="irrep">An irrep of the same group.</param>
    public int Multiplicity(ContinuousIrrep irrep) => Irreps.Count(other => other.Equals(irrep));

    /// <summary>The tensor product <c>ρ ⊗ σ</c>, decomposed.</summary>
    /// <param name="other">The representation <c>σ</c> of the same group.</param>
    /// <exception cref="ArgumentException">They represent different groups.</exception>
    public ContinuousClebschGordan Tensor(ContinuousRepresentation other) => new(this, other);

    /// <summary>
    /// The restriction to the subgroup <c>C_n</c> or <c>D_n</c> of <see cref="ContinuousGroup.Finite"/>: the same matrices, as a direct sum
    /// of irreps of the subgroup, with cosines and sines exact where they are rational.
    /// </summary>
    /// <remarks>
    /// A frequency <c>k</c> acts as <c>k mod n</c> does. Below <c>n/2</c> that is an irrep of the subgroup, the one of
    /// <see cref="GCnn.Groups.Irreps.Of"/>; above, it is that of <c>n − k</c> in the basis <c>(e_1, −e_2)</c>; and a two-dimensional irrep
    /// whose frequency becomes 0 or <c>n/2</c> splits in two: for <c>C_n</c> equal ones, for <c>D_n</c> one with <c>s → 1</c> and one with
    /// <c>s → −1</c>. Source: [WeilerCesa2019].
    /// </remarks>
    /// <param name="n">The number of rotations, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1.</exception>
    public Representation Restrict(int n)
    {
        FiniteGroup subgroup = Group.Finite(n);
        return Representation.DirectSum([.. Irreps.Select(irrep => IrrepRestriction.Of(irrep, subgroup, n))]);
    }

    /// <summary>The representation's name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Returns the group of both representations, or says that they differ.</summary>
    internal static ContinuousGroup CommonGroup(ContinuousRepresentation rho, ContinuousRepresentation sigma)
    {
        ArgumentNullException.ThrowIfNull(rho);
        ArgumentNullException.ThrowIfNull(sigma);
        return rho.Group.Equals(sigma.Group)
            ? rho.Group
            : throw new ArgumentException(
                $"{rho} represents {rho.Group} and {sigma} represents {sigma.Group}; both must represent the same group.", nameof(sigma));
    }
}
