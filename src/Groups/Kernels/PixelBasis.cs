namespace GCnn.Groups;

/// <summary>
/// One filter for each point of the stencil, 1 there and 0 elsewhere. A symmetry of the lattice permutes them, so kernels in this
/// basis are exact, and it holds every filter on the stencil.
/// </summary>
public sealed class PixelBasis : FilterBasis
{
    private readonly double[] _values;
    private readonly int[][] _images;

    /// <summary>The pixels of a stencil.</summary>
    /// <param name="group">A plane group of which every element keeps the lattice.</param>
    /// <param name="stencil">A stencil closed under the group.</param>
    /// <exception cref="ArgumentException">The stencil is not closed, or an element moves points off the lattice.</exception>
    public PixelBasis(PlaneGroup group, Stencil stencil)
        : base(Exact(group), stencil)
    {
        IReadOnlyList<LatticePoint> points = stencil.DoubledPoints;
        Dictionary<LatticePoint, int> indexOf = points.Index().ToDictionary(p => p.Item, p => p.Index);
        _images = [.. Enumerable.Range(0, group.Order).Select(h => points.Select(p => indexOf[group.Matrix(h).Transform(p)]).ToArray())];
        _values = new double[points.Count * points.Count];
        for (int b = 0; b < points.Count; b++)
        {
            _values[(b * points.Count) + b] = 1;
        }
    }

    /// <inheritdoc/>
    public override int Count => Stencil.Count;

    /// <inheritdoc/>
    public override ReadOnlySpan<double> Values => _values;

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<int>> Blocks =>
        [.. Enumerable.Range(0, Count)
            .Select(b => _images.Select(image => image[b]).Distinct().Order().ToArray())
            .Where((orbit, b) => orbit[0] == b)];

    /// <summary>Whether pixels are closed under a group.</summary>
    /// <param name="group">A plane group.</param>
    public static bool Serves(PlaneGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.IsExact && group.MaximumFrequency is null;
    }

    /// <summary>The number of the filter that <c>g</c> makes of filter <c>b</c>.</summary>
    /// <param name="g">An element of the point group.</param>
    /// <param name="b">The number of a filter.</param>
    public int Act(int g, int b) => _images[Group.PointGroup.Require(g)][b];

    /// <inheritdoc/>
    public override double[] Action(int g)
    {
        double[] matrix = new double[Count * Count];
        for (int b = 0; b < Count; b++)
        {
            matrix[(Act(g, b) * Count) + b] = 1;
        }

        return matrix;
    }

    /// <inheritdoc/>
    public override double Character(int g) => Enumerable.Range(0, Count).Count(b => Act(g, b) == b);

    /// <inheritdoc/>
    public override bool Equals(FilterBasis? other) => other is PixelBasis && Group.Equals(other.Group) && Stencil.Equals(other.Stencil);

    /// <summary>The stencil's name.</summary>
    public override string ToString() => $"pixels of a {Stencil}";

    private static PlaneGroup Exact(PlaneGroup group) => Serves(group)
        ? group
        : throw new ArgumentException(
            $"Pixels are closed under the symmetries of the lattice; {group} has others, which move pixels off the {group.Lattice}. " +
            "Use a HarmonicBasis, or the group's LatticeGroup.",
            nameof(group));
}
