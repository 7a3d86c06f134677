using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Images;
using GCnn.Images.Tests;

namespace GCnn.Experiments.Tests.Data;

public sealed class SkyStretchLaws
{
    [Fact]
    public void What_was_a_picture_becomes_the_same_picture_again()
    {
        RgbImage image = TestImages.Random(256, 3, seed: 2);
        int area = image.Width * image.Height;
        byte[] pixels = image.Pixels.ToArray();
        float[] values = [.. Enumerable.Range(0, 3 * area).Select(i => pixels[(3 * (i % area)) + (i / area)] / 255f)];
        Assert.Equal(pixels, SkyStretch.Picture("x", "0", new Planes(3, image.Height, image.Width, values)).Pixels.ToArray());
    }

    [Fact]
    public void One_channel_is_grey() =>
        Assert.Equal([0, 0, 0, 255, 255, 255], SkyStretch.Picture("x", "0", new Planes(1, 1, 2, [0, 1])).Pixels.ToArray());

    [Fact]
    public void Counts_are_stretched_from_the_sky_at_black_to_the_brightest_at_white_and_keep_their_order()
    {
        float[] counts = [.. Enumerable.Range(0, 99).Select(i => 1000f + (i % 7)), 60_000];
        byte[] pixels = SkyStretch.Picture("x", "0", new Planes(1, 10, 10, counts)).Pixels.ToArray();
        Assert.Equal(255, pixels[^1]);
        Assert.Equal(0, pixels[3 * 3]);
        Assert.True(pixels[3 * 6] > pixels[3 * 4], $"{pixels[3 * 6]} {pixels[3 * 4]}");
        Assert.Equal(new byte[12], SkyStretch.Picture("x", "0", new Planes(1, 2, 2, [7, 7, 7, 7])).Pixels.ToArray());
    }

    [Fact]
    public void Other_numbers_of_channels_are_one_sentence() => Assert.Equal(
        "'sky.fits': '3' has 5 channels; a picture has one, or three: red, green, blue.",
        Assert.Throws<SampleException>(() => SkyStretch.Picture("sky.fits", "3", new Planes(5, 1, 1, [1, 2, 3, 4, 5]))).Message);
}
