using static TorchSharp.torch;

namespace GCnn.Augment.Tests;

public class CropAndPadLaws
{
    [Theory]
    [InlineData(5, 4, 1, 2)]
    [InlineData(4, 4, 1, 2)]
    [InlineData(7, 8, 0, 0)]
    public void The_centre_is_cut_out_pixel_by_pixel(int rows, int columns, int top, int left)
    {
        Tensor images = Examples.Images(2, 7, 8);
        Tensor cropped = new CentreCrop(rows, columns).Apply(images, [new NoParameters(), new NoParameters()]);
        Assert.True(Examples.Same(images.narrow(2, top, rows).narrow(3, left, columns), cropped));
    }

    [Fact]
    public void Each_window_of_a_random_crop_is_as_likely_and_is_what_its_placement_says()
    {
        RandomCrop crop = new(5, 6);
        ImageSize before = new(7, 8);
        Placement[] placed = [.. Examples.Streams(5400).Select(stream => crop.Place(crop.Draw(stream), before))];
        int[] windows = [.. placed.Select(p => (int)(((p.Map.E + 1) * 3) + p.Map.F + 1))];

        // The 99.9 % point of chi-square with 8 degrees of freedom is 26.1.
        Assert.True(Examples.ChiSquare(windows, 9) < 26.1);
        Assert.True(Examples.ChiSquare(windows.Select(w => w == 8 ? 0 : w), 9) > 26.1);
    }

    [Fact]
    public void A_random_crop_equals_the_warp_by_its_placement()
    {
        Tensor image = Examples.Images(1, 7, 10);
        RandomCrop crop = new(4, 5);
        foreach (SampleStream stream in Examples.Streams(30))
        {
            StepParameters drawn = crop.Draw(stream);
            Placement placement = crop.Place(drawn, new(7, 10));
            Tensor warped = new FixedWarp(placement.Map, placement.After).Apply(image, [new NoParameters()]);
            Assert.True(Examples.Same(warped, crop.Apply(image, [drawn])));
        }
    }

    [Theory]
    [InlineData(WarpPadding.Zeros, new double[] { 0, 0, 1, 2, 3, 0 })]
    [InlineData(WarpPadding.Border, new double[] { 1, 1, 1, 2, 3, 3 })]
    [InlineData(WarpPadding.Reflection, new double[] { 2, 1, 1, 2, 3, 3 })]
    public void A_pad_adds_what_its_rule_says(WarpPadding padding, double[] expected)
    {
        Tensor row = tensor(new double[] { 1, 2, 3 }).reshape(1, 1, 1, 3);
        Pad pad = new(2, 0, 1, 0) { Padding = padding };
        Assert.Equal(expected, pad.Apply(row, [new NoParameters()]).data<double>().ToArray());
        Tensor column = row.permute(0, 1, 3, 2).contiguous();
        Tensor padded = (pad with { Left = 0, Top = 2, Right = 0, Bottom = 1 }).Apply(column, [new NoParameters()]);
        Assert.Equal(expected, padded.contiguous().data<double>().ToArray());
    }

    [Theory]
    [InlineData(WarpPadding.Zeros)]
    [InlineData(WarpPadding.Border)]
    [InlineData(WarpPadding.Reflection)]
    public void A_pad_equals_the_warp_by_its_placement(WarpPadding padding)
    {
        Tensor image = Examples.Images(1, 4, 5);
        Pad pad = new(11, 3, 2, 9) { Padding = padding };
        Placement placement = pad.Place(new NoParameters(), new(4, 5));
        Tensor warped = new FixedWarp(placement.Map, placement.After) { Padding = padding }.Apply(image, [new NoParameters()]);
        Assert.True(Examples.Same(warped, pad.Apply(image, [new NoParameters()])));
    }

    [Fact]
    public void A_crop_undoes_a_pad()
    {
        Tensor image = Examples.Images(1, 4, 5);
        Pipeline both = new(Pad.Around(3, WarpPadding.Border), new CentreCrop(4, 5));
        Parameters drawn = both.Draw(new(0, 0, 0));
        Assert.True(Examples.Same(image, both.Apply(image, [drawn])));
        Assert.Equal(Placement.Unmoved(new(4, 5)), both.Place(drawn, new(4, 5)));
    }
}
