using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// The representation induced from one of a subgroup that does not permute its basis: blocks that the group permutes as it does the
/// cosets.
/// </summary>
/// <remarks>
/// Made by <see cref="Representation.Induce"/>. Equal when sources and subgroups are. Source: [Serre1977], sections 3.3 and 7.1.
/// </remarks>
public sealed record InducedRepresentation : Representation
{
    private readonly Induction _induction;

    internal InducedRepresentation(Representation source, Induction induction)
        : base(induction.Subgroup.Parent)
    {
        Source = source;
        _induction = induction;
    }

    /// <summary>The representation <c>σ</c> of the subgroup.</summary>
    public Representation Source { get; }

    /// <summary>The subgroup <c>K</c>.</summary>
    public Subgroup Subgroup => _induction.Subgroup;

    /// <inheritdoc/>
    public override string Name => NameOf(Source, Subgroup);

    /// <inheritdoc/>
    public override int Dimension => _induction.Cosets.Count * Source.Dimension;

    /// <inheritdoc/>
    public override Matrix<double> Matrix(int g)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense(Dimension, Dimension);
        for (int coset = 0; coset < _induction.Cosets.Count; coset++)
        {
            (int image, int k) = _induction.Act(g, coset);
            matrix.SetSubMatrix(image * Source.Dimension, coset * Source.Dimension, Source.Matrix(k));
        }

        return matrix;
    }

    /// <summary>Whether sources and subgroups are equal.</summary>
    /// <param name="other">The representation to compare with.</param>
    public bool Equals(InducedRepresentation? other) => ReferenceEquals(this, other)
        || (base.Equals(other) && Source.Equals(other.Source) && Subgroup.Equals(other.Subgroup));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subgroup, Source);

    /// <summary>Such as <c>irrep 1 induced from D4{0,4}</c>.</summary>
    internal static string NameOf(Representation source, Subgroup subgroup) => $"{source.Operand()} induced from {subgroup}";
}
