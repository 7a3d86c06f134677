using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Summaries of plain TorchSharp modules, alone and behind equivariant ones.</summary>
public class SummaryOfPlainModules
{
    [Fact]
    public void Sizes_and_counts_are_those_of_the_modules()
    {
        nn.Module<Tensor, Tensor>[] modules =
        [
            nn.Conv2d(3, 8, 3, stride: 2, padding: 1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 6, 3, groups: 2),
            nn.AvgPool2d(2), nn.Flatten(), nn.Linear(6 * 2 * 2, 10), nn.Sigmoid(),
        ];
        using TorchSharp.Modules.Sequential net = nn.Sequential(modules);
        var summary = Summary.For(net, 1, 3, 25, 25);
        Tensor x = zeros(1, 3, 25, 25);
        foreach ((nn.Module<Tensor, Tensor> module, LayerSummary layer) in modules.Zip(summary.Layers))
        {
            x = module.call(x);
            long channels = layer.Channels!.Value;
            Assert.Equal(x.shape, layer.Output is { } size ? [1, channels, size.Rows, size.Columns] : [1, channels]);
        }

        Assert.Equal(net.parameters().Sum(parameter => parameter.numel()), summary.FreeParameters);
        Assert.Equal(summary.FreeParameters, summary.ExpandedParameters);
        Assert.Equal((169 * 8 * 27) + (16 * 6 * 36) + (24 * 10), summary.MultiplyAdds);
        Assert.Equal(
            ["3 / 2", "3 / 2", "3 / 2", "5 / 4", "13 / 4", "17 / 8", "all", "all", "all"],
            summary.Layers.Select(layer => $"{layer.Field}"));
        Assert.Null(summary.Certificate);
    }

    [Theory]
    [InlineData(1, 1, "11 / 9")]
    [InlineData(3, 3, "5 / 3")]
    [InlineData(2, 4, "7 x 5 / 4.5 x 2.25")]
    public void Adaptive_pooling_makes_the_size_that_is_asked_for(int rows, int columns, string field)
    {
        using TorchSharp.Modules.Sequential net = nn.Sequential(
            nn.Conv2d(1, 2, 3, padding: 1), nn.AdaptiveAvgPool2d([rows, columns]), nn.AdaptiveMaxPool2d([rows, columns]));
        var summary = Summary.For(net, 1, 9, 9);
        Assert.All(summary.Layers.Skip(1), layer => Assert.Equal(new ImageSize(rows, columns), layer.Output));
        Assert.Equal([1, 2, rows, columns], net.call(zeros(1, 1, 9, 9)).shape);
        Assert.Equal(field, $"{summary.Layers[1].Field}");
        Assert.Equal(81 * 18, summary.MultiplyAdds);
    }

    [Fact]
    public void Paths_are_those_of_the_state_dict()
    {
        using TorchSharp.Modules.Sequential net = nn.Sequential(
            ("body", nn.Sequential(nn.ReLU(), nn.Conv2d(1, 2, 3))), ("head", nn.Conv2d(2, 1, 1)));
        var summary = Summary.For(net, 1, 9, 9);
        Assert.Equal(["body.0", "body.1", "head"], summary.Layers.Select(layer => layer.Path));
        Assert.All(
            summary.Layers.Where(layer => layer.FreeParameters > 0),
            layer => Assert.Contains($"{layer.Path}.weight", net.state_dict().Keys));
    }

