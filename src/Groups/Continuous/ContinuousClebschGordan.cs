using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// The Clebsch-Gordan decomposition of a tensor product of representations of SO(2) or O(2): <c>ρ ⊗ σ = Q (⊕ τ_i) Qᵀ</c> with irreps
/// <c>τ_i</c> and <c>Q</c> orthogonal, in closed form.
/// </summary>
/// <remarks>
/// A vector of frequency <c>k ≥ 1</c> is a complex number <c>z = z_1 + i z_2</c>, which <c>r(α)</c> multiplies by <c>e^(ikα)</c> and
/// <c>s</c> conjugates. So <c>z w</c> has frequency <c>k + l</c>, and where <c>k ≤ l</c> the product <c>z̄ w</c> has <c>l − k</c>: divided
/// by <c>√2</c>, their four parts are orthonormal coordinates. Where <c>k = l</c>, the real part of <c>z̄ w</c> is invariant and the
/// imaginary part goes by the sign. And the sign times <c>z</c> goes as <c>i z</c> does. Source: [LangWeiler2021].
/// </remarks>
public sealed record ContinuousClebschGordan
{
    internal ContinuousClebschGordan(ContinuousRepresentation first, ContinuousRepresentation second)
    {
        ContinuousGroup group = ContinuousRepresentation.CommonGroup(first, second);
        First = first;
        Second = second;
        IrrepPair[] pairs = [.. first.Irreps.SelectMany(rho => second.Irreps.Select(sigma => new IrrepPair(rho, sigma)))];
        Sum = new ContinuousDirectSum(group, [.. pairs.SelectMany(pair => pair.Product)]);
        Coefficients = Assemble(pairs, second.Dimension, Sum.Dimension);
    }

    /// <summary>The factor <c>ρ</c>.</summary>
    public ContinuousRepresentation First { get; }

    /// <summary>The factor <c>σ</c>.</summary>
    public ContinuousRepresentation Second { get; }

    /// <summary>
    /// The irreps <c>τ_i</c>: those of the first pair of summands of <c>ρ</c> and <c>σ</c>, then the next, in the order of coordinates
    /// of <c>ρ ⊗ σ</c>; of one pair by growing frequency, the trivial one before the sign.
    /// </summary>
    public ContinuousDirectSum Sum { get; }

    /// <summary>
    /// The orthogonal matrix <c>Q</c>. Row <c>a · dim σ + b</c> belongs to <c>e_a ⊗ e_b</c>, a column to a coordinate of <see cref="Sum"/>.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>dim ρ dim σ x dim ρ dim σ</c>.</remarks>
    public Matrix<double> Coefficients { get; }

    /// <summary>Whether both decompose the product of the same representations.</summary>
    /// <param name="other">The decomposition to compare with.</param>
    public bool Equals(ContinuousClebschGordan? other) => other is not null && First.Equals(other.First) && Second.Equals(other.Second);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Second);

    /// <summary>The product and its irreps, such as <c>irrep 1 x irrep 2 = irrep 1 + irrep 3</c>.</summary>
    public override string ToString() => $"{First} x {Second} = {Sum}";

    /// <summary>The coefficients of each pair in its place; <paramref name="width"/> is the dimension of <c>σ</c>.</summary>
    private static Matrix<double> Assemble(IrrepPair[] pairs, int width, int dimension)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense(dimension, dimension);
        int column = 0;
        (int a, int b) = (0, 0);
        foreach (IrrepPair pair in pairs)
        {
            pair.Write(matrix, a, b, width, column);
            column += pair.First.Dimension * pair.Second.Dimension;
            b += pair.Second.Dimension;
            (a, b) = b == width ? (a + pair.First.Dimension, 0) : (a, b);
        }

        return matrix;
    }
}
