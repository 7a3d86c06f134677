using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>The plain modules that TorchSharp does not have, each by its definition.</summary>
public class PlainModuleLaws
{
    [Fact]
    public void Branches_are_added_multiplied_and_joined()
    {
        Tensor x = IntegerTensors.Random(1, 2, 3, 4, 5);
        nn.Module<Tensor, Tensor> mean = nn.AdaptiveAvgPool2d([1L, 1L]), square = new PlainPower(2);
        Tensor means = x.mean([2, 3], keepdim: true);
        Assert.True(Examples.Same(x + x.pow(2) + means, new PlainSum(nn.Identity(), square, mean).call(x)));
        Assert.True(Examples.Same(x * x.pow(2) * means, new PlainProduct(nn.Identity(), square, mean).call(x)));
        Assert.True(Examples.Same(cat([x, x.pow(2)], 1), new PlainConcatenation(nn.Identity(), square).call(x)));
        PlainSum nested = new(nn.Conv2d(3, 3, 1), new PlainProduct(nn.Conv2d(3, 3, 1), nn.Identity()));
        Assert.Equal(["0.bias", "0.weight", "1.0.bias", "1.0.weight"], nested.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, nested.Branches.Count);
        Messages.Say<ArgumentException>(() => new PlainSum(), "PlainSum joins", "0 were given");
        Messages.Say<ArgumentException>(() => new PlainConcatenation(nn.Identity(), null!), "PlainConcatenation joins", "none of them null");
    }

    [Fact]
    public void The_largest_of_neighbouring_channels_wins_and_ties_share()
    {
        Tensor x = tensor([3.0, 1, 3, 0, 0, 0, -1, -2, -3], [1, 9, 1, 1]);
        Assert.Equal([0.5, 0, 0.5, 1.0 / 3, 1.0 / 3, 1.0 / 3, 1, 0, 0], new PlainWinners(3).call(x).data<double>().ToArray());
        Messages.Say<ArgumentException>(() => new PlainWinners(2).call(x), "compares 2 channels", "9 are no multiple");
        Messages.Say<ArgumentOutOfRangeException>(() => new PlainWinners(0), "at least 1");
    }

    [Fact]
    public void Frames_centre_windows_on_every_size()
    {
        foreach ((int kernel, int padding, int stride, int side) in
            from reach in Enumerable.Range(0, 3)
            let kernel = (2 * reach) + 1
            from padding in Enumerable.Range(-1, 4)
            from stride in Enumerable.Range(1, 4)
            from side in Enumerable.Range(3, 5)
            where (2 * side) + 1 + (2 * padding) >= kernel
            select (kernel, padding, stride, (2 * side) + 1))
        {
            PlainFrame frame = new((kernel, padding), (kernel, padding), stride);
            long added = frame.AddedTo(side, side).Rows, left = side + (2 * added) - kernel;
            Assert.Equal((0, added), (left % (2 * stride), frame.AddedTo(side, side).Columns));
            Assert.InRange(padding - added, 0, stride - 1);
            Assert.Equal(side + (2 * added), frame.call(ones(1, 1, side, side)).size(2));
        }

        PlainFrame odd = new((3, 0), (5, 1), 2);
        Assert.Equal(((3, 0), (5, 1), 2), (odd.Rows, odd.Columns, odd.Stride));
        Messages.Say<ArgumentException>(() => odd.call(ones(1, 1, 2, 9)), "[1, 1, 2, 9]", "3 x 5", "larger image");
        Messages.Say<ArgumentOutOfRangeException>(() => new PlainFrame((3, 1), (3, 1), 0), "stride is 0");
        Messages.Say<ArgumentOutOfRangeException>(() => new PlainFrame((0, 1), (3, 1), 1), "rows is 0");
        Messages.Say<ArgumentOutOfRangeException>(() => new PlainFrame((3, 1), (0, 1), 1), "columns is 0");
    }

    [Fact]
    public void Hexagons_are_masked_with_any_margin_and_value()
    {
        Tensor x = IntegerTensors.Random(1, 2, 3, 9, 9) + 10;
        Assert.True(Examples.Same(x.MaskToHexagon(), new PlainHexagon().call(x)));
        Tensor y = new PlainHexagon(1, -7).call(x), inner = y.narrow(2, 1, 7).narrow(3, 1, 7);
        Assert.True(Examples.Same(x.narrow(2, 1, 7).narrow(3, 1, 7).MaskToHexagon(), inner.MaskToHexagon()));
        Assert.Equal(6 * (81 - new HexagonalDomain(3).Count), y.eq(-7).sum().ToInt64());
        Messages.Say<ArgumentException>(() => new PlainHexagon(5).call(x), "margin of 5", "9 x 9");
        Messages.Say<ArgumentException>(() => new PlainHexagon().call(ones(1, 1, 4, 4)), "odd side");
        Messages.Say<ArgumentOutOfRangeException>(() => new PlainHexagon(-1), "margin is -1");
    }

    [Fact]
    public void Windows_tell_their_pixels_and_weights()
    {
        PlainWindows windows = (PlainWindows)PlainNet.Of(new MaxPooling(FieldType.Regular(PlaneGroup.P6m, 1), 3, 2)).children().First();
        PixelWindows of = windows.WindowsOf(7, 7);
        Assert.Equal((PoolingKind.Max, 3, 3, 7, 63), (windows.Kind, of.Rows, of.Columns, of.Weights.Count, of.Sources.Count));

        // The middle window is the middle cell and its six neighbours; the first one lies outside but for few cells.
        Assert.Equal([17, 18, 23, 24, 25, 30, 31], of.Sources.Chunk(9).Select(place => place[4]));
        Assert.All(of.Sources, source => Assert.InRange(source, 0, 49));
        Messages.Say<ArgumentException>(() => windows.WindowsOf(1, 1), "MaxPooling", "radius 0 has no room", "larger image");
        PlainWindows adaptive = (PlainWindows)PlainNet.Of(new AdaptivePooling(FieldType.Trivial(PlaneGroup.P6m, 1), 5)).children().First();
        Messages.Say<ArgumentException>(() => adaptive.WindowsOf(3, 3), "AdaptivePooling", "radius 1 has no room");
    }

    [Fact]
    public void Discs_and_attention_tell_their_constants()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4m, 1);
        PlainDisc disc = (PlainDisc)PlainNet.Of(new DiscMask(type));
        Assert.Equal([0, 1, 0, 1, 1, 1, 0, 1, 0], disc.WeightsOf(3, 3));
        SelfAttention attention = Exports.Random(new SelfAttention(type, reach: 1));
        PlainAttention plain = (PlainAttention)PlainNet.Of(attention).children().First();
        Tensor added = plain.Added(2, 3, ones(1)), table = plain.get_parameter("biases")!;
        Assert.Equal([1, 6, 6], added.shape);
        Assert.Equal(1, plain.Heads);
        Assert.Equal(table[0, 1, 2].item<float>(), added[0, 0, 1].item<float>());
        Assert.Equal(0, added[0, 0, 2].item<float>());
    }
}
