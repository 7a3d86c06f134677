using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Encoders and decoders whose samples go back to where they came from: image to image nothing moves at all.</summary>
public class PolyphaseDecoderLaws
{
    private static readonly PlaneGroup G = PlaneGroup.P4m;
    private static readonly FieldType Image = FieldType.Trivial(G, 1), Fields = FieldType.Regular(G, 1);

    [Fact]
    public void An_encoder_and_decoder_commutes_with_every_shift_and_point_element()
    {
        using PolyphaseSampling first = new(Fields), second = new(Fields);
        using EquivariantSequential net = new EquivariantSequential(
            Circular(Image, Fields), PointwiseNonlinearity.ReLU(Fields), first,
            Circular(Fields, Fields), PointwiseNonlinearity.ReLU(Fields), second,
            Circular(Fields, Fields),
            new PolyphaseUpsampling(Fields, second), Circular(Fields, Fields),
            new PolyphaseUpsampling(Fields, first), Circular(Fields, Image)).WithIntegers(size: 1);
        Assert.True(Torus.Commutes(net.call, Image, Image, Laws.Input(Image, 8, 12)));
    }

    [Theory]
    [InlineData(2, 8, 12)]
    [InlineData(3, 27, 27)]
    [InlineData(4, 16, 16)]
    public void A_U_net_with_skip_connections_commutes_with_every_shift_and_point_element(int stride, int rows, int columns)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Laws.Input(Image, rows, columns, 1);
        Assert.True(Torus.Commutes(y => UNet(y, stride, (input, sampling) => sampling.Choose(input)), Image, Image, x));

        // The twin samples at the first phase, whatever the image.
        Assert.False(Torus.Commutes(
            y => UNet(y, stride, (input, _) => new PolyphaseChoice([0], (int)input.size(2), (int)input.size(3))), Image, Image, x));
    }

    [Fact]
    public void Zeros_put_at_a_fixed_phase_are_refused()
    {
        using PolyphaseSampling sampling = new(Fields);
        using PolyphaseUpsampling upsampling = new(Fields, sampling);
        Tensor x = Laws.Input(Fields, 8, 12);
        Assert.True(Torus.Commutes(y => upsampling.call(sampling.call(y)), Fields, Fields, x));
        Assert.False(Torus.Commutes(
            y => upsampling.Upsample(sampling.call(y), new PolyphaseChoice([0, 0], (int)y.size(2), (int)y.size(3))), Fields, Fields, x));
    }

    private static Convolution Circular(FieldType input, FieldType output) => new Convolution(
        input, output, Stencil.Square(3), padding: 1, bias: false, paddingMode: PaddingModes.Circular).WithIntegers(size: 1);

    /// <summary>Down once, up once, and what was before beside what comes back.</summary>
    private static Tensor UNet(Tensor image, int stride, Func<Tensor, PolyphaseSampling, PolyphaseChoice> choose)
    {
        using PolyphaseSampling down = new(Fields, stride);
        using PolyphaseUpsampling up = new(Fields, down);
        using Convolution before = Circular(Image, Fields), below = Circular(Fields, Fields), after = Circular(Fields + Fields, Image);
        Tensor fine = before.call(image).relu();
        PolyphaseChoice choice = choose(fine, down);
        Tensor coarse = below.call(down.Sample(fine, choice)).relu();
        return after.call(new FieldConcatenation(Fields, Fields).Join(up.Upsample(coarse, choice), fine));
    }
}
