namespace GCnn.Groups;

/// <summary>
/// The finite set of points, around its centre, at which a filter has weights. Equal when the sets are equal.
/// </summary>
/// <remarks>
/// Coordinates are doubled, in half pixels from the centre, because the centre of an even-sized square lies between pixels: a 3 x 3
/// square has the doubled coordinates −2, 0, 2 on each axis, a 2 x 2 square −1, 1. Symmetries are linear, so they act on doubled
/// points as they do on points. The bounding box is the smallest rectangle of pixels that has the same centre and covers the
/// stencil; a filter is stored on it, row by row.
/// </remarks>
public sealed class Stencil : IEquatable<Stencil>
{
    /// <summary>The largest doubled coordinate, with which the places of the bounding box can be counted.</summary>
    private const int Farthest = 32_766;

    private readonly LatticePoint[] _points;
    private readonly HashSet<LatticePoint> _set;

    private Stencil(IEnumerable<LatticePoint> doubledPoints)
    {
        _set = [.. doubledPoints];
        _points = [.. _set.OrderBy(p => p.Y).ThenBy(p => p.X)];
        if (_points.Length == 0)
        {
            throw new ArgumentException("A stencil needs at least one point; none were given.", nameof(doubledPoints));
        }

        RequireNear();
        RequireOneGrid();
        Columns = _points.Max(p => Math.Abs(p.X)) + 1;
        Rows = _points.Max(p => Math.Abs(p.Y)) + 1;
    }

    /// <summary>The height of the bounding box in pixels.</summary>
    public int Rows { get; }

    /// <summary>The width of the bounding box in pixels.</summary>
    public int Columns { get; }

    /// <summary>The points in half pixels from the centre, row by row from the top left.</summary>
    public IReadOnlyList<LatticePoint> DoubledPoints => _points;

    /// <summary>The number of points.</summary>
    public int Count => _points.Length;

    /// <summary>All pixels of a <c>size x size</c> square.</summary>
    /// <param name="size">The side in pixels, at least 1; even sides are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    public static Stencil Square(int size) => Rectangle(size, size);

    /// <summary>All pixels of a rectangle.</summary>
    /// <param name="rows">The height in pixels, at least 1.</param>
    /// <param name="columns">The width in pixels, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1.</exception>
    public static Stencil Rectangle(int rows, int columns)
    {
        if (rows < 1 || columns < 1)
        {
            throw new ArgumentOutOfRangeException(
                rows < 1 ? nameof(rows) : nameof(columns),
                $"A stencil needs sides of at least 1 pixel; it was asked for {rows} x {columns}.");
        }

        return new Stencil(
            from row in Enumerable.Range(0, rows)
            from column in Enumerable.Range(0, columns)
            select new LatticePoint((2 * column) - columns + 1, (2 * row) - rows + 1));
    }

    /// <summary>The hexagon of the <c>3 r (r + 1) + 1</c> cells at most <c>r</c> steps from the centre, in axial coordinates.</summary>
    /// <param name="radius">The radius <c>r</c> in cells, at least 0; 1 gives the centre and its six neighbours.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative.</exception>
    public static Stencil Hexagon(int radius) => FromPoints(new HexagonalDomain(radius).Cells);

    /// <summary>The stencil of given whole-pixel offsets, whose centre is the pixel <c>(0, 0)</c>.</summary>
    /// <param name="offsetsFromCentre">The offsets in pixels; repetitions count once.</param>
    /// <exception cref="ArgumentException">There are no points, or one is too far out to be stored.</exception>
    public static Stencil FromPoints(IEnumerable<LatticePoint> offsetsFromCentre)
    {
        ArgumentNullException.ThrowIfNull(offsetsFromCentre);
        return new Stencil(offsetsFromCentre.Select(p => p + p));
    }

    /// <summary>The stencil of given points in half pixels from its centre, for shapes whose centre lies between pixels.</summary>
    /// <param name="doubledPoints">The points; on each axis all are even or all are odd.</param>
    /// <exception cref="ArgumentException">There are no points, or they do not lie on one grid of pixels.</exception>
    public static Stencil FromDoubledPoints(IEnumerable<LatticePoint> doubledPoints)
    {
        ArgumentNullException.ThrowIfNull(doubledPoints);
        return new Stencil(doubledPoints);
    }

