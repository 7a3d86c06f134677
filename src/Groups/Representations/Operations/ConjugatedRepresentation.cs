using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>A representation in another orthonormal basis, <c>ρ'(g) = Qᵀ ρ(g) Q</c>.</summary>
/// <remarks>Made by <see cref="Representation.ChangeBasis"/>. Equal when sources and bases are, entry by entry.</remarks>
public sealed record ConjugatedRepresentation : Representation
{
    private const double Tolerance = 1e-9;

    private readonly double[] _basis;

    internal ConjugatedRepresentation(Representation source, Matrix<double> basis)
        : base(source.Group)
    {
        ArgumentNullException.ThrowIfNull(basis);
        Source = source;
        _basis = RequireOrthogonal(source, basis);
    }

    /// <summary>The representation <c>ρ</c>.</summary>
    public Representation Source { get; }

    /// <summary>The orthogonal matrix <c>Q</c>, whose columns are the new basis vectors; a new one at each call.</summary>
    public Matrix<double> Basis => Matrix<double>.Build.DenseOfRowMajor(Dimension, Dimension, _basis);

    /// <inheritdoc/>
    public override string Name => $"{Source.Operand()} in another basis";

    /// <inheritdoc/>
    public override int Dimension => Source.Dimension;

    /// <inheritdoc/>
    public override Matrix<double> Matrix(int g)
    {
        double[] moved = RowMajor.TransposedProduct(_basis, Source.Matrix(g).ToRowMajorArray(), Dimension);
        return Matrix<double>.Build.DenseOfRowMajor(Dimension, Dimension, RowMajor.Product(moved, _basis, Dimension));
    }

    /// <summary>Whether sources and bases are equal.</summary>
    /// <param name="other">The representation to compare with.</param>
    public bool Equals(ConjugatedRepresentation? other) => ReferenceEquals(this, other)
        || (base.Equals(other) && Source.Equals(other.Source) && _basis.AsSpan().SequenceEqual(other._basis));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, _basis[0]);

    private static double[] RequireOrthogonal(Representation source, Matrix<double> basis)
    {
        int n = source.Dimension;
        if (basis.RowCount != n || basis.ColumnCount != n)
        {
            throw new ArgumentException(
                $"'{source}' has dimension {n}, so its basis is changed by a {n} x {n} matrix; this one is {basis.RowCount} x " +
                $"{basis.ColumnCount}.",
                nameof(basis));
        }

        double[] entries = basis.ToRowMajorArray();
        double residual = RowMajor.Distance(RowMajor.TransposedProduct(entries, entries, n), RowMajor.Identity(n));
        return residual <= Tolerance
            ? entries
            : throw new ArgumentException(
                $"'{source}': the basis must be orthonormal; Q^T Q misses the identity by {residual:E1}, and at most {Tolerance:E0} is " +
                "allowed. Orthonormalise its columns first.",
                nameof(basis));
    }
}
