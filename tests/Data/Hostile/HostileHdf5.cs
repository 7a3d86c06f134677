namespace GCnn.Data.Tests;

/// <summary>HDF5 files that are broken or made to do harm.</summary>
public sealed class HostileHdf5
{
    private static readonly long[] Shape = [2, 3, 4];

    internal static readonly (string What, Action<Hdf5Maker> Fill, string Sentence)[] Made =
    [
        ("nothing", _ => { }, "has no dataset 'images' (it has nothing)"),
        ("other names", file => file.Zeros("pictures", Shape).Zeros("ans", [2]), "has no dataset 'images' (it has 'ans', 'pictures')"),
        ("group", file => file.Group("images"), "has 'images', which is no dataset that can be opened (libhdf5: "),
        ("records", file => file.Records("images"), "has 'images' of a type that is not read"),
        ("references", file => file.Zeros("images", Shape, type: "H5T_STD_REF_OBJ", written: false), "has 'images' of a type that is not read"),
        ("bits", file => file.Zeros("images", Shape, type: "H5T_STD_B8LE"), "has 'images' of a type that is not read"),
        ("text", file => file.Zeros("images", Shape, type: "H5T_C_S1"), "has 'images' of a type that is not read"),
        ("scalar", file => file.Scalar("images"), "has 'images' of 0 axes; images have 2, 3 or 4"),
        ("one axis", file => file.Zeros("images", [24]), "has the shape (24); images have 2 axes"),
        ("five axes", file => file.Zeros("images", [1, 2, 3, 4, 1]), "has the shape (1, 2, 3, 4, 1); images have 2 axes"),
        ("no images", file => file.Zeros("images", [0, 3, 4], written: false), "has no images: its shape is (0, 3, 4)"),
        ("soft link", file => file.Zeros("x", Shape).Soft("images", "/x"), "has 'images' only as a link to another place or file, which is not followed"),
        ("circle", file => file.Soft("images", "/images"), "has 'images' only as a link"),
        ("circle of two", file => file.Soft("images", "/b").Soft("b", "/images"), "has 'images' only as a link"),
        ("external link", file => file.External("images", "/etc/passwd", "/x"), "has 'images' only as a link"),
        ("other file", file => file.Zeros("images", Shape, written: false, layout: layout => layout.Elsewhere("/etc/passwd", 24)), "has 'images' only as a pointer to other files"),
        ("huge and empty", file => file.Zeros("images", [1L << 40, 1000, 1000], written: false, layout: layout => layout.Chunks(1, 10, 10)), "it is cut short, or was never filled"),
        ("never filled", file => file.Zeros("images", Shape, written: false), "it is cut short, or was never filled"),
        ("huge image", file => file.Zeros("images", [1, 1L << 20, 1L << 20], written: false, layout: layout => layout.Chunks(1, 10, 10)), "it is cut short, or was never filled"),
        ("huge chunk", file => file.Zeros("images", [1, 20_000, 20_000], written: false, layout: layout => layout.Chunks(1, 20_000, 20_000)), "has 'images' in chunks of 400000000 bytes, each read whole"),
        ("unknown filter", file => file.Zeros("images", Shape, layout: layout => { layout.Chunks(1, 3, 4); layout.Filter(32_000); }), "has 'images' packed by filter 32000 ("),
        ("labels too few", file => file.Zeros("images", Shape).Zeros("ans", [1]), "has labels of the shape (1) for 2 images"),
        ("labels too many", file => file.Zeros("images", Shape).Zeros("ans", [3, 37]), "has labels of the shape (3, 37) for 2 images"),
        ("labels of three axes", file => file.Zeros("images", Shape).Zeros("ans", [2, 1, 1]), "has labels of the shape (2, 1, 1) for 2 images"),
        ("labels of records", file => file.Zeros("images", Shape).Records("ans"), "has 'ans' of a type that is not read"),
        ("labels behind a link", file => file.Zeros("images", Shape).External("ans", "other.h5", "/ans"), "has 'ans' only as a link"),
    ];

