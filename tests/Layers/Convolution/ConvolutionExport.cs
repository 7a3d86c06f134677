using GCnn.Groups;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Plain modules with copies of the weights, whose outputs are those of the layer.</summary>
public class ConvolutionExport
{
    public static TheoryData<PaddingModes> Modes => [.. Enum.GetValues<PaddingModes>()];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Convolutions_become_one_Conv2d(PaddingModes mode)
    {
        foreach (FieldType type in Types)
        {
            using Convolution convolution = Biased(new Convolution(type, type, Stencil.Square(3), 2, 1, 1, true, mode, groups: 2));
            using nn.Module<Tensor, Tensor> plain = convolution.Export();
            Assert.IsType<Conv2d>(plain);
            AreSame(convolution, plain, randn(2, type.Channels, 6, 7));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Separable_convolutions_become_two(PaddingModes mode)
    {
        foreach (FieldType type in Types)
        {
            using SeparableConvolution separable = Biased(new SeparableConvolution(type, type, Stencil.Square(3), 1, 1, 1, true, mode));
            using nn.Module<Tensor, Tensor> plain = separable.Export();
            Assert.All(plain.children(), child => Assert.IsType<Conv2d>(child));
            AreSame(separable, plain, randn(2, type.Channels, 6, 7));
            AreSame(separable.Planar, separable.Planar.Export(), randn(2, type.Channels, 6, 7));
        }
    }

    [Fact]
    public void Transposed_convolutions_become_ConvTranspose2d()
    {
        foreach (FieldType type in Types)
        {
            using TransposedConvolution transposed = Biased(
                new TransposedConvolution(type, type, Stencil.Square(3), 2, 1, 2, 1, groups: 2));
            using nn.Module<Tensor, Tensor> plain = transposed.Export();
            Assert.IsType<ConvTranspose2d>(plain);
            AreSame(transposed, plain, randn(2, type.Channels, 4, 5));
        }
    }

    [Fact]
    public void Linear_layers_become_Linear_of_any_group()
    {
        foreach (FieldType type in Types.Append(FieldType.Regular(PlaneGroup.P6m, 2)))
        {
            using EquivariantLinear linear = Biased(new EquivariantLinear(type, type));
            using nn.Module<Tensor, Tensor> plain = linear.Export();
            Assert.IsType<TorchSharp.Modules.Linear>(plain);
            AreSame(linear, plain, randn(3, type.Channels));
        }
    }

    [Fact]
    public void Without_a_bias_there_is_none_and_the_type_of_numbers_is_kept()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        using Convolution convolution = new Convolution(type, type, Stencil.Square(3), bias: false).WithIntegers();
        Conv2d plain = Assert.IsType<Conv2d>(convolution.Export());
        Assert.Null(plain.bias);
        Tensor x = Laws.Input(type, 5, 5);
        Assert.True(Examples.Same(convolution.call(x), plain.call(x)));
    }

    [Fact]
    public void The_export_has_weights_of_its_own()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 2);
        using Convolution convolution = new(type, type, Stencil.Square(3));
        using nn.Module<Tensor, Tensor> plain = convolution.Export();
        Tensor x = randn(1, type.Channels, 5, 5), before = plain.call(x);
        using (no_grad())
        {
            convolution.Weight.add_(1);
        }

        Assert.True(Examples.Same(before, plain.call(x)));
        Assert.ThrowsAny<Exception>(() => AreSame(convolution, plain, x));
    }

    [Fact]
    public void Hexagons_are_refused_with_the_reason()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P6m, 2);
        Stencil stencil = Stencil.Hexagon(1);
        foreach ((IExportable layer, string name) in new (IExportable, string)[]
        {
            (new Convolution(type, type, stencil), "Convolution"), (new PlanarConvolution(type, stencil), "PlanarConvolution"),
            (new SeparableConvolution(type, type, stencil), "SeparableConvolution"),
            (new TransposedConvolution(type, type, stencil), "TransposedConvolution"),
        })
        {
            Messages.Say<NotSupportedException>(() => layer.Export(), $"{name} of p6m cannot be exported", "zero", "square lattice");
        }
    }

    private static IEnumerable<FieldType> Types =>
    [
        FieldType.Regular(PlaneGroup.P4m, 2), GroupedConvolutionLaws.Repeated(GroupedConvolutionLaws.Irreducible(PlaneGroup.P4), 2),
        FieldType.Regular(PlaneGroup.Cyclic(8), 2),
    ];

    /// <summary>With biases that are not zero.</summary>
    private static T Biased<T>(T layer)
        where T : EquivariantModule
    {
        using IDisposable noGrad = no_grad();
        foreach ((string name, Parameter parameter) in layer.named_parameters())
        {
            if (name.EndsWith("bias", StringComparison.Ordinal))
            {
                parameter.normal_();
            }
        }

        return layer;
    }

    private static void AreSame(EquivariantModule layer, nn.Module<Tensor, Tensor> plain, Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        layer.eval();
        plain.eval();
        Tensor expected = layer.call(x), actual = plain.call(x);
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().ToDouble(), 0, 1e-5 * expected.abs().max().ToDouble());
    }
}
