using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>Two irreps of SO(2) or O(2) whose tensor product <see cref="ContinuousClebschGordan"/> decomposes.</summary>
internal readonly record struct IrrepPair(ContinuousIrrep First, ContinuousIrrep Second)
{
    /// <summary>Rows <c>z_1 w_1, z_1 w_2, z_2 w_1, z_2 w_2</c>; columns the two parts of <c>z̄ w</c>, then of <c>z w</c>.</summary>
    private static readonly int[,] ComplexProducts =
    {
        { 1, 0, 1, 0 },
        { 0, 1, 0, 1 },
        { 0, -1, 0, 1 },
        { 1, 0, -1, 0 },
    };

    /// <summary>The irreps of the product, by growing frequency.</summary>
    public IEnumerable<ContinuousIrrep> Product => (First.Frequency, Second.Frequency) switch
    {
        (0, 0) => [Line(First.Parity ^ Second.Parity)],
        (0, _) => [Second],
        (_, 0) => [First],
        var (k, l) when k == l => [Line(Parity.Even), Line(OfImaginaryPart), First.Group.Irrep(2 * k)],
        var (k, l) => [First.Group.Irrep(Math.Abs(k - l)), First.Group.Irrep(k + l)],
    };

    /// <summary>What <c>s</c> does to the imaginary part of <c>z̄ w</c>, where there is such an <c>s</c>.</summary>
    private Parity OfImaginaryPart => First.Group.HasReflections ? Parity.Odd : Parity.Even;

    /// <summary>Writes the pair's coefficients: rows from <c>e_a ⊗ e_b</c> on, columns from the given one on.</summary>
    public void Write(Matrix<double> matrix, int a, int b, int width, int column)
    {
        int size = First.Dimension * Second.Dimension;
        for (int entry = 0; entry < size * size; entry++)
        {
            (int row, int j) = Math.DivRem(entry, size);
            (int i1, int i2) = Math.DivRem(row, Second.Dimension);
            matrix[((a + i1) * width) + b + i2, column + j] = Entry(row, j);
        }
    }

    private double Entry(int row, int column)
    {
        if (First.Frequency > 0 && Second.Frequency > 0)
        {
            // Where k > l it is z w̄ that has the frequency k − l: the imaginary part changes sign.
            int sign = column == 1 && First.Frequency > Second.Frequency ? -1 : 1;
            return sign * ComplexProducts[row, column] * Math.Sqrt(0.5);
        }

        bool turned = First.Parity != Second.Parity && (First.Frequency > 0 || Second.Frequency > 0);
        return turned ? column - row : row == column ? 1 : 0;
    }

    private ContinuousIrrep Line(Parity parity) => new(First.Group, 0, parity);
}
