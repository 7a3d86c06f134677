using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// The points that are nearest to the origin among all points of a sublattice, each weighed by its share: a point with <c>k</c> nearest
/// points of the sublattice belongs to each of them by <c>1/k</c>.
/// </summary>
/// <remarks>
/// <para>
/// So the shares that one lattice point has in all windows sum to 1, and those of one window to the index. Whatever keeps the sublattice
/// keeps the window and the shares, since it keeps distances. For the indices 3, 4 and 7 of the hexagonal lattice the window is a cell and
/// its six neighbours, with shares 1/3, 1/2 and 1 of the neighbours. For 2, 4 and 5 of the square lattice it is the plus with 1/4, the
/// 3 x 3 square with the binomial weights 1/2 and 1/4, and the plus with 1.
/// </para>
/// <para>
/// The basis vectors are shortest ones, so the points of the sublattice about the cell of points nearest to the origin, its neighbours
/// across a side or a corner, are <c>S v</c> with <c>v</c> of coordinates −1, 0 and 1. Source: [ConwaySloane1999], chapter 2 (Voronoi
/// cells).
/// </para>
/// </remarks>
internal sealed class SublatticeWindow
{
    private SublatticeWindow(LatticePoint[] points, int[] owners)
    {
        int common = owners.Distinct().Aggregate(1, LeastCommonMultiple);
        (Points, Shares, Unit) = (points, Array.ConvertAll(owners, k => common / k), common);
    }

    /// <summary>The points, row by row.</summary>
    internal IReadOnlyList<LatticePoint> Points { get; }

    /// <summary>The share of each point, in parts of <see cref="Unit"/>: integers, with which sums of integers stay exact.</summary>
    internal IReadOnlyList<int> Shares { get; }

    /// <summary>The share of a point that belongs to one window alone.</summary>
    internal int Unit { get; }

    /// <summary>The largest coordinate of a point.</summary>
    internal int Reach => Points.Max(p => Math.Max(Math.Abs(p.X), Math.Abs(p.Y)));

    internal static SublatticeWindow Of(Sublattice sublattice)
    {
        int box = (int)Math.Ceiling(Math.Sqrt(sublattice.Index));
        (LatticePoint Point, int Owners)[] window =
        [
            .. from y in Enumerable.Range(-box, (2 * box) + 1)
               from x in Enumerable.Range(-box, (2 * box) + 1)
               let point = new LatticePoint(x, y)
               let owners = Owners(sublattice, point)
               where owners > 0
               select (point, owners),
        ];
        return new SublatticeWindow([.. window.Select(w => w.Point)], [.. window.Select(w => w.Owners)]);
    }

    /// <summary>The number of points of the sublattice nearest to a point; 0 where the origin is not one of them.</summary>
    private static int Owners(Sublattice sublattice, LatticePoint point)
    {
        int[] distances =
        [
            .. from y in Enumerable.Range(-1, 3)
               from x in Enumerable.Range(-1, 3)
               select SquaredLength(sublattice.Lattice, point - sublattice.ToParent(new(x, y))),
        ];
        int own = SquaredLength(sublattice.Lattice, point);
        return distances.Min() == own ? distances.Count(distance => distance == own) : 0;
    }

    private static int SquaredLength(Lattice lattice, LatticePoint p)
    {
        LatticePoint g = lattice.Gram.Transform(p);
        return (p.X * g.X) + (p.Y * g.Y);
    }

    private static int LeastCommonMultiple(int a, int b) => Enumerable.Range(1, b).Select(k => a * k).First(multiple => multiple % b == 0);
}
