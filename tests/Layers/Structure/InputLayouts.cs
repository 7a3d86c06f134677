using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What a layer gives depends on the values of its input, not on where in memory they stand.</summary>
public class InputLayouts
{
    private static readonly FieldType Mixed = Examples.Mixed(PlaneGroup.P4);

    private static readonly EquivariantModule[] Layers =
    [
        new Convolution(Mixed, Mixed, Stencil.Square(3), padding: 1), PointwiseNonlinearity.ReLU(Mixed), new FieldBatchNorm(Mixed),
        new FieldBatchNorm(FieldType.Trivial(PlaneGroup.P4, 3)), new FieldBatchNorm(FieldType.Regular(PlaneGroup.P4, 1)),
        new MaxPooling(Mixed, 2), new AveragePooling(Mixed, 2), new BinomialPooling(Mixed), new GroupPooling(Mixed),
        new SpatialPooling(Mixed),
        new ResidualBlock(Mixed, Mixed), new GaussianPooling(Mixed), new NormMaxPooling(Mixed, 2), new AdaptivePooling(Mixed, 3),
        new PolyphaseSampling(Mixed), new Upsampling(Mixed), new DiscMask(Mixed),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Layers.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Channels_that_stand_last_in_memory_change_nothing(int number)
    {
        EquivariantModule layer = Layers[number].WithIntegers();
        layer.eval();
        Tensor x = Laws.Input(layer.InputType, 4, 6);
        Tensor channelsLast = x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        Assert.False(channelsLast.is_contiguous());
        Assert.True(Examples.Same(layer.call(x), layer.call(channelsLast)));
        Assert.True(Examples.Same(layer.call(x), layer.call(cat([x, x], 3).narrow(3, 0, 6))));
    }
}