    [Fact]
    public void A_classifier_behind_an_equivariant_part_keeps_its_certificate()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 3), fields = FieldType.Regular(PlaneGroup.P4m, 2);
        EquivariantSequential features = new(
            new Convolution(image, fields, Stencil.Square(3), stride: 2), new GroupPooling(fields),
            new SpatialPooling(FieldType.Trivial(PlaneGroup.P4m, 2)));
        var summary = Summary.For(nn.Sequential(features, nn.Linear(2, 4)), 8, 8);
        Assert.Equal(["0.0", "0.1", "0.2", "1"], summary.Layers.Select(layer => layer.Path));
        Assert.Equal(Certificate.For(features, 8, 8).Elements, summary.Certificate!.Elements);
        Assert.Contains("Layer 0, p4m on 8 x 8: exact under ", $"{summary}", StringComparison.Ordinal);
        Assert.Contains("First offender: 0.0 Convolution, rows and columns: ", $"{summary}", StringComparison.Ordinal);
        Assert.Contains("Exact with input 9 x 9, or input 7 x 7.", $"{summary}", StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_a_module_that_is_not_known_only_parameters_are_counted()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P4, 1);
        using TorchSharp.Modules.Sequential net = nn.Sequential(
            new Unknown(), nn.Conv2d(1, 2, 3), new Convolution(image, image, Stencil.Square(3)));
        var summary = Summary.For(net, 9, 9);
        Assert.Equal([null, null, null], summary.Layers.Select(layer => layer.Output));
        Assert.Equal([5, 20, 4], summary.Layers.Select(layer => layer.FreeParameters));
        Assert.Null(summary.MultiplyAdds);
        Assert.Contains("unknown", $"{summary}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        FieldType image = FieldType.Trivial(PlaneGroup.P4, 3);
        using Convolution layer = new(image, image, Stencil.Square(5));
        Messages.Say<ArgumentException>(() => Summary.For(layer, 7), "Summary: [7] is no shape of images; give height and width");
        Messages.Say<ArgumentException>(() => Summary.For(layer, 7, 0), "[7, 0]");
        Messages.Say<ArgumentOutOfRangeException>(
            () => Summary.For(layer, 16_385, 7), "Summary: images of at most 16384 x 16384 are possible; 16385 x 7 were given.", "'shape'");
        Messages.Say<ArgumentOutOfRangeException>(() => Summary.For(layer, int.MaxValue, int.MaxValue), "2147483647 x 2147483647", "'shape'");
        using Convolution hexagonal = new(FieldType.Trivial(PlaneGroup.P6, 1), FieldType.Trivial(PlaneGroup.P6, 1), Stencil.Hexagon(1));
        Messages.Say<ArgumentException>(() => Summary.For(hexagonal, 4, 4), "square of odd side; a summary was asked for 4 x 4", "'shape'");
        Messages.Say<ArgumentException>(() => Summary.For(layer, 1, 1, 3, 7, 7), "[1, 1, 3, 7, 7]");
        Messages.Say<ArgumentException>(
            () => Summary.For(layer, 1, 2, 7, 7), "Summary: 2 channels arrive at Convolution, whose input type", "has 3.");
        Messages.Say<ArgumentException>(() => Summary.For(layer, 3, 3), "Convolution", "no room for windows of 5 x 5");
        Messages.Say<ArgumentException>(() => Summary.For(nn.Conv2d(3, 2, 3), 2, 7, 7), "Summary: Conv2d takes 3 channels; 2 arrive.");
        Messages.Say<ArgumentException>(
            () => Summary.For(nn.Conv2d(3, 2, 5), 3, 3), "Summary: Conv2d: an image of 3 x 3", "no room for windows of 5 x 5");
        Messages.Say<ArgumentException>(
            () => Summary.For(nn.Sequential(nn.Flatten(), nn.MaxPool2d(2)), 3, 3),
            "Summary: MaxPool2d at 1 takes images; what arrives has no positions", "'shape'");
        Messages.Say<ArgumentException>(
            () => Summary.For(nn.Sequential(("body", nn.Sequential(("stem", layer))), ("head", nn.Conv2d(2, 1, 1))), 3, 9, 9),
            "Summary: Conv2d at head takes 2 channels; 3 arrive.", "'shape'");
    }

    private sealed class Unknown : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Parameter numbers = nn.Parameter(zeros(5));

        public Unknown()
            : base(nameof(Unknown)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input + numbers.sum();
    }
}
