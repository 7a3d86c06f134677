using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The products that the group's Fourier transform leaves, against filters written in the bases of irreps.</summary>
public class FourierCostLaws
{
    public static TheoryData<string> Groups => [.. PlaneGroup.All.Select(g => g.Name)];

    /// <summary>In bases in which channels with taps, and outputs, are sums of irreps, the filter has as many entries.</summary>
    [Theory]
    [MemberData(nameof(Groups))]
    public void They_are_the_entries_other_than_0_of_the_filter_between_irreps(string name)
    {
        var g = PlaneGroup.Named(name);

        // The last pairs have hundreds of numbers at a position.
        foreach ((FieldType input, FieldType output) in Examples.Pairs(g).SkipLast(g.Order == 12 ? 2 : 1))
        {
            (long entries, Convolution layer) = Transformed(input, output, Examples.Window(g, 3));
            Assert.Equal(entries, CostOf(layer).MultiplyAdds);
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void They_are_at_most_those_of_the_expanded_filter_and_of_a_trivial_group_the_same(string name)
    {
        var g = PlaneGroup.Named(name);
        foreach ((FieldType input, FieldType output) in Examples.Pairs(g))
        {
            using Convolution layer = new(input, output, Examples.Window(g, 3), bias: false);
            LayerSummary summary = Assert.Single(Summary.For(layer, 3, 3).Layers);
            Assert.InRange(summary.Fourier!.MultiplyAdds, 1, g.Order == 1 ? int.MaxValue : summary.MultiplyAdds!.Value - 1);
            Assert.True(g.Order > 1 || summary.Fourier == new FourierCost(summary.MultiplyAdds!.Value, 0));
        }
    }

    /// <summary>16 / 6, 64 / 12 and 144 / 20: what the transform saves between regular fields of C4, D4 and D6.</summary>
    [Theory]
    [InlineData("p4", 16, 6)]
    [InlineData("p4m", 64, 12)]
    [InlineData("p6", 36, 10)]
    [InlineData("p6m", 144, 20)]
    [InlineData("p3", 9, 5)]
    public void Between_regular_fields_they_are_the_cubes_of_dimensions(string name, int expanded, int products)
    {
        var g = PlaneGroup.Named(name);
        FieldType fields = FieldType.Regular(g, 3);
        using Convolution layer = new(fields, fields, Examples.Window(g, 3), padding: 1, bias: false);
        LayerSummary summary = Assert.Single(Summary.For(layer, 7, 7).Layers);
        Assert.Equal(summary.MultiplyAdds * products, summary.Fourier!.MultiplyAdds * expanded);
    }

    [Fact]
    public void Groups_of_fields_are_served_each_by_itself()
    {
        FieldType fields = FieldType.Regular(PlaneGroup.P4m, 4);
        using Convolution one = new(FieldType.Regular(PlaneGroup.P4m, 2), FieldType.Regular(PlaneGroup.P4m, 2), Stencil.Square(3));
        using Convolution two = new(fields, fields, Stencil.Square(3), groups: 2);
        Assert.Equal(CostOf(one).Times(2), CostOf(two));
    }

    [Fact]
    public void It_serves_no_fields_that_mix_channels_and_no_steered_filters_in_groups()
    {
        FieldType regular = FieldType.Regular(PlaneGroup.P4m, 1);
        FieldType irreps = FieldType.Copies(PlaneGroup.P4m, Irreps.Of(PlaneGroup.P4m.PointGroup)[^1], 1);
        var c8 = FieldType.Regular(PlaneGroup.Cyclic(8), 2);
        EquivariantModule[] unserved =
        [
            new Convolution(irreps, regular, Stencil.Square(3)), new Convolution(regular, irreps, Stencil.Square(3)),
            new Convolution(c8, c8, Stencil.Square(3), groups: 2), new PlanarConvolution(regular, Stencil.Square(3)),
            new TransposedConvolution(regular, regular, Stencil.Square(3)), PointwiseNonlinearity.ReLU(regular),
        ];
        Assert.All(unserved, layer => Assert.Null(Assert.Single(Summary.For(layer, 5, 5).Layers).Fourier));
        Assert.Equal(Summary.For(unserved[0], 5, 5).MultiplyAdds, Summary.For(unserved[0], 5, 5).FourierMultiplyAdds);
    }

    /// <summary>15 harmonics on 5 x 5: 14 products of 64 for each, and fewer steps to filter with than 25 taps for each.</summary>
    [Fact]
    public void Steered_filters_take_the_place_of_taps()
    {
        PlaneGroup g = PlaneGroup.Cyclic(8);
        FieldType type = FieldType.Regular(g, 3);
        using Convolution layer = new(type, type, Stencil.Square(5), bias: false);
        FourierCost cost = CostOf(layer);
        Assert.Equal(3 * 15 * 3 * 14, cost.MultiplyAdds);
        Assert.InRange(cost.TransformOperations, 1, type.Channels * 15 * 25);
    }

    [Fact]
    public void A_filter_that_does_not_commute_has_more_entries()
    {
        FieldType input = FieldType.Trivial(PlaneGroup.P4m, 1), output = FieldType.Regular(PlaneGroup.P4m, 1);
        (long entries, Convolution layer) = Transformed(input, output, Stencil.Square(3), (o, i) => (7 * o) + (i * i) + 1);
        Assert.True(entries > CostOf(layer).MultiplyAdds);
    }

    private static FourierCost CostOf(Convolution layer) =>
        Assert.Single(Summary.For(layer, layer.Stencil.Rows, layer.Stencil.Columns).Layers).Fourier!;

    private static (long Entries, Convolution Layer) Transformed(
        FieldType input, FieldType output, Stencil stencil, Func<int, int, double>? entry = null)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        Convolution layer = new(input, output, stencil, bias: false);
        PlaneGroup g = input.Group;
        LatticePoint[] taps = [.. stencil.DoubledPoints];
        double[] filter = [.. layer.ExpandedFilter().detach().to(ScalarType.Float64).flatten().data<double>()];
        int box = stencil.Rows * stencil.Columns;
        Matrix<double> matrix = Matrix<double>.Build.Dense(output.Channels, input.Channels * taps.Length, (o, i) => entry is not null
            ? entry(o, i)
            : filter[(((o * input.Channels) + (i / taps.Length)) * box) + stencil.Slot(taps[i % taps.Length])]);
        MatrixRepresentation onTaps = new("taps", g.PointGroup, [.. Enumerable.Range(0, g.Order).Select(h =>
            Matrix<double>.Build.Dense(taps.Length, taps.Length, (to, from) => g.Matrix(h).Transform(taps[from]) == taps[to] ? 1 : 0))]);
        Matrix<double> before = IsotypicDecomposition.Of(Representation.DirectSum([.. input.Fields]).Tensor(onTaps)).Basis;
        Matrix<double> after = IsotypicDecomposition.Of(Representation.DirectSum([.. output.Fields])).Basis;
        return ((after.Transpose() * matrix * before).Enumerate().Count(value => Math.Abs(value) > 1e-7), layer);
    }
}
