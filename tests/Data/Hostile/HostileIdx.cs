using System.IO.Compression;

namespace GCnn.Data.Tests;

/// <summary>IDX and gzip files that are broken or made to do harm.</summary>
public sealed class HostileIdx
{
    private static readonly byte[] Fine = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, .. new byte[24]];

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "wrong type", [0, 0, 7, 3, .. Fine[4..]], "has no format that is known here" },
        { "wrong magic", [1, 0, 8, 3, .. Fine[4..]], "it begins with 01000803" },
        { "no axes", [0, 0, 8, 0, .. Fine[4..]], "has no format that is known here" },
        { "many axes", [0, 0, 8, 200, .. Fine[4..]], "declares 200 axes in 40 bytes" },
        { "magic only", [0, 0, 8, 3], "declares 3 axes in 4 bytes" },
        { "one axis", [0, 0, 8, 1, 0, 0, 0, 2, 1, 2], "has the shape (2); images have 2 axes" },
        { "counts beyond", [0, 0, 8, 3, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 3, 0, 0, 0, 4, .. new byte[24]], "is 40 bytes long; its header declares an array of the shape (4294967295, 3, 4)" },
        { "huge images", [0, 0, 8, 3, 0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "declares an array of the shape (1, 4294967295, 4294967295), which no file can hold" },
        { "huge doubles", [0, 0, 14, 4, .. Enumerable.Repeat((byte)0xFF, 16)], "declares" },
        { "no images", [0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 4], "has no images: its shape is (0, 3, 4)" },
        { "no rows", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 4], "has no images: its shape is (2, 0, 4)" },
        { "cut", Fine[..^1], "it is cut short or its header is wrong" },
        { "too long", [.. Fine, 0], "is 41 bytes long; its header declares" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_idx_is_one_sentence(string what, byte[] content, string sentence)
    {
        using var place = new Place();
        Assert.Contains(sentence, Refusal.OfSource(place.Put($"{what}.idx", content)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_proper_beginning_of_an_idx_is_refused_plain_and_packed()
    {
        using var place = new Place();
        var packed = Samples.Bytes("t10k-images-idx3-ubyte.gz");
        for (var length = 0; length < packed.Length; length++)
            Refusal.OfSource(place.Put("cut.gz", packed[..length]));
        for (var length = 0; length < Fine.Length; length++)
            Refusal.OfSource(place.Put("cut.idx", Fine[..length]));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3 }, "has labels of the shape (3) for 2 images")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 2, 1 }, "is 9 bytes long")]
    [InlineData(new byte[] { 1, 2, 3, 4, 5 }, "is no IDX file: it begins with 01020304")]
    [InlineData(new byte[] { }, "is empty (0 bytes)")]
    public void Labels_that_do_not_fit_are_refused_by_their_own_name(byte[] labels, string sentence)
    {
        using var place = new Place();
        var path = place.Put("images-idx3-ubyte", Fine);
        place.Put("labels-idx1-ubyte", labels);
        var message = Assert.Throws<DataException>(() => ImageSource.Open(path)).Message;
        Assert.Contains(sentence, Refusal.Sentence(message, place["labels-idx1-ubyte"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_were_named_and_are_not_there_are_refused()
    {
        using var place = new Place();
        var path = place.Put("images", Fine);
        var message = Assert.Throws<DataException>(() => ImageSource.Open(path, new() { LabelsPath = place["none"] })).Message;
        Assert.Contains("cannot be read", Refusal.Sentence(message, "none"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_bomb_is_stopped()
    {
        using var place = new Place();
        using (var stream = new GZipStream(File.Create(place["bomb.gz"]), CompressionLevel.SmallestSize))
            stream.Write(new byte[20_000_000]);
        Assert.Contains("is a gzip file that unpacks to more than 1000000 bytes",
            Refusal.OfSource(place["bomb.gz"], new() { MaximumUnpackedBytes = 1_000_000 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_of_a_gzip_file_or_of_a_zip_is_refused()
    {
        using var place = new Place();
        foreach (var inner in (string[])["single.fits.gz", "pictures.zip"])
        {
            using (var stream = new GZipStream(File.Create(place["twice.gz"]), CompressionLevel.Fastest))
                stream.Write(Samples.Bytes(inner));
            Assert.Contains("has no format that is known here", Refusal.OfSource(place["twice.gz"]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_changed_byte_of_a_gzip_file_is_noticed()
    {
        using var place = new Place();
        var file = Samples.Bytes("t10k-images-idx3-ubyte.gz");
        file[^6] ^= 1;
        Assert.Contains("is a damaged gzip file", Refusal.OfSource(place.Put("changed.gz", file)), StringComparison.Ordinal);
    }
}
