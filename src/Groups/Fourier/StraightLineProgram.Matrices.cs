using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <content>Programs of matrices.</content>
public sealed partial class StraightLineProgram
{
    /// <summary>The program of a product of matrices, <c>y = factors[^1] … factors[0] x</c>: entries that are 0 cost nothing, and sums and
    /// differences that many rows share are made once.</summary>
    /// <param name="factors">The matrices, that of the first step first; each takes as many numbers as the one before gives.</param>
    /// <exception cref="ArgumentException">There are none, or two that follow each other do not fit.</exception>
    public static StraightLineProgram Of(params IReadOnlyList<Matrix<double>> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.Count == 0 || factors.Zip(factors.Skip(1), (first, next) => first.RowCount == next.ColumnCount).Contains(value: false))
        {
            throw new ArgumentException(
                $"A product of matrices needs one at least, each taking what the one before gives; these are " +
                $"[{string.Join(", ", factors.Select(factor => $"{factor.RowCount} x {factor.ColumnCount}"))}].",
                nameof(factors));
        }

        return MatrixProgram.Of(factors);
    }
}