    /// <summary>Whether a doubled point belongs to the stencil.</summary>
    /// <param name="doubledPoint">A point in half pixels from the centre.</param>
    public bool Contains(LatticePoint doubledPoint) => _set.Contains(doubledPoint);

    /// <summary>The place of a point in the bounding box, row by row: <c>Columns (Y + Rows − 1) / 2 + (X + Columns − 1) / 2</c>.</summary>
    /// <param name="doubledPoint">A point of the stencil, in half pixels from the centre.</param>
    /// <exception cref="ArgumentException">The point does not belong to the stencil.</exception>
    public int Slot(LatticePoint doubledPoint) => Contains(doubledPoint)
        ? (Columns * ((doubledPoint.Y + Rows - 1) / 2)) + ((doubledPoint.X + Columns - 1) / 2)
        : throw new ArgumentException(
            $"The {this} has no point {doubledPoint}, counted in half pixels from its centre. Were whole pixels meant? Double them.",
            nameof(doubledPoint));

    /// <summary>The smallest stencil that holds this one and is closed under a group: the union of the orbits of its points.</summary>
    /// <param name="group">The plane group.</param>
    public Stencil Closure(PlaneGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        PlaneGroup exact = group.LatticeGroup;
        return FromDoubledPoints(_points.SelectMany(p => Enumerable.Range(0, exact.Order).Select(h => exact.Matrix(h).Transform(p))));
    }

    /// <summary>Whether every element of the group that keeps the lattice takes the stencil to itself.</summary>
    /// <param name="group">The plane group.</param>
    public bool IsClosedUnder(PlaneGroup group) => Escape(group) is null;

    /// <summary>Refuses a stencil that some element of the group that keeps the lattice moves.</summary>
    /// <param name="group">The plane group.</param>
    /// <exception cref="ArgumentException">A point leaves the stencil; the message names it and the element.</exception>
    public void RequireClosedUnder(PlaneGroup group)
    {
        if (Escape(group) is (LatticePoint point, int element))
        {
            IntegerMatrix matrix = group.LatticeGroup.Matrix(element);
            throw new ArgumentException(
                $"The {this} is not closed under {group.LatticeGroup}: element {element}, {matrix}, takes its point {point} to " +
                $"{matrix.Transform(point)}, which is outside (half pixels from the centre). " +
                (group.Lattice is HexagonalLattice ? "Choose a hexagon" : "Choose a square") + ", or add the missing points (Closure).",
                nameof(group));
        }
    }

    /// <summary>Whether both have the same points.</summary>
    /// <param name="other">The stencil to compare with.</param>
    public bool Equals(Stencil? other) => other is not null && _points.AsSpan().SequenceEqual(other._points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Stencil);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, Columns, Count, _points[0]);

    /// <summary>The size of the box and the number of points, such as <c>3 x 3 stencil of 5 points</c>.</summary>
    public override string ToString() =>
        Count == Rows * Columns ? $"{Rows} x {Columns} stencil" : $"{Rows} x {Columns} stencil of {Count} points";

    private (LatticePoint Point, int Element)? Escape(PlaneGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        PlaneGroup exact = group.LatticeGroup;
        foreach (int h in exact.PointGroup.Generators)
        {
            foreach (LatticePoint point in _points)
            {
                if (!Contains(exact.Matrix(h).Transform(point)))
                {
                    return (point, h);
                }
            }
        }

        return null;
    }

    private void RequireNear()
    {
        if (Array.FindIndex(_points, p => p.X is < -Farthest or > Farthest || p.Y is < -Farthest or > Farthest) is var far and >= 0)
        {
            throw new ArgumentException(
                $"The point {_points[far]} is too far out: a stencil is stored on its bounding box, and in half pixels from its centre " +
                $"coordinates are from {-Farthest} to {Farthest}. Are these positions in an image?");
        }
    }

    private void RequireOneGrid()
    {
        LatticePoint first = _points[0];
        foreach (LatticePoint p in _points)
        {
            if (((p.X - first.X) & 1) != 0 || ((p.Y - first.Y) & 1) != 0)
            {
                throw new ArgumentException(
                    $"The points {first} and {p} do not lie on one grid of pixels: in half pixels they must differ by even numbers. " +
                    "For whole-pixel offsets use FromPoints.");
            }
        }
    }
}
