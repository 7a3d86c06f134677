namespace GCnn.Groups;

/// <summary>
/// A rectangular image of hexagonal cells in offset coordinates, as cameras store them, and its gathers to and from a hexagon.
/// </summary>
/// <remarks>
/// Both gathers read from the values followed by one zero: places without a source, outside the camera or outside the hexagon, take
/// index <c>values</c>, as in <see cref="FilterIndexMap"/>. The centre is the cell of the image that becomes the hexagon's <c>(0, 0)</c>.
/// </remarks>
public sealed record OffsetGrid
{
    /// <summary>A rectangle of cells.</summary>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="columns">The number of columns, at least 1.</param>
    /// <param name="kind">Which lines are pushed, counted from row 0 and column 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1, or there is no such kind.</exception>
    public OffsetGrid(int rows, int columns, OffsetKind kind)
    {
        if (rows < 1 || columns < 1)
        {
            throw new ArgumentOutOfRangeException(
                rows < 1 ? nameof(rows) : nameof(columns), $"An image needs sides of at least 1 cell; it was given {rows} x {columns}.");
        }

        _ = OffsetPoint.NameOf(kind);
        (Rows, Columns, Kind) = (rows, columns, kind);
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>Which lines are pushed.</summary>
    public OffsetKind Kind { get; }

    /// <summary>The number of cells.</summary>
    public int Count => Rows * Columns;

    /// <summary>The cell in the middle: row <c>⌊rows / 2⌋</c>, column <c>⌊columns / 2⌋</c>, in axial coordinates.</summary>
    public LatticePoint Middle => Cell(Rows / 2, Columns / 2);

    /// <summary>A cell of the image in axial coordinates.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public LatticePoint Cell(int row, int column) => new OffsetPoint(column, row, Kind).ToAxial();

    /// <summary>The smallest hexagon about a centre that holds the whole image: conversion to it loses nothing.</summary>
    /// <param name="centre">The hexagon's centre in the image's axial coordinates, such as <see cref="Middle"/>.</param>
    public HexagonalDomain EnclosingHexagon(LatticePoint centre)
    {
        int radius = 0;
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                radius = Math.Max(radius, CubePoint.FromAxial(Cell(row, column) - centre).Norm);
            }
        }

        return new HexagonalDomain(radius);
    }

    /// <summary>The gather from the image's cells and one zero to the rectangle on which a hexagon is stored.</summary>
    /// <param name="hexagon">The hexagon.</param>
    /// <param name="centre">The hexagon's centre in the image's axial coordinates, such as <see cref="Middle"/>.</param>
    public IndexMap ToHexagon(HexagonalDomain hexagon, LatticePoint centre)
    {
        ArgumentNullException.ThrowIfNull(hexagon);
        long[] sources = new long[hexagon.RowLength * hexagon.RowLength];
        Array.Fill(sources, Count);
        foreach (LatticePoint cell in hexagon.Cells)
        {
            OffsetPoint place = OffsetPoint.FromAxial(cell + centre, Kind);
            if ((uint)place.Row < (uint)Rows && (uint)place.Column < (uint)Columns)
            {
                sources[hexagon.Slot(cell)] = (place.Row * Columns) + place.Column;
            }
        }

        return new IndexMap(sources, Count + 1);
    }

    /// <summary>The gather from the rectangle on which a hexagon is stored, and one zero, to the image's cells.</summary>
    /// <param name="hexagon">The hexagon.</param>
    /// <param name="centre">The hexagon's centre in the image's axial coordinates, such as <see cref="Middle"/>.</param>
    public IndexMap FromHexagon(HexagonalDomain hexagon, LatticePoint centre)
    {
        ArgumentNullException.ThrowIfNull(hexagon);
        int outside = hexagon.RowLength * hexagon.RowLength;
        long[] sources = new long[Count];
        for (int place = 0; place < Count; place++)
        {
            LatticePoint cell = Cell(place / Columns, place % Columns) - centre;
            sources[place] = hexagon.Contains(cell) ? hexagon.Slot(cell) : outside;
        }

        return new IndexMap(sources, outside + 1);
    }

    /// <summary>The size and the kind, such as <c>3 x 4 odd-r image</c>.</summary>
    public override string ToString() => $"{Rows} x {Columns} {OffsetPoint.NameOf(Kind)} image";
}
