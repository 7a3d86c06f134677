using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups.Tests;

/// <summary>A filter with integer weights, <c>output channels x input channels x box</c>, and the law it must satisfy.</summary>
internal sealed class IntegerFilter(FieldType input, FieldType output, Stencil stencil, Func<int, int, LatticePoint, long> weight)
{
    public FieldType Input => input;

    public FieldType Output => output;

    public Stencil Stencil => stencil;

    public long this[int o, int i, LatticePoint doubledPoint] => weight(o, i, doubledPoint);

    /// <summary>The expansion of random free weights by the index map.</summary>
    public static IntegerFilter Expand(FilterIndexMap map, int seed)
    {
        long[] free = RandomWeights(map.FreeCount, seed);
        return Gather(map, [.. free, 0]);
    }

    /// <summary>The expansion of given values, the zero slot last.</summary>
    public static IntegerFilter Gather(FilterIndexMap map, long[] values)
    {
        int box = map.Stencil.Rows * map.Stencil.Columns;
        return new IntegerFilter(map.InputType, map.OutputType, map.Stencil, (o, i, u) =>
            values[map.Sources[(((o * map.InputType.Channels) + i) * box) + map.Stencil.Slot(u)]]);
    }

    public static long[] RandomWeights(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (long)random.Next(-50, 51))];
    }

    /// <summary><c>W(g u) = rho_out(g) W(u) rho_in(g)^-1</c> with full matrices, for every element and point.</summary>
    public string? Violation() =>
        (from g in input.Group.PointGroup.Elements
         let left = BlockDiagonal(output, g.Index)
         let right = BlockDiagonal(input, g.Inverse.Index)
         from u in stencil.DoubledPoints
         where !At(input.Group.Matrix(g.Index).Transform(u)).Equals(left * At(u) * right)
         select $"{input} -> {output}: W(g u) is not rho(g) W(u) rho(g)^-1 at g = {g}, u = {u}").FirstOrDefault();

    private static Matrix<double> BlockDiagonal(FieldType type, int g)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense(type.Channels, type.Channels);
        for (int field = 0; field < type.Fields.Count; field++)
        {
            matrix.SetSubMatrix(type.Offset(field), type.Offset(field), type.Fields[field].Matrix(g));
        }

        return matrix;
    }

    private Matrix<double> At(LatticePoint u) => Matrix<double>.Build.Dense(output.Channels, input.Channels, (o, i) => weight(o, i, u));
}
