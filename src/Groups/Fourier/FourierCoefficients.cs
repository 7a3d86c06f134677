using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// The Fourier coefficients of a function on a finite group: a matrix <c>F(ρ)</c> for each irrep, kept as the <c>|G|</c> numbers that
/// determine them.
/// </summary>
/// <remarks>Equal when groups and numbers are equal. Source: [Terras1999].</remarks>
public sealed class FourierCoefficients : IEquatable<FourierCoefficients>
{
    private readonly double[] _values;

    internal FourierCoefficients(GroupFourierTransform transform, double[] values)
    {
        Transform = transform;
        _values = values;
    }

    /// <summary>The transform that they belong to.</summary>
    public GroupFourierTransform Transform { get; }

    /// <summary>The <c>|G|</c> numbers, block after block, of each the columns that are kept.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Plancherel's formula, <c>Σ_g f(g)² = 1/|G| Σ_ρ (d / m) ‖F(ρ)‖²</c>: over the numbers kept, <c>Σ w F²</c>.</summary>
    public double SquaredNorm => Transform.Blocks.Sum(block => block.Weight * RowMajor.Dot(Of(block), Of(block)));

    /// <summary>
    /// The products <c>F(ρ) H(ρ)</c>, the coefficients of the convolution <c>(f * h)(g) = Σ_x f(x) h(x⁻¹ g)</c>. The columns that are kept
    /// of the product are <c>F(ρ)</c> times those of <c>H(ρ)</c>.
    /// </summary>
    /// <param name="f">The coefficients of <c>f</c>.</param>
    /// <param name="h">The coefficients of <c>h</c>.</param>
    /// <exception cref="ArgumentException">They are of functions on different groups.</exception>
    public static FourierCoefficients operator *(FourierCoefficients f, FourierCoefficients h)
    {
        ArgumentNullException.ThrowIfNull(f);
        f.Transform.RequireGroup(h, nameof(h));
        double[] product = new double[f._values.Length];
        foreach (FourierBlock block in f.Transform.Blocks)
        {
            int d = block.Dimension;
            double[] matrix = f.Expanded(block);
            for (int column = block.Offset; column < block.Offset + block.Length; column += d)
            {
                RowMajor.Product(matrix, h._values.AsSpan(column, d), d).CopyTo(product, column);
            }
        }

        return new FourierCoefficients(f.Transform, product);
    }

    /// <summary>The whole matrix <c>F(ρ)</c> of an irrep.</summary>
    /// <remarks><b>Shapes:</b> <c>d x d</c>; a new matrix at each call.</remarks>
    /// <param name="irrep">The place of the irrep in <see cref="Irreps.Of"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such irrep.</exception>
    public Matrix<double> Block(int irrep)
    {
        IReadOnlyList<FourierBlock> blocks = Transform.Blocks;
        if ((uint)irrep >= (uint)blocks.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(irrep),
                $"{Transform.Group}: there is no irrep {irrep}; its {blocks.Count} irreps are numbered 0 to {blocks.Count - 1}.");
        }

        FourierBlock block = blocks[irrep];
        return Matrix<double>.Build.DenseOfRowMajor(block.Dimension, block.Dimension, Expanded(block));
    }

    /// <summary>The transposed matrices <c>F(ρ)ᵀ</c>, coefficients of <c>g ↦ f(g⁻¹)</c>; with them a correlation is a product.</summary>
    public FourierCoefficients Transpose()
    {
        double[] transposed = new double[_values.Length];
        foreach (FourierBlock block in Transform.Blocks)
        {
            block.Compress(RowMajor.Transpose(Expanded(block), block.Dimension), transposed.AsSpan(block.Offset, block.Length));
        }

        return new FourierCoefficients(Transform, transposed);
    }

    /// <summary>Whether groups and numbers are equal.</summary>
    /// <param name="other">The coefficients to compare with.</param>
    public bool Equals(FourierCoefficients? other) => other is not null
        && Transform.Group.Equals(other.Transform.Group) && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FourierCoefficients);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Transform.Group, _values[0]);

    /// <summary>The group and the number of coefficients.</summary>
    public override string ToString() => $"{_values.Length} Fourier coefficients on {Transform.Group}";

    private ReadOnlySpan<double> Of(FourierBlock block) => _values.AsSpan(block.Offset, block.Length);

    private double[] Expanded(FourierBlock block)
    {
        double[] matrix = new double[block.Dimension * block.Dimension];
        block.Expand(Of(block), matrix);
        return matrix;
    }
}
