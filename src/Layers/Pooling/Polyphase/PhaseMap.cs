using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>Where the samples of each phase stand in images of one size: <c>x_t(y) = x(s y + t)</c>.</summary>
/// <remarks>
/// On the torus <c>t</c> runs over the corners of an <c>s x s</c> square. On hexagons it runs over the representatives of the cosets of
/// <c>s Z²</c> nearest to the centre. With <c>τ</c> the largest of their distances a cell <c>s y + t</c> of the hexagon of radius
/// <c>R</c> has <c>s |y| ≤ R + τ</c>: the samples of each phase lie in the hexagon of radius <c>⌊(R + τ) / s⌋</c>, so none is lost.
/// </remarks>
/// <param name="places">For each phase and place of the coarse image that in the fine one; for cells outside, one after the last.</param>
/// <param name="rows">The height of the coarse image.</param>
/// <param name="columns">The width of the coarse image.</param>
internal sealed class PhaseMap(long[] places, int rows, int columns) : IDisposable
{
    internal DeviceIndex Places { get; } = new(places);

    internal int Phases { get; } = places.Length / (rows * columns);

    internal int Rows => rows;

    internal int Columns => columns;

    internal int Area => rows * columns;

    public void Dispose() => Places.Dispose();

    internal static PhaseMap For(PlaneGroup group, int stride, int rows, int columns) =>
        group.Lattice is HexagonalLattice ? OnHexagon(stride, new HexagonalDomain(rows / 2)) : OnTorus(stride, rows, columns);

    private static PhaseMap OnTorus(int stride, int rows, int columns) => new(
        [
            .. from j in Enumerable.Range(0, stride)
               from i in Enumerable.Range(0, stride)
               from y in Enumerable.Range(0, rows / stride)
               from x in Enumerable.Range(0, columns / stride)
               select (((long)(stride * y) + j) * columns) + (stride * x) + i,
        ],
        rows / stride,
        columns / stride);

    private static PhaseMap OnHexagon(int stride, HexagonalDomain fine)
    {
        var sublattice = Sublattice.Generated(new HexagonalLattice(), new LatticePoint(stride, 0));
        int farthest = sublattice.Representatives.Max(t => CubePoint.FromAxial(t).Norm);
        HexagonalDomain coarse = new((fine.Radius + farthest) / stride);
        int area = coarse.RowLength * coarse.RowLength;
        long[] places = new long[sublattice.Index * area];
        Array.Fill(places, fine.RowLength * fine.RowLength);
        foreach ((int phase, LatticePoint t) in sublattice.Representatives.Index())
        {
            foreach (LatticePoint y in coarse.Cells)
            {
                LatticePoint source = sublattice.ToParent(y) + t;
                places[(phase * area) + coarse.Slot(y)] = fine.Contains(source) ? fine.Slot(source) : fine.RowLength * fine.RowLength;
            }
        }

        return new PhaseMap(places, coarse.RowLength, coarse.RowLength);
    }
}
