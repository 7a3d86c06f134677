using GCnn.Groups;

namespace GCnn.Layers.Tests;

/// <summary>The loops that are written at run time, in every width of vectors, against the same sums in plain C#.</summary>
public unsafe class InnerLoops
{
    private const int Length = 48;

    private static readonly int[] Widths = [16, 32, 64];
    private static readonly bool[] Both = [false, true];
    private static readonly int[] Heights = [1, 2, 5, 12];
    private static readonly string[] Groups = ["C1", "C3", "C4", "C6", "C8", "D1", "D2", "D3", "D4", "D6", "D8", "D16"];

    public static TheoryData<int, int, int, bool> Panels => Product(
        from bytes in Widths
        from vectors in Enumerable.Range(1, 3)
        from columns in Enumerable.Range(1, 8)
        from adds in Both
        select (bytes, vectors, columns, adds));

    [Theory]
    [MemberData(nameof(Panels))]
    public void A_panel_is_a_product_of_matrices(int bytes, int vectors, int columns, bool adds)
    {
        const int depth = 5;
        VectorLanes lanes = VectorLanes.Of(typeof(float), bytes);
        PanelKernel<float> kernel = PanelKernels.For<float>(lanes, vectors, columns, Length, adds);
        float[] rows = Integers(1, depth * Length), weights = Integers(2, depth * columns), sums = Integers(3, columns * Length);
        float[] expected = [.. sums];
        for (int j = 0; j < columns; j++)
        {
            for (int v = 0; v < vectors * lanes.Count; v++)
            {
                expected[(j * Length) + v] = (adds ? expected[(j * Length) + v] : 0)
                    + Enumerable.Range(0, depth).Sum(i => weights[(i * columns) + j] * rows[(i * Length) + v]);
            }
        }

        fixed (float* a = rows, w = weights, o = sums)
        {
            kernel(a, w, o, depth);
        }

        Assert.Equal(expected, sums);
    }

    public static TheoryData<int, int, int> Outers => Product(
        from bytes in Widths
        from rows in Heights
        from vectors in Enumerable.Range(1, 3)
        select (bytes, rows, vectors));

    [Theory]
    [MemberData(nameof(Outers))]
    public void An_outer_product_sums_over_places(int bytes, int rows, int vectors)
    {
        const int places = 7;
        VectorLanes lanes = VectorLanes.Of(typeof(double), bytes);
        OuterKernel<double> kernel = OuterKernels.For<double>(lanes, rows, vectors, Length);
        int columns = vectors * lanes.Count;
        double[] left = Doubles(1, rows * Length), right = Doubles(2, places * columns), sums = Doubles(3, rows * columns);
        double[] expected = [.. sums];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                expected[(i * columns) + j] += Enumerable.Range(0, places).Sum(t => left[(i * Length) + t] * right[(t * columns) + j]);
            }
        }

        fixed (double* a = left, b = right, s = sums)
        {
            kernel(a, b, columns * sizeof(double), s, columns * sizeof(double), places);
        }

        Assert.Equal(expected, sums);
    }

    public static TheoryData<int, string> Programs => Product(
        from bytes in Widths
        from name in Groups
        select (bytes, name));

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_along_rows_is_the_program(int bytes, string name)
    {
        int n = int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture);
        FastFourierTransform transform = FastFourierTransform.Of(name[0] == 'C' ? FiniteGroup.Cyclic(n) : FiniteGroup.Dihedral(n));
        foreach (StraightLineProgram program in new[] { transform.Program, transform.Adjoint })
        {
            Check(program, VectorLanes.Of(typeof(double), bytes));
        }
    }

    private static void Check(StraightLineProgram program, VectorLanes lanes)
    {
        int order = program.Inputs;
        double[] rows = Doubles(order, order * Length), result = new double[order * Length], scattered = Doubles(7, order * Length);
        double[] before = [.. scattered];
        nint[] offsets = [.. Enumerable.Range(0, order).Select(i => (nint)i * Length * sizeof(double))];
        int[] reversed = [.. Enumerable.Range(0, order).Reverse()];
        fixed (double* from = rows, to = result, sums = scattered)
        {
            fixed (nint* at = offsets)
            {
                VectorProgram.Compile<double>(program, reversed, lanes)(from, at, to, Length * sizeof(double), Length);
                VectorProgram.CompileScatter<double>(program, lanes)(from, at, sums, at, Length);
            }
        }

        double[] x = new double[order], y = new double[order];
        for (int place = 0; place < Length; place++)
        {
            for (int i = 0; i < order; i++)
            {
                x[i] = rows[(i * Length) + place];
            }

            program.Apply(x, y);
            for (int k = 0; k < order; k++)
            {
                Assert.Equal(y[reversed[k]], result[(k * Length) + place], 1e-12);
                Assert.Equal(before[(k * Length) + place] + y[k], scattered[(k * Length) + place], 1e-12);
            }
        }
    }

    private static float[] Integers(int seed, int count) => [.. Doubles(seed, count).Select(number => (float)number)];

    private static double[] Doubles(int seed, int count)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-9, 10))];
    }

    private static TheoryData<T1, T2, T3, T4> Product<T1, T2, T3, T4>(IEnumerable<(T1, T2, T3, T4)> cases)
    {
        TheoryData<T1, T2, T3, T4> data = new();
        foreach ((T1 a, T2 b, T3 c, T4 d) in cases)
        {
            data.Add(a, b, c, d);
        }

        return data;
    }

    private static TheoryData<T1, T2, T3> Product<T1, T2, T3>(IEnumerable<(T1, T2, T3)> cases)
    {
        TheoryData<T1, T2, T3> data = new();
        foreach ((T1 a, T2 b, T3 c) in cases)
        {
            data.Add(a, b, c);
        }

        return data;
    }

    private static TheoryData<T1, T2> Product<T1, T2>(IEnumerable<(T1, T2)> cases)
    {
        TheoryData<T1, T2> data = new();
        foreach ((T1 a, T2 b) in cases)
        {
            data.Add(a, b);
        }

        return data;
    }
}
