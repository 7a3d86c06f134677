namespace GCnn.Groups;

/// <summary>
/// The coefficients of one irrep <c>ρ</c> of dimension <c>d</c> and type <c>m</c> = 1, 2 or 4: the matrix <c>F = Σ_g f(g) ρ(g)</c>, of
/// which <c>d / m</c> columns are kept, since they determine it.
/// </summary>
/// <remarks>
/// <c>F</c> commutes with the endomorphisms <c>u</c> of <c>ρ</c>, which form the real numbers, complex numbers or quaternions. Choose
/// vectors <c>e_j</c> such that the <c>u e_j</c> are an orthonormal basis; then <c>F u e_j = u F e_j</c>, so the columns <c>F e_j</c>
/// suffice. They are <c>d² / m</c> numbers, which over all irreps sum to <c>|G|</c>; in two dimensions of complex type they are the
/// <c>a, b</c> of <c>[[a, −b], [b, a]]</c>. A product <c>F H</c> has the columns <c>F (H e_j)</c>: one factor is expanded, the other is
/// not. Source: [Serre1977], section 13.2.
/// </remarks>
public sealed partial class FourierBlock
{
    private readonly double[] _basis;
    private readonly (int Entry, int Number, double Factor)[] _expansion;

    internal FourierBlock(Irrep irrep, int offset)
    {
        Irrep = irrep;
        Offset = offset;
        _basis = EndomorphismBasis.Of(irrep.EndomorphismEntries, irrep.Dimension);
        _expansion = [.. Expansion(irrep.EndomorphismEntries)];
    }

    /// <summary>The irrep <c>ρ</c>.</summary>
    public Irrep Irrep { get; }

    /// <summary>Where the block's numbers begin among the <c>|G|</c> coefficients.</summary>
    public int Offset { get; }

    /// <summary>The length of a column, the dimension <c>d</c>.</summary>
    public int Dimension => Irrep.Dimension;

    /// <summary>The number of columns that are kept, <c>d / m</c>: how often <c>ρ</c> occurs in the regular representation.</summary>
    public int Columns => Dimension / (int)Irrep.Type;

    /// <summary>The numbers kept, <c>d² / m</c>.</summary>
    public int Length => Dimension * Columns;

    /// <summary>The weight <c>d / |G|</c> of a number of this block in the norm of a function.</summary>
    public double Weight => (double)Dimension / Irrep.Group.Order;

    /// <summary>The columns <c>M e_j</c> of a matrix, each in one run.</summary>
    internal void Compress(ReadOnlySpan<double> matrix, Span<double> columns)
    {
        for (int j = 0; j < Columns; j++)
        {
            RowMajor.Product(matrix, _basis.AsSpan(j * Dimension, Dimension), Dimension).CopyTo(columns[(j * Dimension)..]);
        }
    }
}
