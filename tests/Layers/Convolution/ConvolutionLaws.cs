using GCnn.Groups;
using TorchSharp;

namespace GCnn.Layers.Tests;

/// <summary><c>f(ρ(g) x) = ρ'(g) f(x)</c> with equality, over every element of every plane group.</summary>
public class ConvolutionLaws
{
    public static TheoryData<string> PlaneGroups => Examples.PlaneGroups;

    public static TheoryData<string> KeepingTheAxes => Examples.KeepingTheAxes;

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Every_pair_of_field_types_commutes(string name)
    {
        foreach ((FieldType input, FieldType output) in Examples.Pairs(PlaneGroup.Named(name)))
        {
            Laws.Commutes(new Convolution(input, output, Stencil.Square(3), padding: 1).WithIntegers(), 4, 5);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Every_kernel_size_and_dilation_commutes_on_every_shape(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach ((FieldType input, FieldType output) in Examples.Pairs(g).Take(2))
        {
            foreach ((int kernel, int padding, int dilation) in new[] { (1, 0, 1), (2, 0, 1), (2, 1, 2), (3, 2, 2), (5, 2, 1), (4, 1, 1) })
            {
                using Convolution convolution = new(input, output, Stencil.Square(kernel), 1, padding, dilation);
                Laws.Commutes(convolution.WithIntegers(), 5, 6);
                Laws.Commutes(convolution, 6, 6);
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Strides_commute_on_sizes_that_obey_the_rule(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach ((FieldType input, FieldType output) in Examples.Pairs(g).Take(2))
        {
            // (kernel, stride, padding, dilation, rows, columns) with (n + 2p − k_eff) mod s = 0 on both axes.
            foreach (var (k, s, p, d, rows, columns) in new[]
            {
                (3, 2, 1, 1, 5, 7), (2, 2, 0, 1, 6, 4), (3, 3, 0, 1, 6, 9), (1, 2, 0, 1, 5, 7), (5, 3, 2, 1, 7, 4), (3, 2, 2, 2, 7, 5),
                (4, 3, 1, 1, 5, 8),
            })
            {
                Laws.Commutes(new Convolution(input, output, Stencil.Square(k), s, p, d).WithIntegers(), rows, columns);
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Every_way_of_padding_commutes(string name)
    {
        var g = PlaneGroup.Named(name);
        (FieldType input, FieldType output) = Examples.Pairs(g)[^1];
        foreach (PaddingModes mode in Enum.GetValues<PaddingModes>())
        {
            Laws.Commutes(new Convolution(input, output, Stencil.Square(3), padding: 1, paddingMode: mode).WithIntegers(), 4, 3);
            Laws.Commutes(new Convolution(input, output, Stencil.Square(2), 2, 1, paddingMode: mode).WithIntegers(), 4, 6);
        }
    }

    [Theory]
    [MemberData(nameof(KeepingTheAxes))]
    public void Rectangles_commute_where_no_element_swaps_the_axes(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach ((int rows, int columns) in new[] { (1, 3), (3, 5), (2, 3), (4, 1) })
        {
            var stencil = Stencil.Rectangle(rows, columns);
            Laws.Commutes(new Convolution(FieldType.Trivial(g, 1), Examples.Mixed(g), stencil, padding: 1).WithIntegers(), 5, 6);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void Stencils_with_holes_commute(string name)
    {
        var g = PlaneGroup.Named(name);
        var plus = Stencil.FromPoints([new(0, 0), new(1, 0), new(-1, 0), new(0, 1), new(0, -1)]);
        var ring = Stencil.FromPoints(
            from y in new[] { -1, 0, 1 } from x in new[] { -1, 0, 1 } where (x, y) != (0, 0) select new LatticePoint(x, y));
        foreach ((FieldType input, FieldType output) in Examples.Pairs(g).Take(2))
        {
            Laws.Commutes(new Convolution(input, output, plus, padding: 1).WithIntegers(), 4, 5);
            Laws.Commutes(new Convolution(input, output, ring, padding: 1).WithIntegers(), 4, 5);
        }
    }

    [Theory]
    [MemberData(nameof(PlaneGroups))]
    public void The_kept_filter_of_evaluation_commutes_as_well(string name)
    {
        (FieldType input, FieldType output) = Examples.Pairs(PlaneGroup.Named(name))[1];
        using Convolution convolution = new Convolution(input, output, Stencil.Square(3), padding: 1, bias: false).WithIntegers();
        convolution.eval();
        Laws.Commutes(convolution, 4, 5);
    }
}
