namespace GCnn.Data.Tests;

/// <summary>Each reader gives the numbers that h5py, astropy, numpy and PIL wrote, exactly.</summary>
public sealed class WrittenByTheLibraries
{
    public static TheoryData<int, string> All
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < Samples.Cases.Count; i++)
                data.Add(i, $"{Samples.Cases[i].File} {string.Join(' ', Samples.Cases[i].Options.Values)}");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_number_is_read_as_it_was_written(int number, string name)
    {
        var expected = Samples.Cases[number];
        using var source = ImageSource.Open(Samples.PathOf(expected.File), expected.SourceOptions);
        Assert.True(expected.Ids.SequenceEqual(Enumerable.Range(0, (int)source.Count).Select(i => source.IdOf(i))), name);
        for (var i = 0; i < source.Count; i++)
            Same(expected.Images[i].Planes, source.Read(i));
        var labels = source.ReadLabels();
        Assert.Equal(expected.Labels is null, labels is null);
        for (var i = 0; i < expected.Labels?.Length; i++)
            Assert.Equal(expected.Labels[i], labels!.Row(i).ToArray());
    }

    [Fact]
    public void A_number_that_was_changed_in_the_file_is_noticed()
    {
        using var place = new Place();
        var bytes = Samples.Bytes("colour.npy");
        bytes[^1] ^= 1;
        var expected = Samples.Cases.First(c => c.File == "colour.npy");
        using var source = ImageSource.Open(place.Put("colour.npy", bytes));
        Same(expected.Images[0].Planes, source.Read(0));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Same(expected.Images[^1].Planes, source.Read(source.Count - 1)));
    }

    [Fact]
    public void The_format_is_told_from_the_content_whatever_the_name()
    {
        using var place = new Place();
        foreach (var (file, format) in new (string, string)[]
        {
            ("gzip.h5", "HDF5"), ("latest.h5", "HDF5"), ("single.fits", "FITS"), ("single.fits.gz", "FITS"), ("colour.npy", "NPY"), ("stored.npz", "NPZ"),
            ("colour.idx", "IDX"), ("pictures.zip", "zip"), ("flat.jpg", "picture"), ("colour.png", "picture"),
        })
        {
            using var source = ImageSource.Open(place.Put("name.csv", Samples.Bytes(file)));
            Assert.Equal((format, place["name.csv"]), (source.Format, source.Location));
        }
    }

    [Fact]
    public void Several_threads_read_what_one_reads()
    {
        foreach (var file in (string[])["gzip.h5", "several.fits", "colour.npy", "packed.npz", "pictures.zip", "t10k-images-idx3-ubyte.gz"])
        {
            var expected = Samples.Cases.First(c => c.File == file);
            using var source = ImageSource.Open(Samples.PathOf(file), expected.SourceOptions);
            Parallel.For(0, 200, new() { MaxDegreeOfParallelism = 4 }, i =>
            {
                var index = i % (int)source.Count;
                Same(expected.Images[index].Planes, source.Read(index));
            });
        }
    }

    [Fact]
    public void A_folder_is_read_like_the_zip_of_it_and_has_fits_files_too()
    {
        using var place = new Place();
        System.IO.Compression.ZipFile.ExtractToDirectory(Samples.PathOf("pictures.zip"), place.Folder);
        place.Put("sky/single.fits", Samples.Bytes("single.fits"));
        using var folder = ImageSource.Open(place.Folder);
        using var zip = ImageSource.Open(Samples.PathOf("pictures.zip"));
        using var fits = ImageSource.Open(Samples.PathOf("single.fits"));
        Assert.Equal(zip.Count + 1, folder.Count);
        for (var i = 0; i < zip.Count; i++)
            Assert.Equal((zip.IdOf(i), zip.Read(i)), (folder.IdOf(i), folder.Read(i)));
        Assert.Equal(("sky/single.fits", fits.Read(0)), (folder.IdOf(zip.Count), folder.Read(zip.Count)));
    }

    [Fact]
    public void Nothing_stays_behind_in_the_temporary_folder()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "gcnn-*.tmp").Length;
        foreach (var file in (string[])["packed.npz", "t10k-images-idx3-ubyte.gz", "single.fits.gz"])
        {
            using var source = ImageSource.Open(Samples.PathOf(file), Samples.Cases.First(c => c.File == file).SourceOptions);
            source.Read(0);
        }

        Assert.InRange(Directory.GetFiles(Path.GetTempPath(), "gcnn-*.tmp").Length, 0, before);
    }

    [Fact]
    public void A_sample_that_is_not_there_is_refused()
    {
        foreach (var file in (string[])["gzip.h5", "single.fits", "colour.npy", "pictures.zip"])
        {
            using var source = ImageSource.Open(Samples.PathOf(file));
            Assert.Throws<ArgumentOutOfRangeException>(() => source.Read(source.Count));
            Assert.Throws<ArgumentOutOfRangeException>(() => source.IdOf(-1));
        }
    }

    private static void Same(Planes expected, Planes actual)
    {
        Assert.Equal((expected.Channels, expected.Height, expected.Width), (actual.Channels, actual.Height, actual.Width));
        Assert.Equal(expected.Values, actual.Values);
    }
}
