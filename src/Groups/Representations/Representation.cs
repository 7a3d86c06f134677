using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// A representation of a finite group by real orthogonal matrices, <c>ρ(g * h) = ρ(g) ρ(h)</c>: how the channels of one field mix.
/// </summary>
/// <remarks>Equal when kind, group and parameters are equal. Source: [Serre1977], section 1.1.</remarks>
public abstract partial record Representation
{
    private readonly double[]?[] _entries;

    /// <summary>Keeps the group.</summary>
    /// <param name="group">The group that is represented.</param>
    protected Representation(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        Group = group;
        _entries = new double[]?[group.Order];
    }

    /// <summary>Keeps the group and the matrices of all its elements, row-major.</summary>
    private protected Representation(FiniteGroup group, double[][] entries)
    {
        Group = group;
        _entries = entries;
    }

    /// <summary>The group that is represented.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The representation's name in print, such as <c>regular</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The number of coordinates, which is the number of channels of a field of this kind.</summary>
    public abstract int Dimension { get; }

    /// <summary>The matrix <c>ρ(g)</c>, <c>Dimension x Dimension</c>; a new one at each call.</summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no such element.</exception>
    public abstract Matrix<double> Matrix(int g);

    /// <summary>
    /// The entries of <c>ρ(g)</c>, made once for each element and then kept: <c>ρ(g)[i, j] = Entries(g)[i Dimension + j]</c>.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>Dimension x Dimension</c>, row-major.</remarks>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no such element.</exception>
    public ReadOnlySpan<double> Entries(int g)
    {
        ref double[]? kept = ref _entries[Group.Require(g)];
        if (Volatile.Read(ref kept) is null)
        {
            Volatile.Write(ref kept, Matrix(g).ToRowMajorArray());
        }

        return kept;
    }

    /// <summary>The character <c>χ(g) = tr ρ(g)</c>. Source: [Serre1977], section 2.1.</summary>
    /// <param name="g">An element of the group.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group has no such element.</exception>
    public double Character(int g) => Matrix(g).Trace();

    /// <summary>Whether both are of the same kind and represent equal groups; the kinds add their parameters.</summary>
    /// <param name="other">The representation to compare with.</param>
    public virtual bool Equals(Representation? other) => ReferenceEquals(this, other)
        || (other is not null && EqualityContract == other.EqualityContract && Group.Equals(other.Group));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Group);

    /// <summary>Whether the matrices of all elements are equal, entry by entry.</summary>
    internal bool SameEntries(Representation other)
    {
        for (int g = 0; g < Group.Order; g++)
        {
            if (!Entries(g).SequenceEqual(other.Entries(g)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The representation's name.</summary>
    public sealed override string ToString() => Name;
}
