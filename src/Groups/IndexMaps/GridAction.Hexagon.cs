namespace GCnn.Groups;

public sealed partial record GridAction
{
    private static GridAction OnHexagon(PlaneGroupElement element, int rows, int columns)
    {
        HexagonalDomain hexagon = new(RequireHexagon(element, rows, columns));
        long[] sources = [.. Enumerable.Range(0, rows * columns).Select(i => (long)i)];
        foreach (LatticePoint cell in hexagon.Cells)
        {
            sources[hexagon.Slot(element.Matrix.Transform(cell))] = hexagon.Slot(cell);
        }

        return new GridAction(rows, columns, new IndexMap(sources, sources.Length));
    }

    private static int RequireHexagon(PlaneGroupElement element, int rows, int columns)
    {
        if (rows != columns || rows % 2 == 0)
        {
            throw new ArgumentException(
                $"{element.Group} acts on hexagons, which are stored on a square of odd side 2 R + 1; this grid is {rows} x {columns}. " +
                "Crop or pad it, or resample the image to a hexagon of some radius R.");
        }

        if (element.Translation != LatticePoint.Origin)
        {
            throw new ArgumentException(
                $"A translation by {element.Translation} takes a hexagon off itself, and a hexagon does not wrap around; only point " +
                $"elements of {element.Group} act on it.",
                nameof(element));
        }

        return rows / 2;
    }
}
