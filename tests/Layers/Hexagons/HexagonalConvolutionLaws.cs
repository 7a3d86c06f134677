using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

public class HexagonalConvolutionLaws
{
    public static TheoryData<string> PlaneGroups => Hexagons.PlaneGroups;

    /// <summary>Every radius, stencil, stride, padding and dilation for which there is room, with the radius of the output.</summary>
    public static IEnumerable<(int R, int Rho, int S, int P, int D, int Output)> Windows =>
        from r in Enumerable.Range(0, 7)
        from rho in Enumerable.Range(0, 3)
        from s in Enumerable.Range(1, 3)
        from p in Enumerable.Range(0, 3)
        from d in Enumerable.Range(1, rho == 0 ? 1 : 2)
        where r + p >= rho * d
        select (r, rho, s, p, d, (r + p - (rho * d)) / s);

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Lifting_commutes_at_every_radius_stride_padding_and_dilation(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach (var (r, rho, s, p, d, output) in Windows)
        {
            using DisposeScope scope = NewDisposeScope();
            using Convolution convolution = new Convolution(
                FieldType.Trivial(g, 1), FieldType.Regular(g, 1), Stencil.Hexagon(rho), s, p, d).WithIntegers();
            Tensor x = Hexagons.Input(convolution.InputType, r, samples: 1);
            Assert.Equal([1, g.Order, (2 * output) + 1, (2 * output) + 1], convolution.call(x).shape);
            Hexagons.Commutes(convolution, x);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Every_pair_of_field_types_commutes(string name)
    {
        foreach ((FieldType input, FieldType output) in Examples.Pairs(PlaneGroup.Named(name)))
        {
            foreach ((int r, int s) in new[] { (1, 1), (3, 2), (4, 2), (5, 3) })
            {
                using DisposeScope scope = NewDisposeScope();
                using Convolution convolution = new Convolution(input, output, Stencil.Hexagon(1), s, 1).WithIntegers();
                Hexagons.Commutes(convolution, Hexagons.Input(input, r));
            }
        }
    }

    [Fact]
    public void Equals_the_sum_over_axial_cells_at_every_radius_stride_padding_and_dilation()
    {
        (FieldType input, FieldType output) = (FieldType.Trivial(PlaneGroup.P31m, 1), FieldType.Regular(PlaneGroup.P31m, 1));
        foreach (var (r, rho, s, p, d, radius) in Windows)
        {
            using DisposeScope scope = NewDisposeScope();
            using Convolution convolution = new Convolution(input, output, Stencil.Hexagon(rho), s, p, d).WithIntegers();
            Tensor x = Hexagons.Input(input, r);
            Assert.True(Examples.Same(NaiveHexagon.Convolve(x, convolution, radius), convolution.call(x)), $"{(r, rho, s, p, d)}");
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Closed_stencils_that_are_no_hexagons_commute_and_equal_the_sum(string name)
    {
        var g = PlaneGroup.Named(name);
        Stencil[] stencils =
        [
            Stencil.Square(3).Closure(g),
            Stencil.FromPoints([new(2, -1)]).Closure(g),
            Stencil.FromPoints([new(0, 0), new(1, 0)]).Closure(g),
        ];
        foreach (Stencil stencil in stencils)
        {
            foreach ((int r, int s) in new[] { (3, 1), (4, 2), (5, 2) })
            {
                using DisposeScope scope = NewDisposeScope();
                using Convolution convolution = new Convolution(
                    FieldType.Trivial(g, 2), FieldType.Regular(g, 1), stencil, s).WithIntegers();
                Tensor x = Hexagons.Input(convolution.InputType, r);
                Hexagons.Commutes(convolution, x);
                int reach = (stencil.Columns - 1) / 2;
                Assert.True(Examples.Same(NaiveHexagon.Convolve(x, convolution, (r - reach) / s), convolution.call(x)));
            }
        }
    }

    [Fact]
    public void On_groups_that_catalogues_leave_out_rectangles_of_odd_sides_serve()
    {
        // Half turns of the hexagonal lattice close a row of three cells; the output is as narrow as the wider side asks.
        var g = PlaneGroup.Cyclic(2, new HexagonalLattice());
        using Convolution convolution = new Convolution(
            FieldType.Trivial(g, 1), FieldType.Regular(g, 1), Stencil.Rectangle(1, 3), 2, 1).WithIntegers();
        foreach (int r in Enumerable.Range(0, 6))
        {
            Tensor x = Hexagons.Input(convolution.InputType, r);
            Hexagons.Commutes(convolution, x);
            Assert.True(Examples.Same(NaiveHexagon.Convolve(x, convolution, r / 2), convolution.call(x)));
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_gradient_to_the_input_commutes(string name)
    {
        FieldType type = Examples.Mixed(PlaneGroup.Named(name));
        foreach (var (r, rho, s, p) in new[] { (2, 1, 1, 1), (4, 1, 2, 1), (5, 1, 2, 0), (5, 2, 3, 1) })
        {
            using DisposeScope scope = NewDisposeScope();
            using Convolution convolution = new Convolution(type, type, Stencil.Hexagon(rho), s, p).WithIntegers();
            EquivarianceAssert.GradientsCommute(convolution.call, type, type, Hexagons.Input(type, r), EquivarianceOptions.Exact);
        }
    }

    [Fact]
    public void The_kept_filter_of_evaluation_gives_the_same()
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.P6m)[1];
        using Convolution convolution = new Convolution(input, output, Stencil.Hexagon(1), 2, 1).WithIntegers();
        Tensor x = Hexagons.Input(input, 4), inTraining = convolution.call(x);
        convolution.eval();
        using IDisposable noGrad = no_grad();
        Assert.True(Examples.Same(inTraining, convolution.call(x)));
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        (FieldType input, FieldType output) = (FieldType.Trivial(PlaneGroup.P6, 1), FieldType.Regular(PlaneGroup.P6, 1));
        Messages.Say<ArgumentException>(
            () => new Convolution(input, output, Stencil.Hexagon(1), paddingMode: PaddingModes.Circular),
            "padding mode Circular", "p6 acts on hexagons", "PaddingModes.Zeros");
        Messages.Say<ArgumentException>(() => new Convolution(input, output, Stencil.Square(3)), "not closed under p6", "Choose a hexagon");
        FieldType halves = FieldType.Trivial(PlaneGroup.Cyclic(2, new HexagonalLattice()), 1);
        Messages.Say<ArgumentException>(
            () => new Convolution(halves, halves, Stencil.Square(2)), "2 x 2 stencil lies between cells", "Stencil.Hexagon(1)");
        using Convolution convolution = new(input, output, Stencil.Hexagon(2));
        Messages.Say<ArgumentException>(
            () => convolution.call(zeros(1, 1, 3, 3)), "hexagon of radius 1 with padding 0 has no room for a window of radius 2");
        Messages.Say<ArgumentException>(
            () => convolution.call(zeros(1, 1, 6, 6)), "Convolution: the image is 6 x 6", "p6 acts on hexagons", "odd side 2 R + 1");
        Messages.Say<ArgumentException>(() => convolution.call(zeros(1, 1, 5, 7)), "the image is 5 x 7", "resample");
    }
}
