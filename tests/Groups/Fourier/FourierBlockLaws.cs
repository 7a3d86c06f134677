using MathNet.Numerics.LinearAlgebra;
using static GCnn.Groups.Tests.FourierExamples;

namespace GCnn.Groups.Tests;

public sealed class FourierBlockLaws
{
    private static IEnumerable<FourierBlock> Blocks =>
        FourierExamples.All.Where(group => group.Order <= 24).SelectMany(group => GroupFourierTransform.Of(group).Blocks);

    [Fact]
    public void The_numbers_kept_are_as_many_as_the_elements()
    {
        foreach (FiniteGroup group in FourierExamples.All)
        {
            GroupFourierTransform transform = GroupFourierTransform.Of(group);
            Assert.Equal(Irreps.Of(group), transform.Blocks.Select(block => block.Irrep));
            Assert.All(
                transform.Blocks.Zip(transform.Blocks.Skip(1)),
                two => Assert.Equal(two.First.Offset + two.First.Length, two.Second.Offset));
            Assert.Equal(group.Order, transform.Blocks.Sum(block => block.Length));
        }
    }

    [Fact]
    public void Every_type_and_several_dimensions_are_tried()
    {
        (IrrepType, int)[] kinds = [.. Blocks.Select(block => (block.Irrep.Type, block.Dimension)).Distinct()];
        Assert.Contains((IrrepType.Real, 3), kinds);
        Assert.Contains((IrrepType.Complex, 2), kinds);
        Assert.Contains((IrrepType.Complex, 4), kinds);
        Assert.Contains((IrrepType.Quaternionic, 4), kinds);
    }

    [Fact]
    public void What_is_kept_determines_the_matrices_of_the_irrep()
    {
        foreach (FourierBlock block in Blocks)
        {
            Law.Holds(Expansion(block, block.Irrep.Matrix));
        }
    }

    [Fact]
    public void That_law_rejects_matrices_that_do_not_commute_with_the_endomorphisms()
    {
        FourierBlock block = GroupFourierTransform.Of(FiniteGroup.Cyclic(5)).Blocks[1];
        Matrix<double> mirror = Matrix<double>.Build.DenseOfDiagonalArray([1, -1]);
        Law.IsBrokenBy(Expansion(block, g => block.Irrep.Matrix(g) * mirror));
    }

    [Fact]
    public void A_complex_block_of_a_cyclic_group_keeps_its_first_column()
    {
        FourierBlock block = GroupFourierTransform.Of(FiniteGroup.Cyclic(5)).Blocks[2];
        double[] matrix = new double[4];
        block.Expand([3.0, 4.0], matrix);
        Assert.Equal([3, -4, 4, 3], matrix);
        float[] single = new float[4];
        block.Expand([3.0f, 4.0f], single);
        Assert.Equal([3, -4, 4, 3], single);
    }

    [Fact]
    public void A_real_block_keeps_its_columns_in_order()
    {
        FourierBlock block = GroupFourierTransform.Of(FiniteGroup.Dihedral(3)).Blocks[2];
        double[] matrix = new double[4];
        block.Expand([1.0, 2.0, 3.0, 4.0], matrix);
        Assert.Equal([1, 3, 2, 4], matrix);
    }

    [Fact]
    public void The_adjoint_is_the_adjoint_and_after_an_expansion_multiplies_by_the_type()
    {
        foreach (FourierBlock block in Blocks)
        {
            Law.Holds(Adjoint(block, block.Expand, block.ExpandAdjoint));
            Law.Holds(Adjoint(block, (x, y) => InSingle(x, y, block.Expand), (x, y) => InSingle(x, y, block.ExpandAdjoint)));
        }
    }

    [Fact]
    public void That_law_rejects_reading_the_kept_columns_off() =>
        Law.IsBrokenBy(Adjoint(
            GroupFourierTransform.Of(FiniteGroup.Cyclic(5)).Blocks[1],
            GroupFourierTransform.Of(FiniteGroup.Cyclic(5)).Blocks[1].Expand,
            (matrix, kept) => (kept[0], kept[1]) = (matrix[0], matrix[2])));

    [Fact]
    public void Spans_of_other_lengths_are_refused()
    {
        FourierBlock block = GroupFourierTransform.Of(Examples.Quaternions).Blocks[^1];
        Message.Says<ArgumentException>(() => Expanded(block, 3, 16), "Q8", "1 columns of a 4 x 4 matrix", "4 and 16", "have 3 and 16");
        Message.Says<ArgumentException>(() => Expanded(block, 4, 15), "have 4 and 15");
    }

    private static double[] Expanded(FourierBlock block, int kept, int entries)
    {
        double[] matrix = new double[entries];
        block.Expand(new double[kept], matrix);
        return matrix;
    }

    /// <summary>The numbers kept of a matrix, <c>1/m</c> of the adjoint, expand to the matrix.</summary>
    private static string? Expansion(FourierBlock block, Func<int, Matrix<double>> matrix)
    {
        double[] kept = new double[block.Length];
        double[] expanded = new double[block.Dimension * block.Dimension];
        for (int g = 0; g < block.Irrep.Group.Order; g++)
        {
            double[] entries = matrix(g).ToRowMajorArray();
            block.ExpandAdjoint(entries, kept);
            block.Expand(Array.ConvertAll(kept, x => x / (int)block.Irrep.Type), expanded);
            if (Distance(entries, expanded) > Tolerance)
            {
                return $"{block.Irrep} of {block.Irrep.Group}: the matrix of {g} is not what is kept of it";
            }
        }

        return null;
    }

    private static string? Adjoint(FourierBlock block, Map expand, Map adjoint)
    {
        Random random = new(11);
        double[] kept = [.. Enumerable.Range(0, block.Length).Select(_ => (double)random.Next(-9, 10))];
        double[] entries = [.. Enumerable.Range(0, block.Dimension * block.Dimension).Select(_ => (double)random.Next(-9, 10))];
        double[] matrix = new double[entries.Length];
        double[] back = new double[kept.Length];
        expand(kept, matrix);
        adjoint(entries, back);
        double difference = kept.Zip(back, (x, y) => x * y).Sum() - matrix.Zip(entries, (x, y) => x * y).Sum();
        adjoint(matrix, back);
        return Math.Abs(difference) > 1e-3
            ? $"{block.Irrep} of {block.Irrep.Group}: the products differ by {difference}"
            : Differ("the expansion undone and the numbers", back, kept.Select(x => x * (int)block.Irrep.Type), 1e-3);
    }

    private static void InSingle(ReadOnlySpan<double> source, Span<double> target, SingleMap map)
    {
        float[] result = new float[target.Length];
        map(Array.ConvertAll(source.ToArray(), x => (float)x), result);
        Array.ConvertAll(result, x => (double)x).CopyTo(target);
    }

    private delegate void Map(ReadOnlySpan<double> source, Span<double> target);

    private delegate void SingleMap(ReadOnlySpan<float> source, Span<float> target);
}
