namespace GCnn.Groups.Tests;

public sealed class StencilLaws
{
    [Fact]
    public void A_square_counts_in_half_pixels_from_its_centre()
    {
        Assert.Equal([new(-1, -1), new(1, -1), new(-1, 1), new(1, 1)], Stencil.Square(2).DoubledPoints);
        Assert.Equal(new LatticePoint(-2, -2), Stencil.Square(3).DoubledPoints[0]);
        Assert.Equal(new LatticePoint(2, 0), Stencil.Square(3).DoubledPoints[5]);
    }

    [Fact]
    public void Slots_are_places_in_the_bounding_box_row_by_row()
    {
        Stencil rectangle = Stencil.Rectangle(2, 5);
        Assert.Equal((2, 5, 10), (rectangle.Rows, rectangle.Columns, rectangle.Count));
        Assert.Equal(Enumerable.Range(0, 10), rectangle.DoubledPoints.Select(rectangle.Slot));
        Stencil cross = Examples.Cross;
        Assert.Equal([1, 3, 4, 5, 7], cross.DoubledPoints.Select(cross.Slot));
        Assert.Equal((3, 3, 5), (cross.Rows, cross.Columns, cross.Count));
    }

    [Fact]
    public void The_bounding_box_keeps_the_centre_of_a_lopsided_stencil()
    {
        Stencil right = Stencil.FromPoints([new(0, 0), new(1, 0)]);
        Assert.Equal((1, 3), (right.Rows, right.Columns));
        Assert.Equal([1, 2], right.DoubledPoints.Select(right.Slot));
        Stencil up = Stencil.FromPoints([new(0, 0), new(-1, -2)]);
        Assert.Equal((5, 3), (up.Rows, up.Columns));
        Assert.Equal([0, 7], up.DoubledPoints.Select(up.Slot));
    }

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void The_lattices_own_shapes_are_closed_under_every_group_and_a_lopsided_stencil_only_under_p1(string name)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        Assert.All(Examples.Stencils(group), stencil => Assert.True(stencil.IsClosedUnder(group)));
        Assert.Equal(group.Order == 1, Stencil.FromPoints([new(0, 0), new(1, 3)]).IsClosedUnder(group));
        Examples.Stencils(group).First().RequireClosedUnder(group);
    }

    [Fact]
    public void Hexagons_have_3r_r_plus_1_plus_1_cells_and_every_symmetry()
    {
        for (int radius = 0; radius <= 12; radius++)
        {
            Stencil hexagon = Stencil.Hexagon(radius);
            Assert.Equal((3 * radius * (radius + 1)) + 1, hexagon.Count);
            Assert.Equal(((2 * radius) + 1, (2 * radius) + 1), (hexagon.Rows, hexagon.Columns));
            Assert.True(hexagon.IsClosedUnder(PlaneGroup.P6m));
        }

        Message.Says<ArgumentOutOfRangeException>(() => Stencil.Hexagon(-1), "radius of at least 0", "-1");
    }

    [Fact]
    public void The_closure_adds_the_missing_points_and_no_others()
    {
        Assert.Equal(13, Stencil.Square(3).Closure(PlaneGroup.P6m).Count);
        Assert.Equal(Stencil.Square(3), Stencil.Square(3).Closure(PlaneGroup.P4m));
        Assert.Equal(Stencil.Hexagon(1), Stencil.FromPoints([new(0, 0), new(1, 0)]).Closure(PlaneGroup.P6));
        Assert.Equal(Stencil.Square(3), Stencil.FromPoints([new(0, 0), new(1, 0), new(1, 1)]).Closure(PlaneGroup.P4));
    }

    [Fact]
    public void A_square_of_pixels_is_no_stencil_of_the_hexagonal_lattice() =>
        Message.Says<ArgumentException>(
            () => { Stencil.Square(3).RequireClosedUnder(PlaneGroup.P6); return null; }, "not closed under p6", "Choose a hexagon");

    [Fact]
    public void Beyond_the_lattice_a_stencil_need_only_be_closed_under_the_elements_that_keep_it()
    {
        Assert.True(Stencil.Square(5).IsClosedUnder(PlaneGroup.Dihedral(8)));
        Assert.False(Stencil.Rectangle(3, 5).IsClosedUnder(PlaneGroup.Cyclic(8)));
        Assert.True(Stencil.Rectangle(3, 5).IsClosedUnder(PlaneGroup.Dihedral(2)));
    }

    [Fact]
    public void A_rectangle_is_closed_under_pmm_and_not_under_p4_or_cm()
    {
        Assert.True(Stencil.Rectangle(3, 5).IsClosedUnder(PlaneGroup.Pmm));
        Assert.False(Stencil.Rectangle(3, 5).IsClosedUnder(PlaneGroup.P4));
        Assert.False(Stencil.Rectangle(2, 3).IsClosedUnder(PlaneGroup.Cm));
    }

    [Fact]
    public void Stencils_are_equal_when_their_points_are()
    {
        Stencil[] equal =
        [
            Stencil.Square(2),
            Stencil.Rectangle(2, 2),
            Stencil.FromDoubledPoints([new(1, 1), new(-1, 1), new(1, -1), new(-1, -1), new(1, 1)]),
        ];
        Assert.All(equal, stencil => Assert.Equal((equal[0], equal[0].GetHashCode()), (stencil, stencil.GetHashCode())));
        Assert.NotEqual(Stencil.Square(3), Examples.Cross);
        Assert.False(equal[0].Equals((object?)null));
        Assert.Equal("2 x 2 stencil", equal[0].ToString());
        Assert.Equal("3 x 3 stencil of 5 points", Examples.Cross.ToString());
    }

    [Fact]
    public void A_stencil_that_a_group_moves_is_refused_with_a_point_and_an_element() =>
        Message.Says<ArgumentException>(
            () => { Stencil.Rectangle(1, 3).RequireClosedUnder(PlaneGroup.P4m); return null; },
            "1 x 3 stencil", "p4m", "element 1, [[0, 1], [-1, 0]]", "(-2, 0) to (0, 2)", "Choose a square");

    [Fact]
    public void Stencils_without_points_or_pixels_are_refused()
    {
        Message.Says<ArgumentException>(() => Stencil.FromPoints([]), "at least one point");
        Message.Says<ArgumentException>(() => Stencil.FromPoints([new(0, 0), new(20_000, 0)]), "(40000, 0) is too far", "-32766 to 32766");
        Message.Says<ArgumentException>(() => Stencil.FromDoubledPoints([new(0, int.MinValue)]), "too far out", "positions in an image");
        Message.Says<ArgumentOutOfRangeException>(() => Stencil.Hexagon(-1), "at least 0 steps", "-1");
        Message.Says<ArgumentOutOfRangeException>(() => Stencil.Square(0), "0 x 0");
        Message.Says<ArgumentOutOfRangeException>(() => Stencil.Rectangle(3, -1), "3 x -1");
    }

    [Fact]
    public void Points_of_two_grids_are_refused() =>
        Message.Says<ArgumentException>(() => Stencil.FromDoubledPoints([new(0, 0), new(1, 0)]), "(0, 0) and (1, 0)", "one grid",
            "FromPoints");

    [Fact]
    public void A_point_outside_has_no_slot() =>
        Message.Says<ArgumentException>(() => Stencil.Square(3).Slot(new(1, 0)), "3 x 3 stencil", "(1, 0)", "Double them");
}
