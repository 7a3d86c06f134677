using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

public sealed class MatrixProgramLaws
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(3, 8)]
    [InlineData(12, 12)]
    public void A_program_of_matrices_has_their_product_as_its_matrix(int rows, int columns)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            (Matrix<double> first, Matrix<double> next) = (Draw(rows, columns, seed), Draw(4, rows, seed + 100));
            Assert.True(Difference(StraightLineProgram.Of(first), first) < 1e-12);
            Assert.True(Difference(StraightLineProgram.Of(first, next), next * first) < 1e-12);
            Assert.True(Difference(StraightLineProgram.Of(first), first + 1e-2) > 1e-3);
        }
    }

    [Fact]
    public void Zeros_cost_nothing()
    {
        Matrix<double> matrix = Matrix<double>.Build.Diagonal(6, 6, 1);
        Assert.Empty(StraightLineProgram.Of(matrix).Steps);
        Assert.Equal("6 -> 6: 0 multiplications, 0 additions", StraightLineProgram.Of(matrix, matrix).ToString());
    }

    /// <summary>The Walsh transform of eight numbers by 24 additions, which is what its reflections allow.</summary>
    [Fact]
    public void Reflections_are_found()
    {
        Matrix<double> walsh = Matrix<double>.Build.Dense(8, 8, (i, j) => int.PopCount(i & j) % 2 == 0 ? 1 : -1);
        StraightLineProgram program = StraightLineProgram.Of(walsh);
        Assert.Equal((0, 24), (program.Multiplications, program.Additions));
        Assert.True(Difference(program, walsh) == 0);
    }

    [Fact]
    public void Matrices_that_do_not_follow_each_other_are_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => StraightLineProgram.Of(Draw(3, 4, 1), Draw(2, 4, 1)));
        Assert.Contains("each taking what the one before gives; these are [3 x 4, 2 x 4]", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StraightLineProgram.Of());
    }

    private static double Difference(StraightLineProgram program, Matrix<double> matrix) => (program.ToMatrix() - matrix).InfinityNorm();

    /// <summary>Numbers at random; some are 0, and some columns are others, with the other sign.</summary>
    private static Matrix<double> Draw(int rows, int columns, int seed)
    {
        Random random = new(seed);
        Matrix<double> matrix = Matrix<double>.Build.Dense(rows, columns, (_, _) => random.Next(4) == 0 ? 0 : random.NextDouble() + 0.1);
        for (int column = 1; column < columns; column += 2)
        {
            matrix.SetColumn(column, matrix.Column(column - 1).Map(value => random.Next(2) == 0 ? value : -value));
        }

        return matrix;
    }
}
