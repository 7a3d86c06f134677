namespace GCnn.Groups.Tests;

public sealed class HexagonalDomainLaws
{
    [Fact]
    public void For_every_radius_there_are_3r_r_plus_1_plus_1_cells_and_p6m_keeps_them()
    {
        for (int radius = 0; radius <= 40; radius++)
        {
            HexagonalDomain hexagon = new(radius);
            Assert.Equal((3 * radius * (radius + 1)) + 1, hexagon.Count);
            Assert.Equal(hexagon.Count, hexagon.Cells.Distinct().Count());
            Law.Holds(Escape(hexagon.Cells));
        }
    }

    [Fact]
    public void A_square_of_axial_coordinates_is_not_kept() =>
        Law.IsBrokenBy(Escape([.. from r in Enumerable.Range(-2, 5) from q in Enumerable.Range(-2, 5) select new LatticePoint(q, r)]));

    [Fact]
    public void Cells_are_those_within_the_radius_row_by_row_and_at_their_slots()
    {
        for (int radius = 0; radius <= 12; radius++)
        {
            HexagonalDomain hexagon = new(radius);
            int side = hexagon.RowLength;
            int[] range = [.. Enumerable.Range(-radius, side)];
            LatticePoint[] square = [.. from r in range from q in range select new LatticePoint(q, r)];
            Assert.Equal(square.Where(hexagon.Contains), hexagon.Cells);
            Assert.Equal(square.Select(hexagon.Contains), hexagon.Mask.ToArray());
            Assert.All(hexagon.Cells, cell => Assert.Equal(cell, square[hexagon.Slot(cell)]));
        }
    }

    [Fact]
    public void The_columns_of_a_row_are_those_within_the_radius()
    {
        for (int radius = 0; radius <= 12; radius++)
        {
            HexagonalDomain hexagon = new(radius);
            for (int row = 0; row < hexagon.RowLength; row++)
            {
                (int first, int end) = HexagonalDomain.ColumnsOf(radius, row);
                Assert.Equal(
                    Enumerable.Range(0, hexagon.RowLength).Where(column => hexagon.Contains(new(column - radius, row - radius))),
                    Enumerable.Range(first, end - first));
            }
        }
    }

    [Fact]
    public void The_mask_of_radius_2_is_the_drawn_one() =>
        Assert.Equal(
            "..ooo" + ".oooo" + "ooooo" + "oooo." + "ooo..",
            new string([.. new HexagonalDomain(2).Mask.ToArray().Select(inside => inside ? 'o' : '.')]));

    [Fact]
    public void It_is_the_stencil_of_the_same_radius()
    {
        for (int radius = 0; radius <= 5; radius++)
        {
            HexagonalDomain hexagon = new(radius);
            Stencil stencil = Stencil.Hexagon(radius);
            Assert.Equal(Stencil.FromPoints(hexagon.Cells), stencil);
            Assert.Equal(hexagon.Cells.Select(hexagon.Slot), stencil.DoubledPoints.Select(stencil.Slot));
        }
    }

    [Fact]
    public void The_action_on_grids_moves_the_cells_among_themselves()
    {
        HexagonalDomain hexagon = new(3);
        foreach (GroupElement g in PlaneGroup.P6m.PointGroup.Elements)
        {
            GridAction action = GridAction.For(PlaneGroup.P6m, g.Index, hexagon.RowLength, hexagon.RowLength);
            Assert.All(hexagon.Cells, cell => Assert.Equal(
                hexagon.Slot(cell), action.Map.Sources[hexagon.Slot(PlaneGroup.P6m.Matrix(g.Index).Transform(cell))]));
        }
    }

    [Fact]
    public void The_side_of_the_rectangle_gives_the_hexagon()
    {
        Assert.All(Enumerable.Range(0, 9), radius =>
            Assert.Equal(new HexagonalDomain(radius), HexagonalDomain.FromRectangle(new HexagonalDomain(radius).RowLength)));
        Message.Says<ArgumentException>(() => HexagonalDomain.FromRectangle(64), "2R + 1", "64 is even", "63 or 65");
        Message.Says<ArgumentOutOfRangeException>(() => HexagonalDomain.FromRectangle(0), "side");
    }

    [Fact]
    public void Hexagons_are_equal_by_radius()
    {
        Assert.Equal(new HexagonalDomain(3), new HexagonalDomain(3));
        Assert.Equal(new HexagonalDomain(3).GetHashCode(), new HexagonalDomain(3).GetHashCode());
        Assert.NotEqual(new HexagonalDomain(3), new HexagonalDomain(4));
        Assert.Equal("hexagon of radius 2 with 19 cells", new HexagonalDomain(2).ToString());
    }

    [Fact]
    public void Negative_radii_and_cells_outside_are_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => new HexagonalDomain(-1), "at least 0", "-1");
        Message.Says<ArgumentException>(() => new HexagonalDomain(2).Slot(new(2, 1)), "(2, 1) is 3 steps", "radius 2", "offset");
        Message.Says<ArgumentOutOfRangeException>(() => HexagonalDomain.ColumnsOf(-1, 0), "at least 0", "-1");
        Message.Says<ArgumentOutOfRangeException>(() => HexagonalDomain.ColumnsOf(16_384, 0), "at most 16383", "16384");
        Message.Says<ArgumentOutOfRangeException>(() => HexagonalDomain.ColumnsOf(2, 5), "rows 0 to 4", "no row 5", "centre");
        Message.Says<ArgumentOutOfRangeException>(() => HexagonalDomain.ColumnsOf(2, -1), "rows 0 to 4", "no row -1", "centre");
    }

    private static string? Escape(IReadOnlyList<LatticePoint> cells)
    {
        HashSet<LatticePoint> set = [.. cells];
        return (from g in PlaneGroup.P6m.PointGroup.Elements
                from cell in cells
                let image = PlaneGroup.P6m.Matrix(g.Index).Transform(cell)
                where !set.Contains(image)
                select $"element {g} takes {cell} to {image}, outside").FirstOrDefault();
    }
}
