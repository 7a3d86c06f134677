namespace GCnn.Groups.Tests;

/// <summary>A field of integers on a grid, <c>channels x rows x columns</c>: the slow, plain reference for layers.</summary>
internal sealed record IntegerField(FieldType Type, int Rows, int Columns, long[] Values)
{
    public static IntegerField Random(FieldType type, int rows, int columns, int seed) =>
        Masked(type, rows, columns, IntegerFilter.RandomWeights(type.Channels * rows * columns, seed));

    public long this[int channel, int row, int column] => Values[(((channel * Rows) + row) * Columns) + column];

    /// <summary><c>(L_g f)(x) = rho(g) f(g^-1 x)</c>.</summary>
    public IntegerField Act(PlaneGroupElement g)
    {
        GridAction grid = GridAction.For(g, Rows, Columns);
        long[] sources = Type.ChannelSources(g.Point);
        int pixels = Rows * Columns;
        long[] values = [.. sources.SelectMany(channel => grid.Map.Apply<long>(Values.AsSpan((int)channel * pixels, pixels)))];
        return new IntegerField(Type, grid.OutputRows, grid.OutputColumns, values);
    }

    /// <summary>The correlation <c>out(x) = sum_u W(u) in(x + u)</c> where the whole stencil lies inside.</summary>
    public IntegerField Correlate(IntegerFilter filter) =>
        Correlate(filter, Rows - filter.Stencil.Rows + 1, Columns - filter.Stencil.Columns + 1, 0, 0);

    /// <summary>The correlation with odd stencils on a torus, read <c>shift</c> columns off the centre.</summary>
    public IntegerField CorrelateOnTorus(IntegerFilter filter, int shift = 0) =>
        Correlate(filter, Rows, Columns, (filter.Stencil.Rows - 1) / 2, ((filter.Stencil.Columns - 1) / 2) - shift);

    public bool SameAs(IntegerField other) =>
        (Rows, Columns) == (other.Rows, other.Columns) && Type.Equals(other.Type) && Values.AsSpan().SequenceEqual(other.Values);

    private IntegerField Correlate(IntegerFilter filter, int rows, int columns, int top, int left)
    {
        Stencil stencil = filter.Stencil;
        long[] values =
        [
            .. from o in Enumerable.Range(0, filter.Output.Channels)
               from row in Enumerable.Range(0, rows)
               from column in Enumerable.Range(0, columns)
               select (from u in stencil.DoubledPoints
                       let y = row - top + ((u.Y + stencil.Rows - 1) / 2)
                       let x = column - left + ((u.X + stencil.Columns - 1) / 2)
                       from i in Enumerable.Range(0, Type.Channels)
                       select filter[o, i, u] * this[i, (y + Rows) % Rows, (x + Columns) % Columns]).Sum(),
        ];
        return Masked(filter.Output, rows, columns, values);
    }

    /// <summary>A field that is zero outside the hexagon, where the lattice is hexagonal.</summary>
    private static IntegerField Masked(FieldType type, int rows, int columns, long[] values)
    {
        int radius = type.Group.Lattice is HexagonalLattice ? rows / 2 : int.MaxValue;
        bool IsInside(int pixel) => Math.Abs((pixel / columns) + (pixel % columns) - rows + 1) <= radius;
        return new IntegerField(type, rows, columns, [.. values.Select((value, i) => IsInside(i % (rows * columns)) ? value : 0)]);
    }
}
