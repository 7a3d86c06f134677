using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Plain modules whose outputs are those of the layers.</summary>
public class PoolingExport
{
    private static readonly FieldType Mixed = Examples.Mixed(PlaneGroup.P4m);

    private static readonly FieldType Hexagonal = FieldType.Regular(PlaneGroup.P6m, 2);

    [Fact]
    public void Each_layer_is_its_plain_modules()
    {
        manual_seed(1);
        EquivariantModule[] layers =
        [
            .. OverWindows(Mixed), new GroupPooling(Mixed), new GroupPooling(Mixed, PoolingKind.Mean),
            .. Subgroup.AllOf(PlaneGroup.P4m.PointGroup).SelectMany(k => Enum.GetValues<PoolingKind>()
                .Select(kind => new CosetPooling(FieldType.Regular(PlaneGroup.P4m, 2), k, kind))),
        ];
        Assert.All(layers, layer => AssertSame(layer, randn(2, layer.InputType.Channels, 5, 7)));
    }

    [Fact]
    public void What_acts_on_each_position_exports_on_hexagons_too()
    {
        manual_seed(1);
        EquivariantModule[] layers =
        [
            new GroupPooling(Hexagonal), new GroupPooling(Hexagonal, PoolingKind.Mean),
            new CosetPooling(Hexagonal, Subgroup.Generated(PlaneGroup.P6m.PointGroup, 2)),
        ];
        Assert.All(layers, layer => AssertSame(layer, Hexagons.Input(Hexagonal, 3).to(ScalarType.Float32)));
    }

    [Fact]
    public void The_modules_are_of_the_expected_kind()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 1);
        Assert.Equal(["Conv2d", "ReLU", "Conv2d", "ReLU", "Conv2d", "ReLU", "Conv2d"], Kinds(new GroupPooling(type).Export()));
        Assert.Equal(["Conv2d", "ConvTranspose2d"], Kinds(new Upsampling(type).Export()));
        Assert.Equal(["AdaptiveMaxPool2d", "Flatten"], Kinds(new SpatialPooling(type, PoolingKind.Max).Export()));
    }

    [Fact]
    public void Windows_on_hexagons_are_refused()
    {
        foreach (EquivariantModule layer in OverWindows(Hexagonal))
        {
            Messages.Say<NotSupportedException>(
                () => ((IExportable)layer).Export(), $"{layer.GetName()} of p6m cannot be exported", "square lattice");
        }
    }

    private static EquivariantModule[] OverWindows(FieldType type) =>
    [
        new MaxPooling(type, 3, 2, 1), new AveragePooling(type, 3, 2, 1), new BinomialPooling(type), new GaussianPooling(type, 0.8),
        new AdaptivePooling(type, 3), new AdaptivePooling(type, 3, PoolingKind.Max), new SpatialPooling(type),
        new SpatialPooling(type, PoolingKind.Max),
        .. from factor in Enumerable.Range(2, 2)
           from kind in Enum.GetValues<UpsamplingKind>()
           select new Upsampling(type, factor, kind),
    ];

    private static IEnumerable<string> Kinds(nn.Module<Tensor, Tensor> plain) => plain.children().Select(child => child.GetType().Name);

    private static void AssertSame(EquivariantModule layer, Tensor x)
    {
        using nn.Module<Tensor, Tensor> plain = ((IExportable)layer).Export();
        Assert.Equal("TorchSharp", plain.GetType().Assembly.GetName().Name);
        plain.eval();
        Tensor expected = layer.call(x), exported = plain.call(x);
        Assert.Equal(expected.shape, exported.shape);
        Assert.True(expected.allclose(exported, 1e-5, 1e-6), layer.GetName());
    }
}
