using GCnn.Experiments.Kernels;
using GCnn.Groups;
using GCnn.Images;

namespace GCnn.Experiments.Tests.Kernels;

/// <summary>What a picture shows is the kernels: colour for value, cell for point, panel for matrix entry.</summary>
public sealed class KernelPictureLaws
{
    private static IEnumerable<KernelSpace> Spaces
    {
        get
        {
            PixelBasis square = new(PlaneGroup.P4m, Stencil.Square(4));
            PixelBasis hexagon = new(PlaneGroup.P6m, Stencil.Hexagon(2));
            HarmonicBasis round = new(PlaneGroup.Cyclic(8), Stencil.Square(5));
            Irrep vector = Irreps.Of(PlaneGroup.P6m.PointGroup).Single(irrep => irrep.Frequency == 1);
            return
            [
                DrawnKernels.Lifting(square),
                DrawnKernels.Lifting(hexagon),
                DrawnKernels.Lifting(round),
                KernelSpace.For(vector, vector, hexagon),
                KernelSpace.For(new RegularRepresentation(PlaneGroup.P4m.PointGroup), Irreps.Of(PlaneGroup.P4m.PointGroup)[3], square),
            ];
        }
    }

    [Fact]
    public void Colours_follow_the_values() =>
        Assert.All(Spaces, space => Assert.Empty(Differences(DrawnKernels.Draw(space, 9), space.Sample())));

    [Fact]
    public void The_comparison_rejects_kernels_with_the_other_sign_and_kernels_in_another_order()
    {
        KernelSpace space = Spaces.First();
        DrawnKernels drawn = DrawnKernels.Draw(space, 9);
        Assert.NotEmpty(Differences(drawn, [.. space.Sample().Select(value => -value)]));
        Assert.NotEmpty(Differences(drawn, [.. space.Sample().Reverse()]));
    }

    [Fact]
    public void A_colour_is_white_at_zero_red_above_and_blue_below()
    {
        Assert.Equal(RgbColour.White, DivergingColour.Of(0));
        Assert.All(new[] { 0.1, 0.5, 1 }, value =>
        {
            RgbColour above = DivergingColour.Of(value);
            RgbColour below = DivergingColour.Of(-value);
            Assert.True(above.Red > above.Blue && below.Blue > below.Red);
            Assert.True(above.Green < 255 && below.Green < 255);
        });
        Assert.Equal(DivergingColour.Of(1), DivergingColour.Of(3));
        Assert.Equal(DivergingColour.Of(-1), DivergingColour.Of(-3));
    }

    /// <summary>The law of the kernels read off the picture alone: <c>k_gh(g u) = k_h(u)</c>.</summary>
    [Fact]
    public void The_panel_of_g_h_is_the_panel_of_h_moved_by_g() => Assert.All(Spaces.Take(2), space =>
    {
        DrawnKernels drawn = DrawnKernels.Draw(space, 8);
        FiniteGroup points = drawn.Group.PointGroup;
        foreach ((int g, int h) in from g in points.Generators from h in Enumerable.Range(0, points.Order) select (g, h))
        {
            int moved = points.Multiply(g, h);
            Assert.All(drawn.Stencil.DoubledPoints, u => Assert.All(Enumerable.Range(0, space.Dimension), kernel => Assert.Equal(
                drawn.At(kernel, h, 0, u), drawn.At(kernel, moved, 0, drawn.Group.Matrix(g).Transform(u)))));
        }
    });

