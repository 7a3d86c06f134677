using GCnn.Groups;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What convolutions become, in every padding mode.</summary>
public class ConvolutionExport
{
    public static TheoryData<PaddingModes> Modes => [.. Enum.GetValues<PaddingModes>()];

    private static IEnumerable<FieldType> Types =>
    [
        FieldType.Regular(PlaneGroup.P4m, 2), GroupedConvolutionLaws.Repeated(GroupedConvolutionLaws.Irreducible(PlaneGroup.P4), 2),
        FieldType.Regular(PlaneGroup.Cyclic(8), 2),
    ];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Convolutions_become_one_Conv2d(PaddingModes mode)
    {
        foreach (FieldType type in Types)
        {
            using Convolution convolution = Exports.Random(new Convolution(type, type, Stencil.Square(3), 2, 1, 1, true, mode, groups: 2));
            Assert.IsType<Conv2d>(PlainNet.Of(convolution));
            Exports.AreSame(convolution, Exports.Images(type));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Separable_convolutions_become_two(PaddingModes mode)
    {
        foreach (FieldType type in Types)
        {
            using SeparableConvolution separable = Exports.Random(
                new SeparableConvolution(type, type, Stencil.Square(3), 1, 1, 1, true, mode));
            Assert.Equal(2, PlainNet.Of(separable).children().OfType<Conv2d>().Count());
            Exports.AreSame(separable, Exports.Images(type));
        }
    }

    [Fact]
    public void Transposed_convolutions_and_linear_layers_become_one_module()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        Assert.IsType<ConvTranspose2d>(PlainNet.Of(new TransposedConvolution(type, type, Stencil.Square(3), 2, 1)));
        Assert.IsType<TorchSharp.Modules.Linear>(PlainNet.Of(new EquivariantLinear(type, type)));
        Assert.IsType<TorchSharp.Modules.Linear>(PlainNet.Of(new EquivariantLinear(
            FieldType.Regular(PlaneGroup.P6m, 2), FieldType.Regular(PlaneGroup.P6m, 2))));
    }

    [Fact]
    public void On_hexagons_a_mask_follows_and_a_frame_stands_before_strides()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 1);
        Assert.Equal(["Conv2d", "PlainHexagon"], Kinds(new Convolution(type, type, Stencil.Hexagon(1), padding: 1)));
        Assert.Equal(["PlainFrame", "Conv2d", "PlainHexagon"], Kinds(new Convolution(type, type, Stencil.Hexagon(1), 2, 1)));
        Assert.Equal(["ConvTranspose2d", "PlainHexagon"], Kinds(new TransposedConvolution(type, type, Stencil.Hexagon(1), 2, 1)));
        Assert.Equal(
            ["ConvTranspose2d", "ZeroPad2d", "Conv2d", "PlainHexagon"],
            Kinds(new TransposedConvolution(type, type, Stencil.Hexagon(1), 3, 0, outputPadding: 2)));
    }

    [Fact]
    public void Of_masks_with_nothing_between_that_reads_other_positions_the_last_is_left()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 1);
        Convolution Window() => new(type, type, Stencil.Hexagon(1), padding: 1);
        Assert.Equal(
            ["Conv2d", "BatchNorm2d", "Conv2d", "Sigmoid", "PlainHexagon", "Conv2d", "PlainHexagon", "ReLU"],
            Kinds(new EquivariantSequential(
                Window(), new FieldBatchNorm(type), new Convolution(type, type, Stencil.Square(1)), PointwiseNonlinearity.Sigmoid(type),
                Window(), PointwiseNonlinearity.ReLU(type))));
        Assert.Equal(
            ["Conv2d", "PlainHexagon", "PlainHexagon"], Kinds(new EquivariantSequential(Window(), new HexagonalMask(type, 1))));
    }

    [Fact]
    public void Every_radius_stride_padding_and_dilation_on_hexagons_gives_the_same()
    {
        manual_seed(1);
        FieldType type = FieldType.Trivial(PlaneGroup.P6m, 1);
        foreach ((int stride, int padding, int dilation) in
            from stride in Enumerable.Range(1, 4)
            from padding in Enumerable.Range(0, 4)
            from dilation in Enumerable.Range(1, 2)
            select (stride, padding, dilation))
        {
            using Convolution layer = Exports.Random(new Convolution(type, type, Stencil.Hexagon(1), stride, padding, dilation));
            using nn.Module<Tensor, Tensor> plain = PlainNet.Of(layer);
            for (int radius = 2; radius <= 7; radius++)
            {
                Exports.AreSame(layer, plain, Hexagons.Input(type, radius).to(ScalarType.Float32), 1e-5);
            }
        }
    }

    [Fact]
    public void Without_a_bias_there_is_none()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        Assert.Null(((Conv2d)PlainNet.Of(new Convolution(type, type, Stencil.Square(3), bias: false))).bias);
    }

    private static IEnumerable<string> Kinds(EquivariantModule layer) =>
        PlainNet.Of(layer).children().Select(module => module.GetType().Name);
}