    public static TheoryData<string> Files => [.. Made.Select(made => made.What)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_cannot_be_used_is_one_sentence(string what)
    {
        var (_, fill, sentence) = Made.Single(made => made.What == what);
        using var place = new Place();
        Assert.Contains(sentence, Refusal.OfSource(Hdf5Maker.Make(place, $"{what}.h5", fill)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_that_the_others_are_made_from_is_read()
    {
        using var place = new Place();
        using var source = ImageSource.Open(Hdf5Maker.Make(place, "fine.h5", file => file.Zeros("images", Shape).Zeros("ans", [2, 37])));
        Assert.Equal((2, 3, 4, 37), (source.Count, source.Read(1).Height, source.Read(1).Width, source.ReadLabels()!.Width));
    }

    [Fact]
    public void Path_of_a_link_in_the_middle_is_not_followed()
    {
        using var place = new Place();
        var path = Hdf5Maker.Make(place, "middle.h5", file => file.Group("a").Zeros("a/x", Shape).Soft("b", "/a"));
        Assert.Contains("has 'b' only as a link", Refusal.OfSource(path, new() { ImagesName = "b/x" }), StringComparison.Ordinal);
        Assert.Contains("has no dataset 'c/x' (it has 'a', 'b')", Refusal.OfSource(path, new() { ImagesName = "c/x" }), StringComparison.Ordinal);
        Assert.Contains("has no dataset '/' (", Refusal.OfSource(path, new() { ImagesName = "/" }), StringComparison.Ordinal);
        using var source = ImageSource.Open(path, new() { ImagesName = "/a/x" });
        Assert.Equal(2, source.Count);
    }

    [Theory]
    [InlineData("contiguous.h5")]
    [InlineData("gzip.h5")]
    [InlineData("latest.h5")]
    public void A_shorter_file_is_refused(string name)
    {
        using var place = new Place();
        var file = Samples.Bytes(name);
        foreach (var length in Enumerable.Range(0, 40).Select(i => i * file.Length / 40))
            Refusal.OfSource(place.Put("cut.h5", file[..length]));
    }

    [Fact]
    public void A_mark_with_garbage_behind_it_is_refused()
    {
        using var place = new Place();
        byte[] mark = [0x89, .. "HDF\r\n"u8, 0x1A, 0x0A];
        Assert.Contains("is a broken HDF5 file (libhdf5: ", Refusal.OfSource(place.Put("mark.h5", mark)), StringComparison.Ordinal);
        Assert.Contains("is a broken HDF5 file (libhdf5: ", Refusal.OfSource(place.Put("nines.h5", [.. mark, 9, .. new byte[5_000]])), StringComparison.Ordinal);
        Assert.Contains("is an HDF5 file with addresses of 0 bytes", Refusal.OfSource(place.Put("zeros.h5", [.. mark, .. new byte[5_000]])), StringComparison.Ordinal);
        Assert.Contains("is a broken HDF5 file (libhdf5: ", Refusal.OfSource(place.Put("block.h5", [.. new byte[1_024], .. mark])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_word_of_its_length_is_wrong_is_refused()
    {
        using var place = new Place();
        byte[] file = Samples.Bytes("gzip.h5"), moved = [.. file];
        moved[24] = 0x80;
        Assert.Contains("it says that it begins at byte 128, and begins at byte 0", Refusal.OfSource(place.Put("moved.h5", moved)), StringComparison.Ordinal);
        Assert.Contains($"it declares {file.Length} bytes and has {file.Length + 3}", Refusal.OfSource(place.Put("long.h5", [.. file, 1, 2, 3])), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_a_group_that_leads_out_of_the_file_is_refused()
    {
        using var place = new Place();
        var file = Samples.Bytes("numbers.h5");
        int tree = file.AsSpan().IndexOf("TREE"u8), heap = file.AsSpan().IndexOf("HEAP"u8), names = file.AsSpan().IndexOf("SNOD"u8);
        foreach (var at in (int[])[64, 80, 88, tree + 32, tree + 48, heap + 8, heap + 24, names + 16])
        {
            foreach (var address in (long[])[-1, -8, long.MaxValue, long.MinValue, file.Length + 1])
            {
                byte[] changed = [.. file];
                BitConverter.TryWriteBytes(changed.AsSpan(at), address);
                var refusal = Refusal.OfSource(place.Put("address.h5", changed), new() { ImagesName = "i2" });
                Assert.Contains("is a broken HDF5 file: an address in its groups, ", refusal, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_chunk_that_does_not_match_its_checksum_refuses_its_image_and_no_other()
    {
        using var place = new Place();
        var expected = Samples.Cases.First(c => c.File == "gzip.h5");
        var file = Samples.Bytes("gzip.h5");

        // The chunks stand at the end of the file, each beginning as zlib's streams do.
        var at = Enumerable.Range(0, file.Length - 2).Last(i => file[i] == 0x78 && file[i + 1] is 0x5E or 0x9C or 0xDA);
        file[at + 20] ^= 1;
        using var source = ImageSource.Open(place.Put("changed.h5", file));
        var refused = Enumerable.Range(0, 4).Where(i =>
        {
            try
            {
                Assert.Equal(expected.Images[i].Planes, source.Read(i));
                return false;
            }
            catch (SampleException refusal)
            {
                Assert.Contains("has 'images', which cannot be read", Refusal.Sentence(refusal.Message, "changed.h5"), StringComparison.Ordinal);
                return true;
            }
        });
        Assert.Single(refused);
    }

    [Fact]
    public void A_missing_library_is_one_sentence_that_says_what_to_install()
    {
        var missing = Assert.Throws<DllNotFoundException>(new NativePart("libnothing.so.7", "Nothing files", "libnothing7").Require);
        Assert.Equal("Nothing files are read by libnothing.so.7, which is not installed here; install it with: apt-get install libnothing7", missing.Message);
    }
}