    [Fact]
    public void A_smooth_picture_turns_by_a_quarter_pixel_by_pixel()
    {
        KernelSpace space = DrawnKernels.Lifting(new HarmonicBasis(PlaneGroup.Cyclic(8), Stencil.Square(3)));
        DrawnKernels drawn = DrawnKernels.Draw(space, 10, smooth: true);
        int side = drawn.Layout.Panel.Width - 1;
        Assert.Equal(drawn.Layout.Panel.Width, drawn.Layout.Panel.Height);
        for (int kernel = 0; kernel < drawn.Space.Dimension; kernel++)
        {
            (int top, int still, int turned) = (drawn.Layout.Top(kernel) + 1, drawn.Layout.Left(0, 0) + 1, drawn.Layout.Left(2, 0) + 1);
            for (int pixel = 0; pixel < side * side; pixel++)
            {
                (int y, int x) = Math.DivRem(pixel, side);
                RgbColour before = drawn.Pixel(still + x, top + y);
                RgbColour after = drawn.Pixel(turned + y, top + side - 1 - x);
                Assert.InRange(Math.Abs(before.Red - after.Red) + Math.Abs(before.Blue - after.Blue), 0, 2);
            }
        }
    }

    [Fact]
    public void A_smooth_picture_goes_through_the_values_at_the_points()
    {
        KernelSpace space = DrawnKernels.Lifting(new HarmonicBasis(PlaneGroup.Cyclic(8), Stencil.Square(3)));
        DrawnKernels cells = DrawnKernels.Draw(space, 40);
        DrawnKernels smooth = DrawnKernels.Draw(space, 40, smooth: true);
        Assert.Equal((cells.Image.Width, cells.Image.Height), (smooth.Image.Width, smooth.Image.Height));
        LatticePoint right = new(2, 0);
        RgbColour red = smooth.At(2, 0, 0, right);
        RgbColour blue = smooth.At(2, 4, 0, right);
        Assert.Equal("cos 1φ, radial 0", ((HarmonicBasis)space.Filters).Harmonics[2].ToString());
        Assert.True(red.Red > red.Blue + 50 && blue.Blue > blue.Red + 50);
        Assert.True(cells.At(2, 0, 0, right).Red > cells.At(2, 0, 0, right).Blue + 50);
    }

    [Fact]
    public void Every_point_has_a_cell_of_the_same_size_up_to_its_edge()
    {
        foreach (FilterBasis filters in Spaces.Select(space => space.Filters))
        {
            KernelPanel panel = KernelPanel.Cells(filters, 20);
            int[] sizes = [.. Sites(panel).GroupBy(site => site).Select(cell => cell.Count())];
            Assert.Equal(filters.Stencil.Count, sizes.Length);
            double area = filters.Group.Lattice is HexagonalLattice ? Math.Sqrt(0.75) : 1;
            Assert.All(sizes, size => Assert.InRange(size, 0.93 * area * 400, 1.07 * area * 400));
        }
    }

    private static IEnumerable<int> Sites(KernelPanel panel) =>
        from y in Enumerable.Range(0, panel.Height)
        from x in Enumerable.Range(0, panel.Width)
        let site = panel.SiteAt(x, y)
        where site is not null
        select site.Value;

    /// <summary>The places, kernel by kernel, whose colour is not that of the value.</summary>
    private static string[] Differences(DrawnKernels drawn, double[] values)
    {
        KernelSpace space = drawn.Space;
        (int outputs, int inputs, int points) = (space.Output.Dimension, space.Input.Dimension, drawn.Stencil.Count);
        double[] largest = [.. values.Chunk(outputs * inputs * points).Select(kernel => kernel.Max(Math.Abs))];
        return
        [
            .. from k in Enumerable.Range(0, space.Dimension)
               from o in Enumerable.Range(0, outputs)
               from i in Enumerable.Range(0, inputs)
               from u in Enumerable.Range(0, points)
               let value = values[(((((k * outputs) + o) * inputs) + i) * points) + u]
               let expected = DivergingColour.Of(value / largest[k])
               let actual = drawn.At(k, o, i, drawn.Stencil.DoubledPoints[u])
               where Math.Abs(expected.Red - actual.Red) + Math.Abs(expected.Blue - actual.Blue) > 2
               select $"{space}, kernel {k}, entry {o} {i}, point {u}: {value} is {actual}, not {expected}",
        ];
    }
}
