using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// The Clebsch-Gordan decomposition of a product of irreps, <c>Qᵀ (σ ⊗ τ)(g) Q = ⊕ ρ(g)</c>. Its coefficients <c>Q</c> combine two
/// features into one that turns as <c>ρ</c>: the tensor product layer of equivariant nets.
/// </summary>
/// <remarks>
/// Over the real numbers an irrep <c>ρ</c> can occur several times, and one that occurs can be combined in <c>m</c> independent ways,
/// with <c>m</c> the value of its type. Source: [Serre1977], section 1.5; [LangWeiler2021].
/// </remarks>
public sealed class ClebschGordan : IEquatable<ClebschGordan>
{
    private ClebschGordan(Irrep first, Irrep second)
    {
        First = first;
        Second = second;
        Decomposition = IsotypicDecomposition.Of(first.Tensor(second));
    }

    /// <summary>The irrep <c>σ</c>.</summary>
    public Irrep First { get; }

    /// <summary>The irrep <c>τ</c>.</summary>
    public Irrep Second { get; }

    /// <summary>The decomposition of the tensor product.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>The selection rule: the irreps that occur in the product, each once.</summary>
    public IReadOnlyList<Irrep> Terms => [.. Decomposition.Blocks.Select(block => block.Irrep).Distinct()];

    /// <summary>
    /// The coefficients <c>Q</c>, orthogonal: row <c>i τ.Dimension + j</c> for <c>e_i ⊗ e_j</c>, the columns as the blocks.
    /// </summary>
    public Matrix<double> Coefficients => Decomposition.Basis;

    /// <summary>Decomposes the product of two irreps.</summary>
    /// <param name="first">The irrep <c>σ</c>.</param>
    /// <param name="second">The irrep <c>τ</c> of the same group.</param>
    /// <exception cref="ArgumentException">They represent different groups.</exception>
    public static ClebschGordan Of(Irrep first, Irrep second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new ClebschGordan(first, second);
    }

    /// <summary>How often an irrep occurs in the product; 0 where the selection rule excludes it.</summary>
    /// <param name="irrep">An irrep of the group.</param>
    public int Multiplicity(Irrep irrep) => Decomposition.Blocks.Count(block => block.Irrep.Equals(irrep));

    /// <summary>
    /// The coefficients of one copy of an irrep: an intertwiner <c>C</c> with <c>(σ ⊗ τ)(g) C = C ρ(g)</c> and <c>Cᵀ C = 1</c>.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>σ.Dimension τ.Dimension x irrep.Dimension</c>.</remarks>
    /// <param name="irrep">An irrep of the group.</param>
    /// <param name="copy">The number of the copy, less than the multiplicity.</param>
    /// <exception cref="ArgumentException">The product does not hold that copy.</exception>
    public Matrix<double> CoefficientsOf(Irrep irrep, int copy = 0)
    {
        foreach (IsotypicBlock block in Decomposition.Blocks)
        {
            if (block.Copy == copy && block.Irrep.Equals(irrep))
            {
                return Coefficients.SubMatrix(0, Decomposition.Representation.Dimension, block.Offset, block.Irrep.Dimension);
            }
        }

        throw new ArgumentException(
            $"{this} does not hold copy {copy} of '{irrep}'; it holds it {Multiplicity(irrep)} times.", nameof(irrep));
    }

    /// <summary>Whether both decompose the product of the same irreps.</summary>
    /// <param name="other">The decomposition to compare with.</param>
    public bool Equals(ClebschGordan? other) => other is not null && First.Equals(other.First) && Second.Equals(other.Second);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClebschGordan);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Second);

    /// <summary>The product and its terms, such as <c>irrep 1 x irrep 1 = irrep 0 + irrep 0- + irrep 2 + irrep 2-</c>.</summary>
    public override string ToString() => Decomposition.ToString();
}
