using GCnn.Groups;

namespace GCnn.Experiments.Kernels;

/// <summary>
/// The shape that every panel of a picture has: for each pixel the site whose value colours it, and the scalar filters at the sites. Sites
/// are the stencil's points, each seen as its cell of the lattice; or, for a smooth picture, the pixels of these cells themselves.
/// </summary>
public sealed class KernelPanel
{
    private const int Outside = -1;

    private readonly bool _hasLines;
    private readonly int[] _sites;
    private readonly double[] _filters;

    private KernelPanel(int width, int[] sites, bool hasLines, double[] filters, int siteCount)
    {
        (Width, Height, SiteCount) = (width, sites.Length / width, siteCount);
        _hasLines = hasLines;
        _sites = sites;
        _filters = filters;
    }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>The number of sites.</summary>
    public int SiteCount { get; }

    /// <summary>The size in pixels that panels of a stencil have: that of its cells, and one line above and to the left.</summary>
    /// <param name="filters">The scalar filters.</param>
    /// <param name="scale">The distance between neighbouring points in pixels.</param>
    public static (int Width, int Height) Size(FilterBasis filters, int scale)
    {
        ArgumentNullException.ThrowIfNull(filters);
        (double X, double Y)[] points = [.. Points(filters)];
        double tip = filters.Group.Lattice is HexagonalLattice ? Math.Sqrt(1 / 3.0) : 0.5;
        return (
            1 + (int)Math.Ceiling(2 * scale * (points.Max(p => p.X) + 0.5)),
            1 + (int)Math.Ceiling(2 * scale * (points.Max(p => p.Y) + tip)));
    }

    /// <summary>A panel in which every point of the stencil is a cell of one colour, a square or a hexagon.</summary>
    /// <param name="filters">The scalar filters.</param>
    /// <param name="scale">The distance between neighbouring points in pixels.</param>
    public static KernelPanel Cells(FilterBasis filters, int scale)
    {
        ArgumentNullException.ThrowIfNull(filters);
        (int width, int height) = Size(filters, scale);
        int[] sites = Cells(filters, scale, width, height);
        return new KernelPanel(width, sites, hasLines: true, filters.Values.ToArray(), filters.Stencil.Count);
    }

    /// <summary>A panel that shows harmonics between the points of the stencil as well.</summary>
    /// <param name="harmonics">The scalar filters.</param>
    /// <param name="scale">The distance between neighbouring points in pixels.</param>
    public static KernelPanel Smooth(HarmonicBasis harmonics, int scale)
    {
        ArgumentNullException.ThrowIfNull(harmonics);
        (int width, int height) = Size(harmonics, scale);
        int[] sites = Cells(harmonics, scale, width, height);
        int[] inside = [.. Enumerable.Range(0, sites.Length).Where(pixel => sites[pixel] != Outside)];
        double[] filters = new double[harmonics.Count * inside.Length];
        for (int site = 0; site < inside.Length; site++)
        {
            (double x, double y) = FromCentre(inside[site] % width, inside[site] / width, width, height);
            double[] values = harmonics.Evaluate(x / scale, y / scale);
            for (int b = 0; b < values.Length; b++)
            {
                filters[(b * inside.Length) + site] = values[b];
            }

            sites[inside[site]] = site;
        }

        return new KernelPanel(width, sites, hasLines: false, filters, inside.Length);
    }

    /// <summary>A scalar filter at the sites.</summary>
    /// <param name="filter">The filter's number.</param>
    public ReadOnlySpan<double> Filter(int filter) => _filters.AsSpan(filter * SiteCount, SiteCount);

    /// <summary>The site of a pixel; null outside all cells.</summary>
    /// <param name="x">The pixel's column.</param>
    /// <param name="y">The pixel's row.</param>
    public int? SiteAt(int x, int y) => At(x, y) is var site and not Outside ? site : null;

    /// <summary>Whether a pixel lies on the line between two cells, or between a cell and the outside.</summary>
    /// <param name="x">The pixel's column.</param>
    /// <param name="y">The pixel's row.</param>
    public bool IsLine(int x, int y) => _hasLines && (At(x, y) != At(x + 1, y) || At(x, y) != At(x, y + 1));

    private int At(int x, int y) => x < Width && y < Height ? _sites[(y * Width) + x] : Outside;

    private static IEnumerable<(double X, double Y)> Points(FilterBasis filters) =>
        filters.Stencil.DoubledPoints.Select(p => filters.Group.Lattice.Position(p.X / 2.0, p.Y / 2.0));

    /// <summary>Where the middle of a pixel lies; the first row and column are for lines, the rest has the centre in its middle.</summary>
    private static (double X, double Y) FromCentre(int x, int y, int width, int height) => (x - (width / 2.0), y - (height / 2.0));

    /// <summary>For each pixel the point in whose cell it lies: the points of the plane nearer to it than to any neighbour.</summary>
    private static int[] Cells(FilterBasis filters, int scale, int width, int height)
    {
        Lattice lattice = filters.Group.Lattice;
        (double Sin, double Cos)[] neighbours =
            [.. Enumerable.Range(0, lattice.Rotations).Select(k => Math.SinCos(2 * Math.PI * k / lattice.Rotations))];
        int[] sites = new int[width * height];
        Array.Fill(sites, Outside);
        foreach ((int site, (double X, double Y) point) in Points(filters).Index())
        {
            foreach (int pixel in PixelsNear(point, scale, width, height))
            {
                (double x, double y) = FromCentre(pixel % width, pixel / width, width, height);
                (double dx, double dy) = ((x / scale) - point.X, (y / scale) - point.Y);
                if (sites[pixel] == Outside && neighbours.All(n => (dx * n.Cos) + (dy * n.Sin) <= 0.5))
                {
                    sites[pixel] = site;
                }
            }
        }

        return sites;
    }

    private static IEnumerable<int> PixelsNear((double X, double Y) point, int scale, int width, int height)
    {
        (int left, int top) = ((int)((point.X - 1) * scale + (width / 2.0)), (int)((point.Y - 1) * scale + (height / 2.0)));
        return from y in Enumerable.Range(Math.Max(0, top), (2 * scale) + 2)
               where y < height
               from x in Enumerable.Range(Math.Max(0, left), (2 * scale) + 2)
               where x < width
               select (y * width) + x;
    }
}
