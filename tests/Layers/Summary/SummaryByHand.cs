using GCnn.Groups;

namespace GCnn.Layers.Tests;

/// <summary>Summaries of small nets against numbers computed by hand.</summary>
public class SummaryByHand
{
    /// <summary>
    /// P4CNN of [CohenWelling2016], section 8.1: seven convolutions of 3 x 3, the last of 4 x 4, with 10 fields of p4 and a pooling
    /// after the second. The paper speaks of about 25,000 parameters.
    /// </summary>
    [Fact]
    public void P4CNN()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P4, 1), fields = FieldType.Regular(PlaneGroup.P4, 10);
        Convolution Layer(FieldType from, int side = 3) => new(from, fields, Stencil.Square(side), bias: false);
        using EquivariantSequential net = new(
            Layer(image), Layer(fields), new MaxPooling(fields, 2, 2), Layer(fields), Layer(fields), Layer(fields), Layer(fields),
            Layer(fields, 4));
        var summary = Summary.For(net, 28, 28);
        Assert.Equal([26, 24, 12, 10, 8, 6, 4, 1], summary.Layers.Select(layer => layer.Output!.Value.Rows));
        Assert.Equal([90, 3600, 0, 3600, 3600, 3600, 3600, 6400], summary.Layers.Select(layer => layer.FreeParameters));
        Assert.Equal([360, 14_400, 0, 14_400, 14_400, 14_400, 14_400, 25_600], summary.Layers.Select(layer => layer.ExpandedParameters));
        Assert.Equal([3, 5, 6, 10, 14, 18, 22, 28], summary.Layers.Select(layer => layer.Field!.Rows));
        Assert.Equal([1, 1, 2, 2, 2, 2, 2, 2], summary.Layers.Select(layer => layer.Field!.ColumnJump));
        Assert.Equal(
            [26 * 26 * 360, 24 * 24 * 14_400, 0, 1_440_000, 921_600, 518_400, 230_400, 25_600],
            summary.Layers.Select(layer => layer.MultiplyAdds!.Value));

        // Of C4, 6 in place of 16 between regular fields; from scalars 6 for each orbit of 4 taps and 1 for the centre.
        Assert.Equal(
            [26 * 26 * 130, 24 * 24 * 5400, 540_000, 345_600, 194_400, 86_400, 9600],
            summary.Layers.Where(layer => layer.Fourier is not null).Select(layer => layer.Fourier!.MultiplyAdds));
        Assert.Equal((24_490L, 97_960L), (summary.FreeParameters, summary.ExpandedParameters));
        Assert.Equal((Exactness.Exact, "p4"), (summary.Certificate!.Exactness, summary.Certificate.SubgroupName));
    }

    [Fact]
    public void A_stage_of_a_residual_net_over_p4m()
    {
        FieldType few = FieldType.Regular(PlaneGroup.P4m, 4), many = FieldType.Regular(PlaneGroup.P4m, 8);
        using EquivariantSequential net = new(new ResidualBlock(few, many, stride: 2), new ResidualBlock(many, many));
        var summary = Summary.For(net, 2, 32, 17, 17);
        Assert.Equal(
            ["0[0].0", "0[0].1", "0[0].2", "0[0].3", "0[0].4", "0[1].0", "0[1].1", "1[0].0", "1[0].1", "1[0].2", "1[0].3", "1[0].4"],
            summary.Layers.Select(layer => layer.Path));
        Assert.All(summary.Layers, layer => Assert.Equal(new ImageSize(9, 9), layer.Output));
        long[] free = [9 * 8 * 4 * 8, 16, 0, 9 * 8 * 8 * 8, 16, 8 * 4 * 8, 16, 9 * 8 * 8 * 8, 16, 0, 9 * 8 * 8 * 8, 16];
        Assert.Equal(free, summary.Layers.Select(layer => layer.FreeParameters));
        Assert.Equal(free.Where(n => n > 16).Select(n => 8 * n), summary.Layers.Select(l => l.ExpandedParameters).Where(n => n > 16));
        Assert.Equal(free.Sum(), summary.FreeParameters);
        Assert.Equal(81 * 8 * (free.Sum() - (5 * 16)), summary.MultiplyAdds);

        // Of D4, 12 in place of 64.
        Assert.Equal(81 * 8 * (free.Sum() - (5 * 16)) * 12 / 64, summary.FourierMultiplyAdds);
        Assert.Equal([3, 3, 3, 7, 7, 1, 1, 11, 11, 11, 15, 15], summary.Layers.Select(layer => layer.Field!.Rows));
        Assert.All(summary.Layers, layer => Assert.Equal(2, layer.Field!.RowJump));
    }

    [Fact]
    public void Hexagons_count_their_cells()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P6m, 1), fields = FieldType.Regular(PlaneGroup.P6m, 2);
        using EquivariantSequential net = new(
            new Convolution(image, fields, Stencil.Hexagon(2), stride: 2, padding: 2), new MaxPooling(fields, 3, 2, 1),
            new Convolution(fields, fields, Stencil.Hexagon(1), padding: 1), new SpatialPooling(fields),
            new EquivariantLinear(fields, fields));
        var summary = Summary.For(net, 17, 17);
        Assert.Equal([9, 5, 5, null, null], summary.Layers.Select(layer => layer.Output?.Rows));
        Assert.Equal([(19 * 2) + 2, 0, (7 * 12 * 4) + 2, 0, (12 * 4) + 2], summary.Layers.Select(layer => layer.FreeParameters));
        Assert.Equal(
            [(19 * 24) + 24, 0, (7 * 24 * 24) + 24, 0, (24 * 24) + 24], summary.Layers.Select(layer => layer.ExpandedParameters));

        // Radius 4 has 61 cells, radius 2 has 19.
        Assert.Equal([61 * 19 * 24, 0, 19 * 7 * 576, 0, 576], summary.Layers.Select(layer => layer.MultiplyAdds!.Value));
        Assert.Equal((19 * 7 * 4 * 20, 4 * 20), (summary.Layers[2].Fourier!.MultiplyAdds, summary.Layers[4].Fourier!.MultiplyAdds));
        Assert.Equal(["5 / 2", "9 / 4", "17 / 4", "all", "all"], summary.Layers.Select(layer => $"{layer.Field}"));
    }

    [Fact]
    public void A_regular_field_of_D4_takes_a_transform_for_each_tap_and_one_back()
    {
        FieldType field = FieldType.Regular(PlaneGroup.P4m, 1);
        using Convolution layer = new(field, field, Stencil.Square(3), bias: false);
        var fast = FastFourierTransform.Of(PlaneGroup.P4m.PointGroup);
        Assert.Equal((0, 20), (fast.Multiplications, fast.Additions));
        Assert.Equal(new FourierCost(9 * 12, 10 * 20), Assert.Single(Summary.For(layer, 3, 3).Layers).Fourier);
    }

    [Fact]
    public void Rectangles_have_a_field_and_a_jump_on_each_axis()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.Pmm, 1);
        using EquivariantSequential net = new(
            new Convolution(image, image, Stencil.Rectangle(3, 5), stride: 2, dilation: 2), new Upsampling(image, 4));
        var summary = Summary.For(net, 31, 40);
        Assert.Equal(["14 x 16", "56 x 64"], summary.Layers.Select(layer => $"{layer.Output}"));
        Assert.Equal(["5 x 9 / 2", "7 x 11 / 0.5"], summary.Layers.Select(layer => $"{layer.Field}"));
    }

    [Fact]
    public void Attention_counts_its_pairs_of_positions_and_a_gate_its_vectors()
    {
        FieldType fields = FieldType.Regular(PlaneGroup.P4, 2);
        using EquivariantSequential net = new(new SqueezeExcite(fields, 1), new SelfAttention(fields));
        var summary = Summary.For(net, 5, 5);
        Assert.Equal((2 * 4) + (25 * 8), summary.Layers[0].MultiplyAdds);
        Assert.Equal((4 * 25 * 64) + (25 * 25 * 16), summary.Layers[1].MultiplyAdds);
        Assert.Equal(["all", "all"], summary.Layers.Select(layer => $"{layer.Field}"));
        Assert.Equal(net.parameters().Sum(parameter => parameter.numel()), summary.FreeParameters);
    }
}
