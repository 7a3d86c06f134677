using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Groups.Tests;

public sealed class GridActionLaws
{
    [Fact]
    public void A_quarter_turn_is_anticlockwise_on_screen_and_turns_the_shape()
    {
        GridAction quarter = GridAction.For(PlaneGroup.P4, 1, 2, 3);
        Assert.Equal((3, 2), (quarter.OutputRows, quarter.OutputColumns));
        Assert.Equal("cfbead", new string(quarter.Map.Apply<char>("abcdef")));
    }

    [Fact]
    public void Reflections_are_left_right_and_across_the_falling_diagonal()
    {
        Assert.Equal("cbafed", new string(GridAction.For(PlaneGroup.Pm, 1, 2, 3).Map.Apply<char>("abcdef")));
        Assert.Equal("adbecf", new string(GridAction.For(PlaneGroup.Cm, 1, 2, 3).Map.Apply<char>("abcdef")));
    }

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void Point_elements_act_as_the_group_multiplies_on_every_shape(string name)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        foreach ((int rows, int columns) in Examples.Grids(group))
        {
            Law.Holds(Composition(group, rows, columns, (g, r, c) => GridAction.For(group, g, r, c)));
            Assert.True(GridAction.For(group, 0, rows, columns).Map.Equals(IndexMap.Identity(rows * columns)));
        }
    }

    [Fact]
    public void An_action_by_inverses_is_not_a_left_action() =>
        Law.IsBrokenBy(Composition(
            PlaneGroup.P4m, 4, 4, (g, r, c) => GridAction.For(PlaneGroup.P4m, PlaneGroup.P4m.PointGroup.Inverse(g), r, c)));

    [Theory]
    [MemberData(nameof(Examples.PlaneGroups), MemberType = typeof(Examples))]
    public void A_pixel_reads_the_pixel_at_its_inverse_image_about_the_centre(string name)
    {
        PlaneGroup group = PlaneGroup.Named(name);
        foreach ((int rows, int columns) in Examples.Grids(group))
        {
            foreach (GroupElement g in group.PointGroup.Elements)
            {
                GridAction action = GridAction.For(group, g.Index, rows, columns);
                Stencil from = Domain(group, rows, columns);
                Stencil to = Domain(group, action.OutputRows, action.OutputColumns);
                Assert.All(to.DoubledPoints, x => Assert.Equal(
                    from.Slot(group.Matrix(g.Inverse.Index).Transform(x)), action.Map.Sources[to.Slot(x)]));
            }
        }
    }

    [Fact]
    public void Elements_with_translations_act_as_the_plane_group_multiplies()
    {
        Gen<PlaneGroupElement> elements =
            from translation in LatticePointLaws.Points
            from point in Gen.Choose(0, 7)
            select PlaneGroup.P4m.Element(translation, point);
        Prop.ForAll(elements.ToArbitrary(), elements.ToArbitrary(), Gen.Elements(Examples.Grids(PlaneGroup.P4m)).ToArbitrary(), (g, h, grid) =>
        {
            GridAction first = GridAction.For(h, grid.Rows, grid.Columns);
            GridAction second = GridAction.For(g, first.OutputRows, first.OutputColumns);
            return GridAction.For(g * h, grid.Rows, grid.Columns).Map.Equals(second.Map.Compose(first.Map));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_translation_moves_right_and_down_and_wraps_around()
    {
        GridAction step = GridAction.For(PlaneGroup.P1.Element(new(1, 0), 0), 2, 3);
        Assert.Equal("cabfde", new string(step.Map.Apply<char>("abcdef")));
        GridAction far = GridAction.For(PlaneGroup.P1.Element(new(-2, int.MaxValue), 0), 2, 3);
        Assert.Equal("fdecab", new string(far.Map.Apply<char>("abcdef")));
    }

    [Fact]
    public void Actions_are_equal_by_shape_and_map()
    {
        Assert.Equal(GridAction.For(PlaneGroup.P4, 2, 3, 4), GridAction.For(PlaneGroup.P2, 1, 3, 4));
        Assert.NotEqual(GridAction.For(PlaneGroup.P1, 0, 3, 4), GridAction.For(PlaneGroup.P1, 0, 4, 3));
    }

    [Fact]
    public void Grids_without_pixels_and_grids_that_are_no_hexagons_are_refused()
    {
        Message.Says<ArgumentOutOfRangeException>(() => GridAction.For(PlaneGroup.P4, 1, 0, 3), "0 x 3");
        Message.Says<ArgumentOutOfRangeException>(() => GridAction.For(PlaneGroup.P4, 1, 3, 0), "3 x 0");
        Message.Says<ArgumentException>(() => GridAction.For(PlaneGroup.P6, 1, 3, 5), "p6 acts on hexagons", "3 x 5", "resample");
        Message.Says<ArgumentException>(() => GridAction.For(PlaneGroup.P6, 1, 4, 4), "odd side", "4 x 4");
        Message.Says<ArgumentException>(
            () => GridAction.For(PlaneGroup.P6.Element(new(1, 0), 1), 3, 3), "translation by (1, 0)", "does not wrap");
        Message.Says<InvalidOperationException>(
            () => GridAction.For(PlaneGroup.Cyclic(8), 1, 3, 3), "Element 1 of C8", "turn by 1/8", "square lattice", "p4");
    }

    [Fact]
    public void A_sixth_turn_moves_the_ring_by_one_step_anticlockwise_and_leaves_what_is_outside()
    {
        GridAction sixth = GridAction.For(PlaneGroup.P6, 1, 3, 3);
        Assert.Equal("acfbeh" + "dgi", new string(sixth.Map.Apply<char>("abcdefghi")));
        GridAction mirror = GridAction.For(PlaneGroup.P6m, 6, 3, 3);
        Assert.Equal("acb" + "fed" + "hgi", new string(mirror.Map.Apply<char>("abcdefghi")));
    }

    private static Stencil Domain(PlaneGroup group, int rows, int columns) =>
        group.Lattice is HexagonalLattice ? Stencil.Hexagon(rows / 2) : Stencil.Rectangle(rows, columns);

    private static string? Composition(PlaneGroup group, int rows, int columns, Func<int, int, int, GridAction> action)
    {
        foreach (GroupElement g in group.PointGroup.Elements)
        {
            foreach (GroupElement h in group.PointGroup.Elements)
            {
                GridAction first = action(h.Index, rows, columns);
                GridAction second = action(g.Index, first.OutputRows, first.OutputColumns);
                GridAction both = action((g * h).Index, rows, columns);
                if ((both.OutputRows, both.OutputColumns) != (second.OutputRows, second.OutputColumns)
                    || !both.Map.Equals(second.Map.Compose(first.Map)))
                {
                    return $"{group}: {g} after {h} on {rows} x {columns} is not {g * h}";
                }
            }
        }

        return null;
    }
}
