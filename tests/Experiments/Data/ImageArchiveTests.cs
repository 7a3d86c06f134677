using System.Buffers.Binary;
using System.IO.Compression;
using GCnn.Data;
using GCnn.Experiments.Data;

namespace GCnn.Experiments.Tests.Data;

public sealed class ImageArchiveTests
{
    [Theory]
    [InlineData("../labels.csv")]
    [InlineData("images/../../secret")]
    [InlineData("images\\..\\..\\secret")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\secret")]
    [InlineData("")]
    public void A_path_that_leaves_the_archive_is_refused(string path)
    {
        using var made = new MadeArchive(5);
        foreach (var place in (string[])[made.Folder, made.Zip(inOneFolder: false), made.Zip(inOneFolder: true)])
        {
            using var archive = ImageArchive.Open(place);
            Assert.Contains("climbs out", Assert.Throws<DataException>(() => archive.Read(path)).Message, StringComparison.Ordinal);
            Assert.Throws<DataException>(() => archive.Contains(path));
        }
    }

    [Fact]
    public void An_entry_of_the_zip_that_climbs_out_cannot_be_asked_for()
    {
        using var made = new MadeArchive("object_id,morphology,file\na,smooth,../evil.png\n");
        var zip = made.Zip(inOneFolder: false);
        using (var writer = ZipFile.Open(zip, ZipArchiveMode.Update))
            writer.CreateEntry("../evil.png");
        var refusal = Assert.Throws<DataException>(() => MadeArchive.Load(zip, GalaxyTask.Morphology));
        Assert.Contains("'../evil.png' is empty, absolute or climbs out", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_separators_and_dots_mean_the_same_file()
    {
        using var made = new MadeArchive(5);
        using var archive = ImageArchive.Open(made.Folder);
        Assert.Equal(archive.Read(MadeArchive.File(1)), archive.Read(".\\images\\.\\" + MadeArchive.Id(1) + ".jpg"));
    }

    [Fact]
    public void An_entry_that_declares_too_much_is_refused_before_it_is_allocated()
    {
        using var made = new MadeArchive(5);
        using var archive = ImageArchive.Open(WithDeclaredSize(made.Zip(inOneFolder: false), uint.MaxValue - 1));
        var refusal = Assert.Throws<InvalidDataException>(() => archive.Read(MadeArchive.File(1)));
        Assert.Equal("is 4294967294 bytes long; at most 67108864 are read", refusal.Message);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public void An_entry_that_lies_about_its_size_is_refused(uint declared)
    {
        using var made = new MadeArchive(5);
        using var archive = ImageArchive.Open(WithDeclaredSize(made.Zip(inOneFolder: false), declared));
        Assert.Throws<InvalidDataException>(() => archive.Read(MadeArchive.File(1)));
    }

    [Fact]
    public void A_changed_byte_of_a_zip_is_noticed()
    {
        using var made = new MadeArchive(5);
        made.Put(MadeArchive.File(1), Enumerable.Repeat((byte)'x', 64).ToArray());
        var zip = Path.Combine(Path.GetDirectoryName(made.Folder)!, "stored.zip");
        ZipFile.CreateFromDirectory(made.Folder, zip, CompressionLevel.NoCompression, includeBaseDirectory: false);
        var bytes = File.ReadAllBytes(zip);
        bytes[bytes.AsSpan().IndexOf("xxxxxxxx"u8) + 5] = (byte)'y';
        File.WriteAllBytes(zip, bytes);
        using var archive = ImageArchive.Open(zip);
        Assert.Equal("does not match its checksum in the zip",
            Assert.Throws<InvalidDataException>(() => archive.Read(MadeArchive.File(1))).Message);
    }

    [Fact]
    public void A_path_that_is_not_there_is_one_sentence() =>
        Assert.Equal("There is no folder or zip at '/no/such/place'.",
            Assert.Throws<DataException>(() => ImageArchive.Open("/no/such/place")).Message);

    [Fact]
    public void A_file_that_is_no_zip_is_one_sentence()
    {
        using var made = new MadeArchive(5);
        var refusal = Assert.Throws<DataException>(() => ImageArchive.Open(Path.Combine(made.Folder, ImageArchive.LabelsName)));
        Assert.Contains("is neither a folder nor a readable zip", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_labels_is_one_sentence()
    {
        using var made = new MadeArchive(5);
        var refusal = Assert.Throws<DataException>(() => ImageArchive.Open(Path.Combine(made.Folder, "images")));
        Assert.Contains("has no labels.csv at its top or in a folder just below", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_folders_with_labels_are_one_too_many()
    {
        using var made = new MadeArchive(5);
        File.Move(Path.Combine(made.Folder, ImageArchive.LabelsName), Path.Combine(made.Folder, "images", ImageArchive.LabelsName));
        made.Put("other/labels.csv", "object_id,morphology,file\n");
        foreach (var place in (string[])[made.Folder, made.Zip(inOneFolder: false)])
        {
            var refusal = Assert.Throws<DataException>(() => ImageArchive.Open(place));
            Assert.Contains("has 2 folders with a labels.csv (images, other)", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_zip_that_holds_a_name_twice_is_refused()
    {
        using var made = new MadeArchive(5);
        var zip = made.Zip(inOneFolder: false);
        using (var writer = ZipFile.Open(zip, ZipArchiveMode.Update))
            writer.CreateEntry(MadeArchive.File(1));
        Assert.Contains("twice", Assert.Throws<DataException>(() => ImageArchive.Open(zip)).Message, StringComparison.Ordinal);
    }

    /// <summary>Rewrites the uncompressed size of every entry in the zip's central directory.</summary>
    private static string WithDeclaredSize(string zip, uint size)
    {
        var bytes = File.ReadAllBytes(zip);
        for (var at = 0; at + 28 < bytes.Length; at++)
        {
            if (bytes.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8))
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), size);
        }

        File.WriteAllBytes(zip, bytes);
        return zip;
    }
}
