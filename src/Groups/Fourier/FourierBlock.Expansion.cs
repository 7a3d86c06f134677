using System.Numerics;

namespace GCnn.Groups;

/// <content>From the numbers that are kept to the whole matrix, and the adjoint of that.</content>
public sealed partial class FourierBlock
{
    /// <summary>The whole matrix <c>F</c> from the numbers that are kept. Nothing is allocated.</summary>
    /// <remarks><b>Shapes:</b> <c>Columns x Dimension</c>, a column in one run, to <c>Dimension x Dimension</c>, row-major.</remarks>
    /// <param name="kept">The <see cref="Length"/> numbers of the block.</param>
    /// <param name="matrix">Where the <c>d²</c> entries of <c>F</c> go.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Expand(ReadOnlySpan<double> kept, Span<double> matrix) => Expand<double>(kept, matrix);

    /// <inheritdoc cref="Expand(ReadOnlySpan{double}, Span{double})"/>
    public void Expand(ReadOnlySpan<float> kept, Span<float> matrix) => Expand<float>(kept, matrix);

    /// <summary>The adjoint of the expansion: from gradients by the entries to gradients by the numbers that are kept.</summary>
    /// <remarks>
    /// After an expansion it multiplies by <c>m</c>. <b>Shapes:</b> <c>Dimension x Dimension</c>, row-major, to <c>Columns x Dimension</c>.
    /// </remarks>
    /// <param name="matrix">The <c>d²</c> entries.</param>
    /// <param name="kept">Where the <see cref="Length"/> numbers go.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void ExpandAdjoint(ReadOnlySpan<double> matrix, Span<double> kept) => ExpandAdjoint<double>(matrix, kept);

    /// <inheritdoc cref="ExpandAdjoint(ReadOnlySpan{double}, Span{double})"/>
    public void ExpandAdjoint(ReadOnlySpan<float> matrix, Span<float> kept) => ExpandAdjoint<float>(matrix, kept);

    private void Expand<T>(ReadOnlySpan<T> kept, Span<T> matrix)
        where T : unmanaged, IFloatingPoint<T>
    {
        RequireLengths(kept.Length, matrix.Length);
        matrix.Clear();
        foreach ((int entry, int number, double factor) in _expansion)
        {
            matrix[entry] += T.CreateTruncating(factor) * kept[number];
        }
    }

    private void ExpandAdjoint<T>(ReadOnlySpan<T> matrix, Span<T> kept)
        where T : unmanaged, IFloatingPoint<T>
    {
        RequireLengths(kept.Length, matrix.Length);
        kept.Clear();
        foreach ((int entry, int number, double factor) in _expansion)
        {
            kept[number] += T.CreateTruncating(factor) * matrix[entry];
        }
    }

    /// <summary>The factors other than 0 of <c>F[a, b] = Σ_(j, c) (Σ_u u[a, c] (u e_j)[b]) (F e_j)[c]</c>.</summary>
    private IEnumerable<(int Entry, int Number, double Factor)> Expansion(IReadOnlyList<double[]> units)
    {
        int d = Dimension;
        for (int j = 0; j < Columns; j++)
        {
            double[][] images = [.. units.Select(u => RowMajor.Product(u, _basis.AsSpan(j * d, d), d))];
            for (int entry = 0; entry < d * d; entry++)
            {
                (int a, int b) = Math.DivRem(entry, d);
                for (int c = 0; c < d; c++)
                {
                    double factor = units.Zip(images, (u, image) => u[(a * d) + c] * image[b]).Sum();
                    if (factor != 0)
                    {
                        yield return (entry, (j * d) + c, factor);
                    }
                }
            }
        }
    }

    private void RequireLengths(int kept, int matrix)
    {
        if (kept != Length || matrix != Dimension * Dimension)
        {
            throw new ArgumentException(
                $"{Irrep} of {Irrep.Group} keeps {Columns} columns of a {Dimension} x {Dimension} matrix: spans of {Length} and " +
                $"{Dimension * Dimension} numbers are needed; they have {kept} and {matrix}.",
                nameof(kept));
        }
    }
}
