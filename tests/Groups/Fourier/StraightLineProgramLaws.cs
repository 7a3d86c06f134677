using static GCnn.Groups.Tests.FourierExamples;

namespace GCnn.Groups.Tests;

public sealed class StraightLineProgramLaws
{
    private static IEnumerable<StraightLineProgram> Programs =>
        Enumerable.Range(1, 20).Append(27).Append(32).Select(FiniteGroup.Cyclic)
            .Concat(Enumerable.Range(1, 12).Select(FiniteGroup.Dihedral))
            .Select(group => FastFourierTransform.Of(group).Program);

    [Fact]
    public void The_transposed_program_has_the_transposed_matrix_and_takes_as_many_operations()
    {
        foreach (StraightLineProgram program in Programs)
        {
            Law.Holds(Transposition(program, program.Transpose()));
            Law.Holds(Transposition(program.Transpose(), program.Transpose().Transpose()));
        }
    }

    [Fact]
    public void That_law_rejects_the_program_itself()
    {
        StraightLineProgram program = FastFourierTransform.Of(FiniteGroup.Cyclic(5)).Program;
        Law.IsBrokenBy(Transposition(program, program));
    }

    [Fact]
    public void Rows_are_treated_number_by_number()
    {
        foreach (StraightLineProgram program in Programs)
        {
            foreach (int width in new[] { 0, 1, 3, 8, 21, 64 })
            {
                Law.Holds(RowByRow(program, width, program.OutputRows));
                Law.Holds(RowByRow(program.Transpose(), width, program.Transpose().OutputRows));
            }
        }
    }

    [Fact]
    public void That_law_rejects_outputs_in_the_order_of_the_rows() =>
        Law.IsBrokenBy(RowByRow(FastFourierTransform.Of(FiniteGroup.Dihedral(4)).Program, 8, [.. Enumerable.Range(0, 8)]));

    [Fact]
    public void Rows_in_single_precision_agree_with_double()
    {
        foreach (StraightLineProgram program in Programs)
        {
            float[] rows = [.. Enumerable.Range(0, program.Rows * 21).Select(i => (float)(i * 7 % 19))];
            double[] doubles = Array.ConvertAll(rows, x => (double)x);
            program.Run(rows, 21);
            program.Run(doubles, 21);
            Law.Holds(Differ($"{program}: single and double", rows.Select(x => (double)x), doubles, 1e-3));
        }
    }

    [Fact]
    public void Few_more_rows_are_needed_than_there_are_inputs()
    {
        foreach (StraightLineProgram program in Programs)
        {
            Assert.InRange(program.Rows, program.Inputs, (2 * program.Inputs) + 2);
            Assert.Equal(program.Outputs, program.OutputRows.Distinct().Count());
            Assert.All(program.OutputRows, row => Assert.InRange(row, 0, program.Rows - 1));
        }
    }

    [Fact]
    public void Programs_print_their_operations() =>
        Assert.Equal("8 -> 8: 0 multiplications, 20 additions", FastFourierTransform.Of(FiniteGroup.Dihedral(4)).Program.ToString());

    [Fact]
    public void Too_few_rows_are_refused()
    {
        StraightLineProgram program = FastFourierTransform.Of(FiniteGroup.Cyclic(4)).Program;
        Message.Says<ArgumentException>(() => Run(program, (program.Rows * 8) - 1, 8), "5 rows of 8 numbers, 40 in all", "span of 39");
        Message.Says<ArgumentOutOfRangeException>(() => Run(program, 8, -1), "width");
    }

    private static double[] Run(StraightLineProgram program, int length, int width)
    {
        double[] rows = new double[length];
        program.Run(rows, width);
        return rows;
    }

    private static string? Transposition(StraightLineProgram program, StraightLineProgram transposed) =>
        (program.Multiplications, program.Additions) != (transposed.Multiplications, transposed.Additions)
            ? $"{program}: transposed it becomes {transposed}"
            : Differ($"{program}: the matrices", program.ToMatrix().Transpose().Enumerate(), transposed.ToMatrix().Enumerate(), 1e-14);

    /// <summary>A run on rows gives, bit by bit, what numbers give.</summary>
    private static string? RowByRow(StraightLineProgram program, int width, IReadOnlyList<int> outputRows)
    {
        Random random = new(12);
        double[] rows = [.. Enumerable.Range(0, program.Rows * width).Select(_ => random.NextDouble())];
        double[][] inputs = [.. Enumerable.Range(0, width).Select(
            column => Enumerable.Range(0, program.Inputs).Select(row => rows[(row * width) + column]).ToArray())];
        program.Run(rows, width);
        double[] output = new double[program.Outputs];
        for (int column = 0; column < width; column++)
        {
            program.Apply(inputs[column], output);
            if (!output.SequenceEqual(outputRows.Select(row => rows[(row * width) + column])))
            {
                return $"{program}: column {column} of {width} differs";
            }
        }

        return null;
    }
}
