using System.Text;

namespace GCnn.Images.Tests;

public sealed class ImageCodecTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 5)]
    [InlineData(64, 64)]
    public void A_png_comes_back_byte_for_byte(int width, int height)
    {
        var image = TestImages.Random(width, height, seed: 1);
        var back = ImageCodec.Decode(ImageCodec.EncodePng(image));
        Assert.Equal((width, height), (back.Width, back.Height));
        Assert.Equal(image.Pixels.ToArray(), back.Pixels.ToArray());
    }

    [Fact]
    public void A_jpeg_of_one_colour_comes_back_within_two_levels()
    {
        var back = ImageCodec.Decode(ImageCodec.EncodeJpeg(TestImages.Flat(24, 16, 200, 100, 50), 95));
        Assert.Equal((24, 16), (back.Width, back.Height));
        for (var i = 0; i < back.Pixels.Length; i += 3)
        {
            Assert.InRange(back.Pixels[i], 198, 202);
            Assert.InRange(back.Pixels[i + 1], 98, 102);
            Assert.InRange(back.Pixels[i + 2], 48, 52);
        }
    }

    [Fact]
    public void Every_proper_beginning_of_a_jpeg_is_refused() =>
        RefusesEveryBeginning(ImageCodec.EncodeJpeg(TestImages.Random(24, 24, seed: 2)));

    [Fact]
    public void Every_proper_beginning_of_a_png_is_refused() =>
        RefusesEveryBeginning(ImageCodec.EncodePng(TestImages.Random(12, 12, seed: 3)));

    [Fact]
    public void A_png_with_a_changed_byte_is_refused()
    {
        var file = ImageCodec.EncodePng(TestImages.Random(16, 16, seed: 4));
        file[file.Length / 2] ^= 0x10;
        Assert.Contains("corrupt", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_claims_a_hundred_thousand_pixels_a_side_is_refused_before_decoding()
    {
        var file = ImageCodec.EncodePng(TestImages.Random(4, 4, seed: 5));
        (file[17], file[18], file[19]) = (0x01, 0x86, 0xA0);
        (file[21], file[22], file[23]) = (0x01, 0x86, 0xA0);
        Assert.Contains("declares 100000x100000 pixels; at most 16384 a side", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_claims_more_than_four_thousand_million_pixels_a_side_is_refused()
    {
        var file = ImageCodec.EncodePng(TestImages.Random(4, 4, seed: 5));
        file.AsSpan(16, 8).Fill(0xFF);
        Assert.Contains("at most 16384 a side", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_within_bounds_and_too_many_pixels_in_all_is_refused()
    {
        var file = ImageCodec.EncodeJpeg(TestImages.Random(8, 8, seed: 6));
        var frame = file.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        (file[frame + 5], file[frame + 7]) = (0x3F, 0x3F);
        Assert.Contains("64 million in all", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal("is empty (0 bytes)", Refusal([]));

    [Fact]
    public void A_text_file_is_refused_whatever_its_name() =>
        Assert.Contains("is neither JPEG nor PNG (it starts with 68656C6C", Refusal(Encoding.ASCII.GetBytes("hello, world")), StringComparison.Ordinal);

    [Fact]
    public void The_refusal_of_a_cut_jpeg_gives_libjpegs_reason() =>
        Assert.Contains("Premature end of JPEG file", Refusal(ImageCodec.EncodeJpeg(TestImages.Random(64, 64, seed: 7))[..^100]),
            StringComparison.Ordinal);

    private static string Refusal(byte[] file) => Assert.Throws<ImageException>(() => ImageCodec.Decode(file)).Message;

    private static void RefusesEveryBeginning(byte[] file)
    {
        Assert.NotNull(ImageCodec.Decode(file));
        for (var length = 0; length < file.Length; length++)
            Refusal(file[..length]);
    }
}
