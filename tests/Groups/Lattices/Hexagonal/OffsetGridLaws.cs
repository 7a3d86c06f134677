namespace GCnn.Groups.Tests;

public sealed class OffsetGridLaws
{
    private static IEnumerable<OffsetGrid> Grids =>
        from kind in Enum.GetValues<OffsetKind>()
        from size in new[] { (1, 1), (3, 3), (4, 7), (8, 5), (1, 6) }
        select new OffsetGrid(size.Item1, size.Item2, kind);

    [Fact]
    public void To_the_enclosing_hexagon_and_back_nothing_is_lost()
    {
        foreach (OffsetGrid grid in Grids)
        {
            HexagonalDomain hexagon = grid.EnclosingHexagon(grid.Middle);
            long[] image = [.. Enumerable.Range(1, grid.Count)];
            long[] cells = grid.ToHexagon(hexagon, grid.Middle).Apply<long>([.. image, 0]);
            Assert.Equal(image, grid.FromHexagon(hexagon, grid.Middle).Apply<long>([.. cells, 0]));
            Assert.Equal(image.Sum(), cells.Sum());
            Assert.All(cells.Zip(hexagon.Mask.ToArray()), cell => Assert.True(cell.Second || cell.First == 0));
        }
    }

    [Fact]
    public void A_smaller_hexagon_loses_something()
    {
        foreach (OffsetGrid grid in Grids.Where(grid => grid.Count > 1))
        {
            HexagonalDomain smaller = new(grid.EnclosingHexagon(grid.Middle).Radius - 1);
            Assert.Contains(smaller.RowLength * smaller.RowLength, grid.FromHexagon(smaller, grid.Middle).Sources.ToArray());
        }
    }

    [Fact]
    public void Neighbours_in_the_camera_are_neighbours_in_the_hexagon()
    {
        Assert.Equal([0, 2, 3, 4, 5, 6, 8, 9, 0], Centre(OffsetKind.OddRows));
        Assert.Equal([0, 1, 2, 4, 5, 6, 7, 8, 0], Centre(OffsetKind.EvenRows));

        static long[] Centre(OffsetKind kind)
        {
            OffsetGrid grid = new(3, 3, kind);
            return grid.ToHexagon(new HexagonalDomain(1), grid.Middle).Apply<long>([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
        }
    }

    [Fact]
    public void A_centre_off_the_middle_moves_the_hexagon()
    {
        OffsetGrid grid = new(2, 3, OffsetKind.OddRows);
        long[] cells = grid.ToHexagon(new HexagonalDomain(1), grid.Cell(0, 0)).Apply<long>([1, 2, 3, 4, 5, 6, 0]);
        Assert.Equal([0, 0, 0, 0, 1, 2, 0, 4, 0], cells);
    }

    [Fact]
    public void Grids_are_equal_by_size_and_kind()
    {
        Assert.Equal(new OffsetGrid(3, 4, OffsetKind.OddColumns), new OffsetGrid(3, 4, OffsetKind.OddColumns));
        Assert.NotEqual(new OffsetGrid(3, 4, OffsetKind.OddColumns), new OffsetGrid(3, 4, OffsetKind.EvenColumns));
        Assert.Equal("3 x 4 odd-q image", new OffsetGrid(3, 4, OffsetKind.OddColumns).ToString());
    }

    [Fact]
    public void Images_without_cells_or_with_an_unknown_kind_are_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => new OffsetGrid(0, 3, OffsetKind.OddRows), "0 x 3");
        Message.Says<ArgumentOutOfRangeException>(() => new OffsetGrid(3, -1, OffsetKind.OddRows), "3 x -1");
        Message.Says<ArgumentOutOfRangeException>(() => new OffsetGrid(3, 3, (OffsetKind)9), "no offset kind 9");
    }
}
