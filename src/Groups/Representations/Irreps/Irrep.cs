using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// A representation that is irreducible over the real numbers: no subspace but 0 and the whole is kept by every <c>ρ(g)</c>.
/// </summary>
/// <remarks>
/// Found by <see cref="Irreps"/>. Equal when group, place, frequency and matrices are equal, so one found numerically and one in closed
/// form are not confused. Source: [Serre1977], sections 1.4 and 13.2.
/// </remarks>
public sealed partial record Irrep : Representation
{
    internal Irrep(FiniteGroup group, int index, string name, IrrepType type, int? frequency, double[][] entries)
        : base(group, entries)
    {
        Index = index;
        Name = name;
        Type = type;
        Frequency = frequency;
        Dimension = (int)Math.Sqrt(entries[0].Length);
    }

    /// <summary>The place among the irreps of the group, from 0, which is the trivial one.</summary>
    public int Index { get; }

    /// <summary>What commutes with it.</summary>
    public IrrepType Type { get; }

    /// <summary>
    /// The frequency <c>k</c> with which it turns, from 0 to <c>n / 2</c>: <c>r^j</c> turns by <c>2π jk / n</c>. Null where the irreps
    /// were not found in closed form.
    /// </summary>
    public int? Frequency { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Dimension { get; }

    /// <inheritdoc/>
    public override Matrix<double> Matrix(int g) =>
        Matrix<double>.Build.DenseOfRowMajor(Dimension, Dimension, Entries(g).ToArray());

    /// <summary>Whether group, place, frequency and matrices are equal.</summary>
    /// <param name="other">The irrep to compare with.</param>
    public bool Equals(Irrep? other) => ReferenceEquals(this, other)
        || (base.Equals(other) && Index == other.Index && Frequency == other.Frequency && SameEntries(other));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Index, Frequency);
}
