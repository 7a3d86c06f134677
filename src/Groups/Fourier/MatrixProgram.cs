using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>Writes the program of a product of matrices, with sums and differences of inputs that many outputs share.</summary>
/// <remarks>
/// Where two columns agree up to sign in most rows, <c>α a ± α b</c> becomes <c>α (a ± b)</c>: the pair <c>a, b</c> gives way to <c>a + b, a − b</c>,
/// as long as that leaves fewer entries, the best pair first. On filters sampled on a lattice this finds the lattice's reflections by itself.
/// </remarks>
internal sealed class MatrixProgram
{
    private const double Negligible = 1e-12;

    /// <summary>The two steps that a sum and a difference take.</summary>
    private const int Cost = 2;

    private readonly ProgramBuilder _builder;
    private readonly Term[] _values;
    private readonly double[][] _columns;
    private readonly int[,] _savings;

    private MatrixProgram(ProgramBuilder builder, Term[] values, Matrix<double> matrix)
    {
        (_builder, _values) = (builder, values);
        double scale = Negligible * matrix.Enumerate().DefaultIfEmpty().Max(Math.Abs);
        _columns = [.. matrix.EnumerateColumns().Select(column => column.Select(entry => Math.Abs(entry) <= scale ? 0 : entry).ToArray())];
        _savings = new int[values.Length, values.Length];
    }

    /// <summary>The program of <c>factors[^1] … factors[1] factors[0]</c>.</summary>
    public static StraightLineProgram Of(IReadOnlyList<Matrix<double>> factors)
    {
        ProgramBuilder builder = new(factors[0].ColumnCount);
        Term[] values = [.. Enumerable.Range(0, factors[0].ColumnCount).Select(Term.Input)];
        foreach (Matrix<double> factor in factors)
        {
            values = new MatrixProgram(builder, values, factor).Run();
        }

        return builder.Build(values);
    }

    private Term[] Run()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            Weigh(i);
        }

        while (Best() is { } pair)
        {
            Join(pair.First, pair.Second);
        }

        int rows = _columns.Length == 0 ? 0 : _columns[0].Length;
        return [.. Enumerable.Range(0, rows).Select(row => _builder.Sum(
            [.. _values.Select((value, i) => (_columns[i][row], value)).Where(term => term.Item1 != 0)]))];
    }

    private (int First, int Second)? Best()
    {
        (int First, int Second)? best = null;
        int most = Cost;
        for (int i = 0; i < _values.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (_savings[i, j] > most)
                {
                    (most, best) = (_savings[i, j], (j, i));
                }
            }
        }

        return best;
    }

    /// <summary>Puts sum and difference in the place of two values.</summary>
    private void Join(int a, int b)
    {
        (double[] left, double[] right) = (_columns[a], _columns[b]);
        _columns[a] = [.. left.Zip(right, Mean)];
        _columns[b] = [.. left.Zip(right, (x, y) => Mean(x, -y))];
        (_values[a], _values[b]) = (_builder.Add(_values[a], _values[b]), _builder.Subtract(_values[a], _values[b]));
        Weigh(a);
        Weigh(b);
    }

    private void Weigh(int i)
    {
        for (int j = 0; j < _values.Length; j++)
        {
            _savings[i, j] = _savings[j, i] = i == j ? 0 : Savings(_columns[i], _columns[j]);
        }
    }

    /// <summary>How many entries fewer a sum and a difference need.</summary>
    private static int Savings(double[] left, double[] right)
    {
        int savings = 0;
        for (int row = 0; row < left.Length; row++)
        {
            (double x, double y) = (left[row], right[row]);
            savings += Ones(x) + Ones(y) - Ones(Mean(x, y)) - Ones(Mean(x, -y));
        }

        return savings;
    }

    private static int Ones(double entry) => entry == 0 ? 0 : 1;

    private static double Mean(double x, double y) =>
        Math.Abs(x + y) <= Negligible * Math.Max(Math.Abs(x), Math.Abs(y)) ? 0 : (x + y) / 2;
}
