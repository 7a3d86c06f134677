using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Summaries say what real nets have and make.</summary>
public class SummaryAgreement
{
    private static readonly FieldType[] Kinds =
    [
        FieldType.Regular(PlaneGroup.P4m, 2), Examples.Mixed(PlaneGroup.P4), Examples.Quotients(PlaneGroup.P6m),
        FieldType.Copies(PlaneGroup.P4m, Irreps.Of(PlaneGroup.P4m.PointGroup)[^1], 2),
        FieldType.Copies(PlaneGroup.P6, Irreps.Of(PlaneGroup.P6.PointGroup)[^1], 2),
    ];

    [Fact]
    public void Sizes_and_types_are_those_that_come_out_of_random_nets() => RandomNetLaws.ForAll(exact: false, plan => SizesAgree(plan, 0));

    [Fact]
    public void Sizes_off_by_one_are_refuted() =>
        Assert.ThrowsAny<Exception>(() => RandomNetLaws.ForAll(exact: false, plan => SizesAgree(plan, 1)));

    [Fact]
    public void Parameters_are_those_of_random_nets_and_their_filters() => RandomNetLaws.ForAll(exact: false, plan =>
    {
        using EquivariantSequential net = PlannedNet.Build(plan);
        var summary = Summary.For(net, plan.Input.Rows, plan.Input.Columns);
        long filters = Convolutions(net).Sum(layer => NonZeros(layer.ExpandedFilter()) + (layer.ExpandedBias()?.numel() ?? 0));
        long others = net.parameters().Sum(p => p.numel()) - Convolutions(net).Sum(layer => layer.parameters().Sum(p => p.numel()));
        return summary.FreeParameters == net.parameters().Sum(parameter => parameter.numel())
            && summary.ExpandedParameters == filters + others;
    });

    [Fact]
    public void No_layer_has_parameters_that_are_not_counted()
    {
        int built = 0;
        foreach ((LayerCase layer, FieldType type) in from layer in LayerCatalogue.All from type in Kinds select (layer, type))
        {
            if (layer.Refusal(type) is null && layer.Exists(type.Group))
            {
                using EquivariantModule module = layer.Build(type);
                int side = layer.Even && type.Group.Lattice is SquareLattice ? 8 : 9;
                Summary summary = layer.Class == nameof(EquivariantLinear)
                    ? Summary.For(nn.Sequential(new SpatialPooling(type), module), side, side)
                    : Summary.For(module, side, side);
                Assert.True(
                    module.parameters().Sum(parameter => parameter.numel()) == summary.FreeParameters, $"{layer} of '{type}': {summary}");
                built++;
            }
        }

        Assert.InRange(built, 150, int.MaxValue);
    }

    [Fact]
    public void Weights_used_twice_are_counted_once()
    {
        FieldType fields = FieldType.Regular(PlaneGroup.P4, 1);
        using Convolution layer = new(fields, fields, Stencil.Square(3), padding: 1);
        var summary = Summary.For(new EquivariantSequential(layer, layer), 5, 5);
        Assert.Equal((37L, 148L), (summary.FreeParameters, summary.ExpandedParameters));
        Assert.Equal(2 * 25 * 144, summary.MultiplyAdds);
    }

    [Fact]
    public void Multiply_adds_are_those_of_a_convolution_in_loops()
    {
        foreach (PlaneGroup g in new[] { PlaneGroup.P4m, PlaneGroup.Pm, PlaneGroup.P3m1, PlaneGroup.P6 })
        {
            foreach ((int side, int stride, int padding, int dilation) in new[] { (3, 1, 0, 1), (3, 2, 1, 1), (3, 1, 2, 2), (5, 2, 2, 1) })
            {
                using Convolution layer = new(
                    Examples.Mixed(g), FieldType.Regular(g, 2), Examples.Window(g, side), stride, padding, dilation, bias: false);
                Assert.Equal(Counted(layer, 13), Assert.Single(Summary.For(layer, 13, 13).Layers).MultiplyAdds);
                Assert.NotEqual(Counted(layer, 17), Assert.Single(Summary.For(layer, 13, 13).Layers).MultiplyAdds);
            }
        }
    }

    [Fact]
    public void A_transposed_convolution_multiplies_as_often_as_the_convolution_back()
    {
        FieldType few = FieldType.Regular(PlaneGroup.P4, 1), many = FieldType.Regular(PlaneGroup.P4, 2);
        using TransposedConvolution up = new(few, many, Stencil.Square(4), 2, 1);
        using Convolution down = new(many, few, Stencil.Square(4), 2, 1);
        Assert.Equal(Summary.For(down, 12, 12).MultiplyAdds, Summary.For(up, 6, 6).MultiplyAdds);
        Assert.Equal(new ImageSize(12, 12), Assert.Single(Summary.For(up, 6, 6).Layers).Output);
    }

    private static bool SizesAgree(NetPlan plan, int error)
    {
        using EquivariantSequential net = PlannedNet.Build(plan);
        net.to(ScalarType.Float64);
        net.eval();
        using IDisposable noGrad = no_grad();
        var summary = Summary.For(net, plan.Input.Rows, plan.Input.Columns);
        Tensor x = RandomNetLaws.Normal(plan, 1);
        for (int i = 0; i < net.Modules.Count; i++)
        {
            x = net.Modules[i].call(x);
            LayerSummary last = summary.Layers.Last(
                layer => layer.Path == $"{i}" || layer.Path.StartsWith($"{i}[0].", StringComparison.Ordinal));
            (long, long, long) said = (last.OutputType!.Channels, last.Output!.Value.Rows + error, last.Output.Value.Columns);
            if (said != (x.size(1), x.size(2), x.size(3)))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Convolution> Convolutions(nn.Module module) => module.modules().OfType<Convolution>();

    private static long NonZeros(Tensor filter) => filter.ne(0).sum().item<long>();

    /// <summary>Products counted one by one: each output position in the image, each channel, each tap with a weight.</summary>
    private static long Counted(Convolution layer, int side)
    {
        bool hexagonal = layer.InputType.Group.Lattice is HexagonalLattice;
        ImageSize output = Assert.Single(Summary.For(layer, side, side).Layers).Output!.Value;
        HashSet<LatticePoint>? cells = hexagonal ? [.. new HexagonalDomain(output.Rows / 2).Cells] : null;
        double[] filter = [.. layer.ExpandedFilter().detach().to(ScalarType.Float64).flatten().data<double>()];
        long products = 0;
        for (int row = 0; row < output.Rows; row++)
        {
            for (int column = 0; column < output.Columns; column++)
            {
                bool inside = cells is null || cells.Contains(new LatticePoint(column - (output.Columns / 2), row - (output.Rows / 2)));
                products += inside ? filter.Count(weight => weight != 0) : 0;
            }
        }

        return products;
    }
}
