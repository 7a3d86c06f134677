using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What pooling and upsampling become.</summary>
public class PoolingExport
{
    [Theory]
    [InlineData("p4m")]
    [InlineData("p6m")]
    public void The_modules_are_of_the_expected_kind(string name)
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(name), 1);
        bool hexagons = name == "p6m";
        Assert.Equal(["Conv2d", "ReLU", "Conv2d", "ReLU", "Conv2d", "ReLU"], Kinds(new GroupPooling(type)).Take(6));
        Assert.Equal(hexagons ? ["ConvTranspose2d", "PlainHexagon"] : ["Conv2d", "ConvTranspose2d"], Kinds(new Upsampling(type)));
        Assert.Equal(
            hexagons ? ["PlainHexagon", "AdaptiveMaxPool2d", "Flatten"] : ["AdaptiveMaxPool2d", "Flatten"],
            Kinds(new SpatialPooling(type, PoolingKind.Max)));
        Assert.Equal([hexagons ? "PlainWindows" : "AdaptiveAvgPool2d", "Flatten"], Kinds(new SpatialPooling(type)));
        Assert.Equal(hexagons ? ["PlainWindows", "PlainHexagon"] : ["MaxPool2d"], Kinds(new MaxPooling(type, 3)));
        Assert.Equal(hexagons ? ["PlainFrame", "Conv2d", "PlainHexagon"] : ["Conv2d"], Kinds(new BinomialPooling(type)));
    }

    private static IEnumerable<string> Kinds(EquivariantModule layer)
    {
        nn.Module<Tensor, Tensor> plain = PlainNet.Of(layer);
        return plain.children().DefaultIfEmpty(plain).Select(module => module.GetType().Name);
    }
}
