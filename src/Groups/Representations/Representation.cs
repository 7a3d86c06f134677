using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// A representation of a finite group by real orthogonal matrices, <c>ρ(g * h) = ρ(g) ρ(h)</c>: how the channels of one field mix.
/// </summary>
/// <remarks>Equal when kind, group and parameters are equal. Source: [Serre1977], section 1.1.</remarks>
public abstract record Representation
{
    /// <summary>Keeps the group.</summary>
    /// <param name="group">The group that is represented.</param>
    protected Representation(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        Group = group;
    }

    /// <summary>The group that is represented.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The representation's name in print, such as <c>regular</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The number of coordinates, which is the number of channels of a field of this kind.</summary>
    public abstract int Dimension { get; }

    /// <summary>The matrix <c>ρ(g)</c>, <c>Dimension x Dimension</c>.</summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no such element.</exception>
    public abstract Matrix<double> Matrix(int g);

    /// <summary>The character <c>χ(g) = tr ρ(g)</c>. Source: [Serre1977], section 2.1.</summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no such element.</exception>
    public double Character(int g) => Matrix(g).Trace();

    /// <summary>The representation's name.</summary>
    public sealed override string ToString() => Name;
}
