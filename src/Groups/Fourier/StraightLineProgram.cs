using System.Buffers;
using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// A linear map <c>y = T x</c> as a list of steps <c>t = α a + β b</c>, each on values that earlier steps made: the form in which a fast
/// transform is counted, run and transposed.
/// </summary>
/// <remarks>
/// A value is a number, or a row of <c>width</c> numbers that are all treated alike, such as the pixels of a tile: a step then is one pass
/// of vector instructions. Values live in <see cref="Rows"/> rows, few more than there are inputs, since a row is used again once its
/// value is needed no longer. Source: [BuergisserClausenShokrollahi1997], chapter 13 (linear straight-line programs).
/// </remarks>
public sealed partial class StraightLineProgram
{
    private const int OnStack = 256;

    private readonly LinearStep[] _values;
    private readonly Term[] _outputs;
    private readonly LinearStep[] _steps;
    private readonly int[] _outputRows;

    /// <summary>Keeps the steps on values, input <c>i</c> being value <c>i</c> and step <c>s</c> making value <c>inputs + s</c>.</summary>
    internal StraightLineProgram(int inputs, LinearStep[] values, Term[] outputs)
    {
        Inputs = inputs;
        _values = values;
        _outputs = outputs;
        (_steps, _outputRows, Rows) = RowAllocation.Of(inputs, values, outputs);
        Multiplications = values.Sum(step => step.Multiplications);
        Additions = values.Sum(step => step.Additions);
    }

    /// <summary>The number of inputs, the length of <c>x</c>.</summary>
    public int Inputs { get; }

    /// <summary>The number of outputs, the length of <c>y</c>.</summary>
    public int Outputs => _outputs.Length;

    /// <summary>The number of rows that <see cref="Run(Span{double}, int)"/> works in; the inputs are rows <c>0 … Inputs − 1</c>.</summary>
    public int Rows { get; }

    /// <summary>The row in which each output is found after a run.</summary>
    public IReadOnlyList<int> OutputRows => _outputRows;

    /// <summary>
    /// The multiplications of one run, by numbers other than 0 and ±1; <c>α a ± α b</c> counts as <c>α (a ± b)</c>, with one.
    /// </summary>
    public int Multiplications { get; }

    /// <summary>The additions and subtractions of one run.</summary>
    public int Additions { get; }

    /// <summary>The matrix <c>T</c>, column by column from the unit vectors.</summary>
    /// <remarks><b>Shapes:</b> <c>Outputs x Inputs</c>; a new matrix at each call.</remarks>
    public Matrix<double> ToMatrix()
    {
        double[] unit = new double[Inputs];
        double[][] columns = new double[Inputs][];
        for (int i = 0; i < Inputs; i++)
        {
            columns[i] = new double[Outputs];
            unit[i] = 1;
            Apply(unit, columns[i]);
            unit[i] = 0;
        }

        return Matrix<double>.Build.DenseOfColumnArrays(columns);
    }

    /// <summary><c>output = T input</c>. The two spans may overlap: the input is read before the output is written.</summary>
    /// <param name="input">The numbers <c>x</c>.</param>
    /// <param name="output">Where <c>y</c> goes.</param>
    /// <exception cref="ArgumentException">A span has another length than <see cref="Inputs"/> or <see cref="Outputs"/>.</exception>
    public void Apply(ReadOnlySpan<double> input, Span<double> output) => Apply<double>(input, output);

    /// <inheritdoc cref="Apply(ReadOnlySpan{double}, Span{double})"/>
    public void Apply(ReadOnlySpan<float> input, Span<float> output) => Apply<float>(input, output);

    /// <summary>Runs every step in place on rows of equal width. No memory is allocated.</summary>
    /// <remarks>
    /// Before: input <c>i</c> in row <c>i</c>, anything in the other rows. After: output <c>k</c> in row <c>OutputRows[k]</c>, anything in
    /// the other rows. <b>Shapes:</b> <c>Rows x width</c>, row-major.
    /// </remarks>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="width">The numbers in a row.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is shorter than <c>Rows x width</c>.</exception>
    public void Run(Span<double> rows, int width) => Run<double>(rows, width);

    /// <inheritdoc cref="Run(Span{double}, int)"/>
    public void Run(Span<float> rows, int width) => Run<float>(rows, width);

    /// <summary>The counts, such as <c>8 -> 8: 0 multiplications, 20 additions</c>.</summary>
    public override string ToString() => $"{Inputs} -> {Outputs}: {Multiplications} multiplications, {Additions} additions";

    private void Apply<T>(ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IFloatingPoint<T>
    {
        RequireLength(input.Length, Inputs, nameof(input));
        RequireLength(output.Length, Outputs, nameof(output));
        T[]? rented = Rows > OnStack ? ArrayPool<T>.Shared.Rent(Rows) : null;
        Span<T> rows = rented ?? stackalloc T[OnStack];
        input.CopyTo(rows);
        RunNumbers(rows);
        for (int k = 0; k < output.Length; k++)
        {
            output[k] = rows[_outputRows[k]];
        }

        if (rented is not null)
        {
            ArrayPool<T>.Shared.Return(rented);
        }
    }

    private static void RequireLength(int given, int needed, string name)
    {
        if (given != needed)
        {
            throw new ArgumentException($"The program takes {needed} numbers as {name}; it was given a span of {given}.", name);
        }
    }
}
