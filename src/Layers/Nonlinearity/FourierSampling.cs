using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Layers;

/// <summary>
/// A field as a function on its point group, of which the field's channels are Fourier coefficients: the matrix that evaluates it.
/// </summary>
/// <remarks>
/// The copy <c>j</c> of the irrep <c>τ</c> in the field, at the columns <c>T</c> of the isotypic basis, holds the coefficients of the
/// functions <c>√d τ(x)[i, j]</c>: the value at <c>x</c> is <c>Σ √d ⟨τ(x) e_j, Tᵀ v⟩</c>. So <c>A ρ(g) v</c> is <c>A v</c> with <c>x</c>
/// moved to <c>g x</c>. The functions are orthonormal in the mean over the group; a function on the group holds <c>τ</c> at most
/// <c>d / m</c> times.
/// </remarks>
internal static class FourierSampling
{
    private const double Tolerance = 1e-9;

    /// <summary>The <c>n</c> rotations of a point group that are equally spaced, and as many reflections where it has some.</summary>
    public static int[] Elements(PlaneGroup group, int n)
    {
        int rotations = Rotations(group), step = rotations / n;
        return [.. Enumerable.Range(0, group.Order).Where(h => h % rotations % step == 0)];
    }

    /// <summary>The number of rotations of a point group, which come first.</summary>
    public static int Rotations(PlaneGroup group) => group.IsRotation(group.Order - 1) ? group.Order : group.Order / 2;

    /// <summary>
    /// The matrix <c>A</c>, <c>elements x Dimension</c>, row-major; null where an irrep occurs too often, or the elements are too few to
    /// tell the functions apart, <c>AᵀA ≠ |elements|</c>.
    /// </summary>
    public static double[]? Matrix(Representation field, IReadOnlyList<int> elements)
    {
        GroupFourierTransform transform = GroupFourierTransform.Of(field.Group);
        IsotypicDecomposition parts = IsotypicDecomposition.Of(field);
        if (parts.Blocks.Any(part => part.Copy >= transform.Blocks[part.Irrep.Index].Columns))
        {
            return null;
        }

        int[] rows = [.. parts.Blocks.SelectMany(part => Rows(transform.Blocks[part.Irrep.Index], part))];
        Matrix<double> coefficients = transform.Orthonormal(), sampled = Matrix<double>.Build.Dense(
            elements.Count, rows.Length, (x, i) => Math.Sqrt(field.Group.Order) * coefficients[rows[i], elements[x]]);
        Matrix<double> matrix = sampled * parts.Basis.Transpose();
        Matrix<double> gram = matrix.TransposeThisAndMultiply(matrix) / elements.Count;
        return (gram - Matrix<double>.Build.DenseIdentity(rows.Length)).ForAll(entry => Math.Abs(entry) < Tolerance)
            ? matrix.ToRowMajorArray()
            : null;
    }

    private static IEnumerable<int> Rows(FourierBlock block, IsotypicBlock part) =>
        Enumerable.Range(block.Offset + (part.Copy * block.Dimension), block.Dimension);
}
