using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;

namespace GCnn.Augment.Tests;

public class RandomWarpLaws
{
    private static readonly FieldType Colours = FieldType.Trivial(PlaneGroup.P4m, 3);

    /// <summary>Elements of p4m as angle and flip: <c>r^k s</c> is first the flip, then <c>k</c> quarter turns.</summary>
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(90, 1, false)]
    [InlineData(180, 2, false)]
    [InlineData(270, 3, false)]
    [InlineData(-90, 3, false)]
    [InlineData(0, 4, true)]
    [InlineData(90, 5, true)]
    [InlineData(180, 6, true)]
    [InlineData(270, 7, true)]
    public void Quarter_turns_and_flips_equal_the_exact_elements(double degrees, int element, bool flip)
    {
        foreach (int side in new[] { 33, 32 })
        {
            torch.Tensor images = Examples.Images(1, side, side);
            torch.Tensor warped = Warp(new(), images, new(degrees, Flip: flip));
            Assert.InRange(Examples.Distance(images.Transform(Colours, element), warped), 0, 1e-4);
        }
    }

    [Fact]
    public void The_opposite_angle_is_rejected()
    {
        torch.Tensor images = Examples.Images(1, 33, 33);
        Assert.True(Examples.Distance(images.Transform(Colours, 1), Warp(new(), images, new(-90))) > 0.5);
    }

    [Fact]
    public void Without_ranges_the_warp_is_the_identity()
    {
        RandomWarp warp = new();
        torch.Tensor images = Examples.Images(2, 9, 9);
        Assert.InRange(Examples.Distance(images, warp.Apply(images, [.. Examples.Streams(2).Select(warp.Draw)])), 0, 1e-5);
    }

    [Theory]
    [InlineData(5, 0, 90, 1, 0, 0, false, 0, -5)]
    [InlineData(5, 0, 90, 2, 0, 0, false, 0, -10)]
    [InlineData(5, 0, 90, 2, 3, 1, false, 3, -9)]
    [InlineData(5, 2, 0, 1, 0, 0, true, -5, 2)]
    [InlineData(5, 2, 90, 1, 0, 0, true, 2, 5)]
    [InlineData(5, 0, 30, 1, 0, 0, false, 4.330127, -2.5)]
    [InlineData(4, -4, 0, 0.5, 6, 0, false, 8, -2)]
    public void A_spot_goes_where_flip_then_rotation_then_scale_then_shift_take_it(
        double x, double y, double degrees, double scale, double shiftX, double shiftY, bool flip, double toX, double toY)
    {
        torch.Tensor warped = Warp(new(), Examples.Blob(65, x, y), new(degrees, scale, shiftX, shiftY, flip));
        Assert.InRange(Examples.Distance(Examples.Blob(65, toX, toY, 3 * scale), warped), 0, 0.03);
    }

    [Fact]
    public void Shift_before_rotation_is_rejected()
    {
        // Were the shift first, the spot at the centre would go right by 6 and then turn up.
        torch.Tensor warped = Warp(new(), Examples.Blob(65, 0, 0), new(90, 1, 6, 0));
        Assert.InRange(Examples.Distance(Examples.Blob(65, 6, 0), warped), 0, 0.03);
        Assert.True(Examples.Distance(Examples.Blob(65, 0, -6), warped) > 0.5);
    }

    [Fact]
    public void A_crop_in_the_same_resample_equals_the_middle_of_the_whole()
    {
        torch.Tensor images = Examples.Images(1, 33, 35, torch.ScalarType.Float64);
        WarpParameters parameters = new(37, 1.1, 0.5, -1.25, true);
        torch.Tensor cropped = Warp(new() { OutputSize = (17, 15) }, images, parameters);
        torch.Tensor middle = Warp(new(), images, parameters).narrow(2, 8, 17).narrow(3, 10, 15);
        Assert.InRange(Examples.Distance(middle, cropped), 0, 1e-12);
    }

    [Fact]
    public void An_enlarged_output_keeps_the_centre()
    {
        torch.Tensor images = Examples.Images(1, 7, 7, torch.ScalarType.Float64);
        torch.Tensor padded = Warp(new() { OutputSize = (11, 11) }, images, new(0));
        Assert.InRange(Examples.Distance(images, padded.narrow(2, 2, 7).narrow(3, 2, 7)), 0, 1e-12);
        Assert.Equal(0, padded.select(2, 0).abs().max().item<double>());
    }

    [Theory]
    [InlineData(WarpPadding.Zeros, 0, 0)]
    [InlineData(WarpPadding.Border, 1, 1)]
    [InlineData(WarpPadding.Reflection, 2, 1)]
    public void Beyond_the_border_is_what_the_padding_says(WarpPadding padding, double first, double second)
    {
        torch.Tensor row = torch.tensor([1d, 2, 3, 4, 5]).reshape(1, 1, 1, 5);
        double[] shifted = Warp(new() { Padding = padding }, row, new(0, 1, 2)).data<double>().ToArray();
        double[] expected = [first, second, 1, 2, 3];
        Assert.All(shifted.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Draws_fill_their_ranges_with_the_stated_distributions()
    {
        RandomWarp warp = new() { Degrees = new(-30, 90), Scale = new(0.5, 2), Shift = new(-4, 4), Flip = true };
        WarpParameters[] drawn = [.. Examples.Streams(4000).Select(stream => Assert.IsType<WarpParameters>(warp.Draw(stream)))];
        Fills(drawn.Select(p => p.Degrees), -30, 90, 30);
        Fills(drawn.Select(p => Math.Log2(p.Scale)), -1, 1, 0);
        Fills(drawn.Select(p => p.ShiftX), -4, 4, 0);
        Fills(drawn.Select(p => p.ShiftY), -4, 4, 0);
        Assert.InRange(drawn.Count(p => p.IsReflection), 1880, 2120);
        Assert.All(drawn, p => Assert.Equal(p.Flip, p.IsReflection));
    }

    [Fact]
    public void A_range_changes_no_other_draw()
    {
        RandomWarp narrow = new() { Shift = new(-4, 4) };
        RandomWarp wide = narrow with { Degrees = new(0, 360), Scale = new(0.5, 2), Flip = true };
        var a = (WarpParameters)narrow.Draw(new(1, 2, 3));
        var b = (WarpParameters)wide.Draw(new(1, 2, 3));
        Assert.Equal((a.ShiftX, a.ShiftY), (b.ShiftX, b.ShiftY));
    }

    [Fact]
    public void Is_equal_by_its_ranges()
    {
        Assert.Equal(new RandomWarp { Degrees = new(0, 90) }, new RandomWarp { Degrees = new(0, 90) });
        Assert.NotEqual(new RandomWarp { Degrees = new(0, 90) }, new RandomWarp { Degrees = new(0, 91) });
    }

    private static void Fills(IEnumerable<double> values, double low, double high, double mean)
    {
        double[] all = [.. values];
        double width = high - low;
        Assert.InRange(all.Min(), low, low + (0.01 * width));
        Assert.InRange(all.Max(), high - (0.01 * width), high);
        Assert.InRange(all.Average(), mean - (0.02 * width), mean + (0.02 * width));
    }

    private static torch.Tensor Warp(RandomWarp warp, torch.Tensor images, WarpParameters parameters) => warp.Apply(images, [parameters]);
}
