using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Pooling onto a sublattice by its definition: each pixel is given to the points nearest to it, found among all.</summary>
internal static class NaiveSublattice
{
    /// <summary>The largest and the mean of what each point of the sublattice is given of an image of one channel.</summary>
    public static (Dictionary<LatticePoint, double> Maxima, Dictionary<LatticePoint, double> Means) Pool(
        Sublattice sublattice, Tensor image)
    {
        int radius = (int)image.size(3) / 2;
        Dictionary<LatticePoint, double> maxima = [], sums = [];
        foreach (LatticePoint p in Pixels(sublattice.Lattice, radius))
        {
            double value = image[0, 0, p.Y + radius, p.X + radius].item<double>();
            LatticePoint[] nearest = Nearest(sublattice, p);
            foreach (LatticePoint v in nearest)
            {
                maxima[v] = Math.Max(value, maxima.GetValueOrDefault(v, double.NegativeInfinity));
                sums[v] = sums.GetValueOrDefault(v) + (value / nearest.Length);
            }
        }

        return (maxima, sums.ToDictionary(pair => pair.Key, pair => pair.Value / sublattice.Index));
    }

    private static LatticePoint[] Nearest(Sublattice sublattice, LatticePoint p)
    {
        (LatticePoint V, double Distance)[] all = [.. Box(9).Select(v => (v, Distance(sublattice.Lattice, p - sublattice.ToParent(v))))];
        double least = all.Min(pair => pair.Distance);
        return [.. all.Where(pair => pair.Distance == least).Select(pair => pair.V)];
    }

    private static double Distance(Lattice lattice, LatticePoint d)
    {
        (double x, double y) = lattice.Position(d.X, d.Y);
        return Math.Round((x * x) + (y * y), 9);
    }

    private static IEnumerable<LatticePoint> Pixels(Lattice lattice, int radius) =>
        Box(radius).Where(p => lattice is not HexagonalLattice || CubePoint.FromAxial(p).Norm <= radius);

    private static IEnumerable<LatticePoint> Box(int radius) =>
        from y in Enumerable.Range(-radius, (2 * radius) + 1)
        from x in Enumerable.Range(-radius, (2 * radius) + 1)
        select new LatticePoint(x, y);
}
