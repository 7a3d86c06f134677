using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>What a refusal says: what was given, what was needed and the likely fix.</summary>
public class ConvolutionMessages
{
    private static readonly FieldType Scalar = FieldType.Trivial(PlaneGroup.P4, 1);
    private static readonly FieldType Regular = FieldType.Regular(PlaneGroup.P4, 3);

    [Fact]
    public void A_wrong_channel_count() => Says<ArgumentException>(
        () => New().call(zeros(2, 3, 5, 5)), "Convolution", "channel axis is 3", "[2, 3, 5, 5]", "p4: 1 trivial needs 1");

    [Fact]
    public void Three_axes() => Says<ArgumentException>(() => New().call(zeros(1, 5, 5)), "3 axes", "needs 4", "unsqueeze(0)");

    [Fact]
    public void Types_of_different_groups() => Says<ArgumentException>(
        () => new Convolution(Scalar, FieldType.Regular(PlaneGroup.P4m, 1), Stencil.Square(3)),
        "p4: 1 trivial", "p4m: 1 regular", "different plane groups");

    [Fact]
    public void A_stencil_that_is_not_closed() => Says<ArgumentException>(
        () => new Convolution(Scalar, Regular, Stencil.Rectangle(1, 3)), "1 x 3 stencil", "not closed under p4", "Choose a square");

    [Fact]
    public void An_image_smaller_than_the_filter() => Says<ArgumentException>(
        () => New(dilation: 2).call(zeros(1, 1, 4, 9)), "4 x 9", "padding 0", "5 x 5", "smaller stencil");

    [Fact]
    public void An_image_too_small_to_be_reflected() => Says<ArgumentException>(
        () => New(padding: 4, mode: PaddingModes.Reflect).call(zeros(1, 1, 4, 9)), "4 x 9", "Reflect", "padding 4", "at most 3");

    [Fact]
    public void An_image_too_small_to_be_wrapped() => Says<ArgumentException>(
        () => New(padding: 5, mode: PaddingModes.Circular).call(zeros(1, 1, 4, 9)), "4 x 9", "Circular", "padding 5", "at most 4");

    [Fact]
    public void Numbers_out_of_range()
    {
        Says<ArgumentOutOfRangeException>(() => New(stride: 0), "stride", "at least 1", "0");
        Says<ArgumentOutOfRangeException>(() => New(padding: -1), "padding", "at least 0", "-1");
        Says<ArgumentOutOfRangeException>(() => New(dilation: 0), "dilation", "at least 1", "0");
        Says<ArgumentOutOfRangeException>(() => New(mode: (PaddingModes)17), "17", "Zeros");
    }

    [Fact]
    public void Nothing_at_all()
    {
        Assert.Throws<ArgumentNullException>(() => new Convolution(null!, Regular, Stencil.Square(3)));
        Assert.Throws<ArgumentNullException>(() => new Convolution(Scalar, null!, Stencil.Square(3)));
        Assert.Throws<ArgumentNullException>(() => new Convolution(Scalar, Regular, (Stencil)null!));
        Assert.Throws<ArgumentNullException>(() => HeInitialization.Normal(null!));
    }

    private static void Says<T>(Func<object?> act, params string[] parts)
        where T : ArgumentException => Messages.Say<T>(act, parts);

    private static Convolution New(int stride = 1, int padding = 0, int dilation = 1, PaddingModes mode = PaddingModes.Zeros) =>
        new(Scalar, Regular, Stencil.Square(3), stride, padding, dilation, paddingMode: mode);
}
