using System.Buffers.Binary;

namespace GCnn.Data.Tests;

/// <summary>FITS files that are broken or made to do harm.</summary>
public sealed class HostileFits
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "magic only", "SIMPLE  = "u8.ToArray(), "is a broken FITS file (cfitsio: " },
        { "garbage", [.. "SIMPLE  = "u8, .. Enumerable.Repeat((byte)'?', 5_000)], "is a broken FITS file (cfitsio: " },
        { "binary garbage", [.. "SIMPLE  = "u8, .. Enumerable.Range(0, 9_000).Select(i => (byte)(i * 37))], "is a broken FITS file (cfitsio: " },
        { "no END", FitsBytes.Image(8, [4, 3], new byte[12])[..240], "is a broken FITS file (cfitsio: " },
        { "header only", FitsBytes.Header("SIMPLE = T", "BITPIX = 8", "NAXIS = 0"), "has no image of two axes or more under its 1 headers" },
        { "one axis", FitsBytes.Image(-32, [40], new byte[160]), "has no image of two axes or more under its 1 headers" },
        { "four axes", FitsBytes.Image(8, [2, 2, 2, 2], new byte[16]), "has an array of 4 axes under header 1" },
        { "many axes", FitsBytes.Image(8, [.. Enumerable.Repeat(1, 20)], new byte[1]), "has 20 axes under header 1" },
        { "huge NAXIS", FitsBytes.Header("SIMPLE = T", "BITPIX = 8", "NAXIS = 1000000"), "(cfitsio: " },
        { "negative NAXIS", FitsBytes.Header("SIMPLE = T", "BITPIX = 8", "NAXIS = -2"), "(cfitsio: " },
        { "missing NAXIS2", FitsBytes.Header("SIMPLE = T", "BITPIX = 8", "NAXIS = 2", "NAXIS1 = 4"), "(cfitsio: " },
        { "negative axis", FitsBytes.Image(8, [4, -3], new byte[12]), "(cfitsio: " },
        { "axis of zero", FitsBytes.Image(8, [4, 0], []), "has an image of 1 x 0 x 4 pixels under header 1" },
        { "wrong BITPIX", FitsBytes.Image(7, [4, 3], new byte[12]), "(cfitsio: " },
        { "NAXIS in words", FitsBytes.Header("SIMPLE = T", "BITPIX = 8", "NAXIS = two"), "has 'two' for NAXIS under header 1, where a whole number should stand" },
        { "tiles of nothing", FitsBytes.Header("SIMPLE = T", "BITPIX = 8", "NAXIS = 0", "ZTILE1 = 0"), "has tiles of 0 pixels under header 1 (ZTILE1); at least 1 is needed" },
        { "huge axes", FitsBytes.Image(-64, [2_000_000_000, 2_000_000_000], new byte[8]), "declares images of 1 x 2000000000 x 2000000000 values" },
        { "large", FitsBytes.Image(-64, [8_000, 8_000], new byte[8]), "declares 512000000 bytes of pixels under header 1, where at most 2880 can be" },
        { "cut", FitsBytes.Image(-32, [40, 30], new byte[4_800])[..^2_880], "declares 4800 bytes of pixels under header 1, where at most 2880 can be" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_fits_is_one_sentence(string what, byte[] content, string sentence)
    {
        using var place = new Place();
        Assert.Contains(sentence, Refusal.OfSource(place.Put($"{what}.fits", content)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bytes_that_the_others_are_made_of_are_read()
    {
        using var place = new Place();
        using var source = ImageSource.Open(place.Put("fine.fits", FitsBytes.Image(8, [4, 3], [.. Enumerable.Range(0, 12).Select(i => (byte)(i * 5))])));
        Assert.Equal(new Planes(1, 3, 4, [.. Enumerable.Range(0, 12).Select(i => i * 5 / 255f)]), source.Read(0));
    }

    [Theory]
    [InlineData("nan.fits", "'0' has 2 values that are not finite, the first in channel 0, row 0, column 0")]
    [InlineData("blank.fits", "'0' has 1 values that are not finite, the first in channel 0, row 1, column 2")]
    public void Values_that_are_not_finite_refuse_the_image(string file, string sentence) =>
        Assert.Contains(sentence, Refusal.OfSample(Samples.PathOf(file)), StringComparison.Ordinal);

    [Fact]
    public void A_bad_image_among_good_ones_is_refused_alone()
    {
        using var place = new Place();
        var bad = new byte[48];
        BinaryPrimitives.WriteSingleBigEndian(bad.AsSpan(8), float.PositiveInfinity);
        var path = place.Put("mixed.fits", [.. FitsBytes.Image(8, [4, 3], new byte[12]), .. FitsBytes.Extension(-32, [4, 3], bad), .. FitsBytes.Extension(16, [4, 3], new byte[24])]);
        Assert.Contains("'1' has 1 values that are not finite", Refusal.OfSample(path, "1"), StringComparison.Ordinal);
        using var source = ImageSource.Open(path);
        Assert.Equal((3, 12, 12), (source.Count, source.Read(0).Values.Length, source.Read(2).Values.Length));
    }

    [Fact]
    public void An_image_packed_by_hcompress_is_refused() =>
        Assert.Contains("is packed by HCOMPRESS under header 2, which is not read", Refusal.OfSource(Samples.PathOf("hcom1.fits.fz")), StringComparison.Ordinal);

    [Fact]
    public void A_broken_extension_refuses_the_file()
    {
        using var place = new Place();
        byte[] good = FitsBytes.Image(8, [4, 3], new byte[12]), next = FitsBytes.Extension(8, [4, -3], new byte[12]);
        Assert.Contains("has 5760 bytes behind the last header that can be read", Refusal.OfSource(place.Put("half.fits", [.. good, .. next])), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_two_sizes_cannot_be_channels()
    {
        using var place = new Place();
        var path = place.Put("sizes.fits", [.. FitsBytes.Image(8, [4, 3], new byte[12]), .. FitsBytes.Extension(8, [4, 2], new byte[8])]);
        Assert.Contains("has images of 3 x 4 and of 2 x 4", Refusal.OfSource(path, new() { Fits = FitsLayout.Channels }), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shorter_packed_file_is_refused_or_whole()
    {
        using var place = new Place();
        var file = Samples.Bytes("rice1.fits.fz");
        var whole = Samples.Cases.First(c => c.File == "rice1.fits.fz").Images[0].Planes;
        for (var length = 0; length < file.Length; length += 97)
        {
            try
            {
                using var source = ImageSource.Open(place.Put("cut.fits.fz", file[..length]));
                Assert.Equal(whole, source.Read(0));
            }
            catch (Exception refusal) when (refusal is DataException or SampleException)
            {
                Refusal.Sentence(refusal.Message, "cut.fits.fz");
            }
        }
    }

    [Theory]
    [InlineData("gzip1.fits.fz")]
    [InlineData("gzip2.fits.fz")]
    [InlineData("float.fits.fz")]
    public void A_tile_that_is_damaged_is_refused_and_not_unpacked_for_ever(string name)
    {
        using var place = new Place();
        var file = Samples.Bytes(name);

        // The tiles stand at the end of the file, each beginning as gzip's streams do.
        var at = Enumerable.Range(0, file.Length - 2).Last(i => file[i] == 0x1F && file[i + 1] == 0x8B);
        file[at + 11] ^= 0xFF;
        Assert.Contains("is a gzip stream that is cut short or damaged", Refusal.OfSample(place.Put("damaged.fz", file)), StringComparison.Ordinal);
    }

    /// <summary>In cfitsio's own syntax these names would cut a section, run a filter, read memory or the network, or run a
    /// program.</summary>
    [Theory]
    [InlineData("single.fits[0:1,0:1]")]
    [InlineData("single.fits[1]")]
    [InlineData("single.fits[col X=1]")]
    [InlineData("single.fits(copy.fits)")]
    [InlineData("!single.fits")]
    [InlineData("mem:/single.fits")]
    [InlineData("http:/localhost/single.fits")]
    [InlineData("| cat single.fits")]
    [InlineData("cat single.fits |")]
    [InlineData("@single.fits")]
    [InlineData("~root.fits")]
    [InlineData("-")]
    [InlineData("stdin")]
    [InlineData("single.fits+1")]
    [InlineData(" single.fits")]
    public void A_name_is_a_path_and_nothing_else(string name)
    {
        using var place = new Place();
        var expected = Samples.Cases.First(c => c.File == "single.fits").Images[0].Planes;
        var path = place.Put(name, Samples.Bytes("single.fits"));
        using (var source = ImageSource.Open(path))
            Assert.Equal(expected, source.Read(0));
        Assert.Single(Directory.GetFiles(place.Folder, "*", SearchOption.AllDirectories));
        Refusal.Sentence(Assert.Throws<DataException>(() => ImageSource.Open(place["no/" + name])).Message, place["no/" + name]);
    }

    [Fact]
    public void A_fits_file_of_several_images_in_a_folder_says_how_to_read_them()
    {
        using var place = new Place();
        place.Put("set/several.fits", Samples.Bytes("several.fits"));
        place.Put("set/text.fits", "hello, world, hello");
        place.Put("set/packed.fits", Samples.Bytes("single.fits.gz"));
        Assert.Contains("'several.fits' has 7 planes in 5 images", Refusal.OfSample(place["set"], "several.fits"), StringComparison.Ordinal);
        Assert.Contains("'text.fits' is no FITS file: it begins with 68656C6C", Refusal.OfSample(place["set"], "text.fits"), StringComparison.Ordinal);
        Assert.Contains("'packed.fits' is no FITS file: it begins with 1F8B", Refusal.OfSample(place["set"], "packed.fits"), StringComparison.Ordinal);
        using var source = ImageSource.Open(place["set"], new() { Fits = FitsLayout.Channels });
        Assert.Equal(7, source.Read(1).Channels);
    }
}
