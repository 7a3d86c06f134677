using FsCheck;
using FsCheck.Fluent;

namespace GCnn.Images.Tests;

public sealed class CentreResizeLaws
{
    private static readonly Gen<(int Width, int Height, int Size, int Percent, int Seed)> Cases =
        from width in Gen.Choose(1, 40)
        from height in Gen.Choose(1, 40)
        from size in Gen.Choose(1, 24)
        from percent in Gen.Choose(1, 100)
        from seed in Gen.Choose(0, int.MaxValue)
        select (width, height, size, percent, seed);

    [Fact]
    public void Commutes_exactly_with_the_eight_symmetries_of_the_square() => Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var resize = new CentreResize(c.Size, c.Percent / 100.0);
        return CommutesWithEverySymmetry(resize.Apply, c.Size, TestImages.Random(c.Width, c.Height, c.Seed));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_crop_rounded_to_whole_pixels_does_not_commute()
    {
        // The broken twin keeps 4 of 7 columns from column 1: its left margin is one pixel, its right margin two.
        static float[] OffCentre(RgbImage image)
        {
            var planes = new CentreResize(7).Apply(image);
            return [.. Enumerable.Range(0, 48).Select(i => planes[(i / 16 * 49) + ((1 + (i / 4 % 4)) * 7) + 1 + (i % 4)])];
        }

        Assert.False(CommutesWithEverySymmetry(OffCentre, 4, TestImages.Random(7, 7, seed: 1)));
        Assert.True(CommutesWithEverySymmetry(new CentreResize(4, 4 / 7.0).Apply, 4, TestImages.Random(7, 7, seed: 1)));
    }

    [Fact]
    public void The_middle_is_that_of_the_whole_bit_by_bit() => Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var resize = new CentreResize(c.Size, c.Percent / 100.0);
        var image = TestImages.Random(c.Width, c.Height, c.Seed);
        var (whole, centre) = (resize.Apply(image), 1 + ((c.Size - 1) % 2) + (2 * (c.Seed % ((c.Size + 1) / 2))));
        return resize.Apply(image, centre).SequenceEqual(Middle(whole, c.Size, centre));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_smaller_picture_is_not_the_middle_of_a_larger_one()
    {
        var image = TestImages.Random(20, 20, seed: 4);
        Assert.NotEqual(Middle(new CentreResize(9).Apply(image), 9, 5), new CentreResize(5).Apply(image));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(11)]
    public void A_middle_that_there_is_not_is_refused(int centre) => Assert.StartsWith(
        "CentreResize: the middle of 9 pixels has from 1 to 9 of them, and an odd number.",
        Assert.Throws<ArgumentOutOfRangeException>(() => new CentreResize(9).Apply(TestImages.Random(9, 9, seed: 1), centre)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Keeps_an_image_of_the_same_size_as_it_is()
    {
        var image = TestImages.Random(9, 9, seed: 2);
        var planes = new CentreResize(9).Apply(image);
        Assert.All(Enumerable.Range(0, planes.Length), i => Assert.Equal(image.Pixels[(3 * (i % 81)) + (i / 81)] / 255f, planes[i]));
        Assert.Equal(image.Pixels.ToArray(), RgbImage.FromPlanes(planes, 9).Pixels.ToArray());
    }

    [Fact]
    public void Averages_whole_blocks()
    {
        var image = TestImages.Random(12, 12, seed: 3);
        var planes = new CentreResize(3).Apply(image);
        var sum = 0;
        for (var y = 4; y < 8; y++)
        {
            for (var x = 8; x < 12; x++)
                sum += image.Pixels[(3 * ((12 * y) + x)) + 1];
        }

        Assert.Equal((float)(sum / (16 * 255.0)), planes[9 + 3 + 2]);
    }

    [Fact]
    public void Keeps_one_colour_whatever_the_sizes() => Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var planes = new CentreResize(c.Size, c.Percent / 100.0).Apply(TestImages.Flat(c.Width, c.Height, 7, 130, 255));
        float[] expected = [7 / 255f, 130 / 255f, 1f];
        return planes.Select((value, i) => value == expected[i / (c.Size * c.Size)]).All(same => same);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(5000, 1.0)]
    [InlineData(65, 0.0)]
    [InlineData(65, 1.01)]
    [InlineData(65, double.NaN)]
    public void Rejects_sizes_and_fractions_out_of_range(int size, double fraction) =>
        Assert.StartsWith("CentreResize: the ", Assert.Throws<ArgumentOutOfRangeException>(() => new CentreResize(size, fraction)).Message,
            StringComparison.Ordinal);

    private static bool CommutesWithEverySymmetry(Func<RgbImage, float[]> resize, int size, RgbImage image)
    {
        var planes = resize(image);
        for (var symmetry = 0; symmetry < 8; symmetry++)
        {
            if (!resize(image).AsSpan().SequenceEqual(planes))
                return false;
            (image, planes) = symmetry == 3
                ? (TestImages.Flip(image), TestImages.Flip(planes, size))
                : (TestImages.Turn(image), TestImages.Turn(planes, size));
        }

        return true;
    }

    private static float[] Middle(float[] planes, int size, int centre)
    {
        var first = (size - centre) / 2;
        return [.. from plane in Enumerable.Range(0, 3)
                   from y in Enumerable.Range(first, centre)
                   from x in Enumerable.Range(first, centre)
                   select planes[(((plane * size) + y) * size) + x]];
    }
}
