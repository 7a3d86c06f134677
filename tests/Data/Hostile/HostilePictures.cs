using System.Buffers.Binary;
using System.Diagnostics;
using GCnn.Images;
using GCnn.Images.Tests;

namespace GCnn.Data.Tests;

/// <summary>Folders and zips with pictures that are broken or made to do harm: the bad one is refused, the good one beside it is
/// read.</summary>
public sealed class HostilePictures
{
    private static readonly byte[] Png = ImageCodec.EncodePng(TestImages.Random(9, 7, seed: 1));
    private static readonly byte[] Jpeg = ImageCodec.EncodeJpeg(TestImages.Random(24, 16, seed: 2));

    public static TheoryData<string, byte[], string> Pictures => new()
    {
        { "empty.jpg", [], "is empty (0 bytes)" },
        { "cut.jpg", Jpeg[..(Jpeg.Length / 2)], "is cut short or corrupt (" },
        { "cut.png", Png[..^20], "is cut short or corrupt (" },
        { "start.jpg", Jpeg[..4], "is a JPEG cut short before its size" },
        { "start.png", Png[..20], "is a PNG cut short before its size" },
        { "huge.png", Sized(100_000, 100_000), "declares 100000x100000 pixels; at most 16384 a side" },
        { "large.png", Sized(8_000, 8_000), "declares images of 3 x 8000 x 8000 values; at most 67108864 in all are read" },
        { "nothing.png", Sized(0, 0), "declares a size of zero pixels" },
        { "checksum.png", Changed(Png, Png.Length / 2), "is cut short or corrupt (" },
        { "text.png", "hello, world"u8.ToArray(), "is neither JPEG nor PNG (it starts with 68656C6C" },
        { "gif.png", "GIF89a"u8.ToArray(), "is neither JPEG nor PNG (it starts with 47494638" },
        { "zeros.jpeg", new byte[1000], "is neither JPEG nor PNG (it starts with 00000000" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_broken_picture_is_one_sentence_in_a_folder_and_in_a_zip(string name, byte[] content, string sentence)
    {
        using var place = new Place();
        place.Put("set/good.png", Png);
        place.Put($"set/{name}", content);
        var zip = ZipBytes.Make(place, "set.zip", ("good.png", Png), (name, content));
        foreach (var path in (string[])[place["set"], zip])
        {
            Assert.Contains($"'{name}' {sentence}", Refusal.OfSample(path, name), StringComparison.Ordinal);
            using var source = ImageSource.Open(path);
            Assert.Equal((2, 3), (source.Count, source.Read(source.IdOf(0) == "good.png" ? 0 : 1).Channels));
        }
    }

    [Theory]
    [InlineData("../evil.png")]
    [InlineData("a/../../evil.png")]
    [InlineData("/etc/evil.png")]
    [InlineData("..\\evil.png")]
    [InlineData("C:\\evil.png")]
    public void A_zip_entry_that_climbs_out_is_refused_and_nothing_is_written(string name)
    {
        using var place = new Place();
        var zip = ZipBytes.Make(place, "set.zip", ("good.png", Png), (name, Png));
        Assert.Contains("has a path that is absolute or climbs out of the data", Refusal.OfSample(zip, name), StringComparison.Ordinal);
        Assert.Equal([zip], Directory.GetFileSystemEntries(place.Folder));
    }

    [Fact]
    public void A_symbolic_link_in_a_zip_is_not_followed()
    {
        using var place = new Place();
        var zip = ZipBytes.Linked(ZipBytes.Make(place, "set.zip", ("link.png", "/etc/passwd"u8.ToArray())));
        Assert.Contains("'link.png' is a symbolic link", Refusal.OfSample(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        using var place = new Place();
        var zip = ZipBytes.Make(place, "bomb.zip", ("bomb.png", new byte[100_000_000]));
        Assert.Contains("'bomb.png' is 100000000 bytes long; at most 67108864 are read", Refusal.OfSample(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_that_hides_its_size_is_refused()
    {
        using var place = new Place();
        var zip = ZipBytes.WithDeclaredSize(ZipBytes.Make(place, "bomb.zip", ("bomb.png", new byte[10_000_000])), 100);
        Assert.Contains("'bomb.png' does not match its checksum in the zip", Refusal.OfSample(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_declares_gigabytes_is_refused_before_it_is_allocated()
    {
        using var place = new Place();
        var zip = ZipBytes.WithDeclaredSize(ZipBytes.Make(place, "bomb.zip", ("bomb.png", Png)), uint.MaxValue - 1);
        Assert.Contains("is 4294967294 bytes long; at most 67108864 are read", Refusal.OfSample(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_holds_a_name_twice_is_refused()
    {
        using var place = new Place();
        Assert.Contains("holds 'a.png' twice", Refusal.OfSource(ZipBytes.Make(place, "set.zip", ("a.png", Png), ("a.png", Png))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_entry_is_refused()
    {
        using var place = new Place();
        var zip = ZipBytes.Encrypted(ZipBytes.Make(place, "set.zip", ("a.png", Png)));
        Assert.Contains("'a.png' is encrypted; unpack the zip with its password", Refusal.OfSample(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_does_not_match_its_checksum_is_refused()
    {
        using var place = new Place();
        var zip = ZipBytes.InDirectory(ZipBytes.Make(place, "set.zip", ("a.png", Png)), entry => entry[16] ^= 1);
        Assert.Contains("'a.png' does not match its checksum in the zip", Refusal.OfSample(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_whose_place_is_wrong_is_refused()
    {
        using var place = new Place();
        var zip = ZipBytes.InDirectory(ZipBytes.Make(place, "set.zip", ("a.png", Png)), entry => entry[42] = 7);
        Assert.Contains("'a.png' is damaged in the zip (", Refusal.OfSample(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_is_cut_or_empty_or_without_pictures_is_refused()
    {
        using var place = new Place();
        var zip = File.ReadAllBytes(ZipBytes.Make(place, "set.zip", ("a.png", Png), ("b.png", Png)));
        Assert.Contains("is no readable zip (", Refusal.OfSource(place.Put("cut.zip", zip[..^30])), StringComparison.Ordinal);
        Assert.Contains("has no file that ends in .jpg, .jpeg, .png", Refusal.OfSource(ZipBytes.Make(place, "none.zip")), StringComparison.Ordinal);
        Assert.Contains("has no file that ends in", Refusal.OfSource(ZipBytes.Make(place, "text.zip", ("a.txt", Png))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fits_file_in_a_zip_is_refused()
    {
        using var place = new Place();
        var zip = ZipBytes.Make(place, "set.zip", ("a.fits", Samples.Bytes("single.fits")));
        Assert.Contains("'a.fits' is FITS, which is not read inside a zip", Refusal.OfSample(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_beyond_the_first_broken_one_are_read()
    {
        using var place = new Place();
        var zip = ZipBytes.Make(place, "set.zip", ("a.png", []), ("b.png", Png), ("c.png", "x"u8.ToArray()), ("d.png", Png));
        using var source = ImageSource.Open(zip);
        Assert.Equal("-+-+", string.Concat(Enumerable.Range(0, 4).Select(i => Reads(source, i) ? '+' : '-')));
    }

    [Fact]
    public void A_folder_without_pictures_is_refused()
    {
        using var place = new Place();
        place.Put("set/notes.txt", "x");
        Directory.CreateDirectory(place["set/picture.png"]);
        Assert.Contains("has no file that ends in", Refusal.OfSource(place["set"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_nowhere_or_in_a_circle_is_refused()
    {
        using var place = new Place();
        Directory.CreateDirectory(place["set"]);
        File.CreateSymbolicLink(place["set/lost.png"], place["nowhere.png"]);
        File.CreateSymbolicLink(place["set/circle.png"], place["set/circle.png"]);
        Directory.CreateSymbolicLink(place["set/again"], place["set"]);
        foreach (var name in (string[])["lost.png", "circle.png"])
            Refusal.OfSample(place["set"], name);
    }

    [Fact]
    public void A_pipe_is_refused_and_not_waited_for()
    {
        using var place = new Place();
        Directory.CreateDirectory(place["set"]);
        using (var make = Process.Start("mkfifo", [place["set/pipe.png"]]))
            make.WaitForExit();
        Assert.Contains("'pipe.png' is empty", Refusal.OfSample(place["set"]), StringComparison.Ordinal);
        Assert.Contains("is empty", Refusal.OfSource(place["set/pipe.png"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_refused()
    {
        using var place = new Place();
        using (var forbid = Process.Start("chmod", ["000", place.Put("set/secret.png", Png)]))
            forbid.WaitForExit();
        try
        {
            // Root may read everything.
            File.OpenRead(place["set/secret.png"]).Dispose();
        }
        catch (UnauthorizedAccessException)
        {
            Refusal.OfSample(place["set"]);
            Refusal.OfSource(place["set/secret.png"]);
        }
    }

    [Fact]
    public void A_path_with_nothing_at_it_is_refused()
    {
        Assert.Equal("There is no file or folder at '/no/such/place'.", Refusal.OfSource("/no/such/place"));
        Assert.Equal("There is no file or folder at ''.", Assert.Throws<DataException>(() => ImageSource.Open("")).Message);
    }

    [Fact]
    public void A_file_of_no_known_format_is_refused()
    {
        using var place = new Place();
        Assert.Contains("it begins with 68656C6C6F2C2077", Refusal.OfSource(place.Put("hello.h5", "hello, world")), StringComparison.Ordinal);
        Assert.Contains("is empty (0 bytes)", Refusal.OfSource(place.Put("empty.h5", "")), StringComparison.Ordinal);
        Assert.Contains("is empty (0 bytes)", Refusal.OfSource(place.Put("empty.fits", "")), StringComparison.Ordinal);
        Assert.Contains("is empty (0 bytes)", Refusal.OfSource(place.Put("empty.zip", "")), StringComparison.Ordinal);
        Assert.Contains("it begins with 4100000000000000", Refusal.OfSource(place.Put("one byte", "A")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_holds_a_line_end_is_still_one_line()
    {
        using var place = new Place();
        var message = Assert.Throws<DataException>(() => ImageSource.Open(place.Put("a\nb.png", "x"))).Message;
        Assert.Contains("a b.png", message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, char.IsControl);
    }

    private static bool Reads(ImageSource source, int index)
    {
        try
        {
            return source.Read(index).Values.Length > 0;
        }
        catch (SampleException)
        {
            return false;
        }
    }

    private static byte[] Sized(int width, int height)
    {
        byte[] file = [.. Png];
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        return file;
    }

    private static byte[] Changed(byte[] file, int at)
    {
        byte[] changed = [.. file];
        changed[at] ^= 0x10;
        return changed;
    }
}
