namespace GCnn.Groups;

/// <summary>
/// The action of a plane group element on a grid of pixels about its centre, <c>(L_g f)(x) = f(g⁻¹ x)</c>, as a gather over pixels.
/// </summary>
/// <remarks>
/// <b>Shapes:</b> from <c>rows x columns</c> to <c>OutputRows x OutputColumns</c>, both row-major; elements that swap axes swap the two
/// numbers. Positions count in half pixels from the centre: pixel <c>(row, column)</c> is at <c>X = 2 column − columns + 1</c>,
/// <c>Y = 2 row − rows + 1</c>. A matrix <c>[[±1, 0], [0, ±1]]</c> or <c>[[0, ±1], [±1, 0]]</c> takes these positions to those of the
/// output's pixels whether a side is even or odd. A translation moves by whole pixels and wraps around the output, so that the
/// whole plane group acts and products are respected: <c>L_(g * h) = L_g L_h</c>. On the hexagonal lattice a grid is a square of
/// odd side <c>2 R + 1</c> in axial coordinates that holds the hexagon of radius <c>R</c>; its cells move, and the rest of the square, which
/// belongs to no image, stays where it is.
/// </remarks>
public sealed partial record GridAction
{
    private GridAction(int outputRows, int outputColumns, IndexMap map)
    {
        OutputRows = outputRows;
        OutputColumns = outputColumns;
        Map = map;
    }

    /// <summary>The height of the result.</summary>
    public int OutputRows { get; }

    /// <summary>The width of the result.</summary>
    public int OutputColumns { get; }

    /// <summary>The gather over row-major pixels.</summary>
    public IndexMap Map { get; }

    /// <summary>The action of a point element about the centre of the grid.</summary>
    /// <param name="group">The plane group.</param>
    /// <param name="element">An element of its point group.</param>
    /// <param name="rows">The height of the input, at least 1.</param>
    /// <param name="columns">The width of the input, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element, or a side is less than 1.</exception>
    /// <exception cref="ArgumentException">The grid is no hexagon, or a hexagon is to be translated.</exception>
    /// <exception cref="InvalidOperationException">The element does not keep the lattice.</exception>
    public static GridAction For(PlaneGroup group, int element, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(group);
        return For(group.Element(LatticePoint.Origin, element), rows, columns);
    }

    /// <summary>The action of an element with a translation, which wraps around the edges of the output.</summary>
    /// <param name="element">The element: first its matrix about the grid's centre, then its translation.</param>
    /// <param name="rows">The height of the input, at least 1.</param>
    /// <param name="columns">The width of the input, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1.</exception>
    /// <exception cref="ArgumentException">The grid is no hexagon, or a hexagon is to be translated.</exception>
    /// <exception cref="InvalidOperationException">The element does not keep the lattice.</exception>
    public static GridAction For(PlaneGroupElement element, int rows, int columns)
    {
        RequirePixels(rows, columns);
        return element.Group.Lattice is HexagonalLattice ? OnHexagon(element, rows, columns) : OnRectangle(element, rows, columns);
    }

    private static GridAction OnRectangle(PlaneGroupElement element, int rows, int columns)
    {
        bool swaps = element.Group.SwapsAxes(element.Point);
        (int outputRows, int outputColumns) = swaps ? (columns, rows) : (rows, columns);
        long[] sources = new long[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                LatticePoint image = element.Matrix.Transform(new((2 * column) - columns + 1, (2 * row) - rows + 1));
                int outputColumn = Wrap((image.X + outputColumns - 1) / 2, element.Translation.X, outputColumns);
                int outputRow = Wrap((image.Y + outputRows - 1) / 2, element.Translation.Y, outputRows);
                sources[(outputRow * outputColumns) + outputColumn] = (row * columns) + column;
            }
        }

        return new GridAction(outputRows, outputColumns, new IndexMap(sources, sources.Length));
    }

    private static int Wrap(int position, int translation, int length) => (position + (translation % length) + length) % length;

    private static void RequirePixels(int rows, int columns)
    {
        if (rows < 1 || columns < 1)
        {
            throw new ArgumentOutOfRangeException(
                rows < 1 ? nameof(rows) : nameof(columns), $"A grid needs sides of at least 1 pixel; it was given {rows} x {columns}.");
        }
    }
}
