using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// The decomposition of a representation into irreps, with an orthogonal <c>Q</c> such that <c>Qᵀ ρ(g) Q</c> is block diagonal: the
/// matrices of <see cref="Irreps.Of"/> themselves, each as often as it occurs.
/// </summary>
/// <remarks>
/// Blocks are in the order of the irreps; copies of one are neighbours. A copy of <c>σ</c> is an intertwiner <c>T</c>,
/// <c>ρ(g) T = T σ(g)</c>, with <c>Tᵀ T = 1</c>; its columns are columns of <c>Q</c>. Source: [Serre1977], sections 2.6 and 2.7.
/// </remarks>
public sealed class IsotypicDecomposition : IEquatable<IsotypicDecomposition>
{
    private readonly double[] _basis;
    private readonly Lazy<double> _residual;

    private IsotypicDecomposition(Representation representation, IsotypicBlock[] blocks, double[] basis)
    {
        Representation = representation;
        Blocks = blocks;
        _basis = basis;
        _residual = new Lazy<double>(MeasureResidual);
    }

    /// <summary>The representation <c>ρ</c>.</summary>
    public Representation Representation { get; }

    /// <summary>The copies of irreps, in the order of their coordinates.</summary>
    public IReadOnlyList<IsotypicBlock> Blocks { get; }

    /// <summary>The orthogonal matrix <c>Q</c>, <c>Dimension x Dimension</c>; a new one at each call.</summary>
    public Matrix<double> Basis =>
        Matrix<double>.Build.DenseOfRowMajor(Representation.Dimension, Representation.Dimension, _basis);

    /// <summary>How often each irrep of the group occurs, in the order of <see cref="Irreps.Of"/>.</summary>
    public IReadOnlyList<int> Multiplicities =>
        [.. Irreps.Of(Representation.Group).Select(irrep => Blocks.Count(block => block.Irrep.Index == irrep.Index))];

    /// <summary>The direct sum of the blocks, <c>Qᵀ ρ Q</c>.</summary>
    public Representation DirectSum => Representation.DirectSum([.. Blocks.Select(block => block.Irrep)]);

    /// <summary>
    /// The largest entry of <c>ρ(g) Q − Q (⊕ σ)(g)</c> over all elements, and of <c>Qᵀ Q − 1</c>; measured at the first call.
    /// </summary>
    public double Residual => _residual.Value;

    /// <summary>The entries of <see cref="Basis"/>, row-major.</summary>
    internal ReadOnlySpan<double> BasisEntries => _basis;

    /// <summary>Decomposes a representation.</summary>
    /// <remarks>Time grows as the cube of the dimension, and as its product with the order of the group.</remarks>
    /// <param name="representation">The representation.</param>
    /// <exception cref="InvalidOperationException">Its matrices do not represent the group.</exception>
    public static IsotypicDecomposition Of(Representation representation)
    {
        ArgumentNullException.ThrowIfNull(representation);
        Character character = Character.Of(representation);
        int n = representation.Dimension;
        double[] basis = new double[n * n];
        List<IsotypicBlock> blocks = [];
        int offset = 0;
        foreach (Irrep irrep in Irreps.Of(representation.Group))
        {
            int multiplicity = character.Multiplicity(irrep);
            foreach (double[] copy in new IsotypicCopies(representation, irrep, multiplicity).Found)
            {
                for (int row = 0; row < n; row++)
                {
                    copy.AsSpan(row * irrep.Dimension, irrep.Dimension).CopyTo(basis.AsSpan((row * n) + offset));
                }

                blocks.Add(new IsotypicBlock(irrep, blocks.Count(block => block.Irrep.Index == irrep.Index), offset));
                offset += irrep.Dimension;
            }
        }

        return new IsotypicDecomposition(representation, [.. blocks], basis);
    }

    /// <summary>Whether both decompose the same representation.</summary>
    /// <param name="other">The decomposition to compare with.</param>
    public bool Equals(IsotypicDecomposition? other) => other is not null && Representation.Equals(other.Representation);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IsotypicDecomposition);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(IsotypicDecomposition), Representation);

    /// <summary>The multiplicities, such as <c>regular = irrep 0 + irrep 0- + 2 irrep 1</c>.</summary>
    public override string ToString() =>
        $"{Representation} = {DirectSumRepresentation.NameOf([.. Blocks.Select(block => block.Irrep)])}";

    private double MeasureResidual()
    {
        int n = Representation.Dimension;
        double worst = RowMajor.Distance(RowMajor.TransposedProduct(_basis, _basis, n), RowMajor.Identity(n));
        for (int g = 0; g < Representation.Group.Order; g++)
        {
            worst = Math.Max(worst, RowMajor.Distance(RepresentationAction.Apply(Representation, g, _basis, n), TimesBlocks(g)));
        }

        return worst;
    }

    /// <summary><c>Q (⊕ σ)(g)</c>.</summary>
    private double[] TimesBlocks(int g)
    {
        int n = Representation.Dimension;
        double[] product = new double[n * n];
        foreach (IsotypicBlock block in Blocks)
        {
            int d = block.Irrep.Dimension;
            ReadOnlySpan<double> sigma = block.Irrep.Entries(g);
            for (int row = 0; row < n; row++)
            {
                int at = (row * n) + block.Offset;
                for (int k = 0; k < d; k++)
                {
                    RowMajor.AddScaled(product.AsSpan(at, d), _basis[at + k], sigma.Slice(k * d, d));
                }
            }
        }

        return product;
    }
}
