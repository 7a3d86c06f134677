using GCnn.Images;
using GCnn.Images.Tests;

namespace GCnn.Data.Tests.Labels;

public sealed class ObjectIdsTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-ids-");

    public ObjectIdsTests()
    {
        foreach (string name in (string[])["100008.png", "100023.png", "9.png"])
            File.WriteAllBytes(Path.Combine(_place.FullName, name), ImageCodec.EncodePng(TestImages.Random(3, 4, seed: 1)));
    }

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void Without_a_table_images_are_their_own_objects() => Assert.Equal(["100008.png", "100023.png", "9.png"], Ids());

    [Fact]
    public void A_table_names_them_and_what_it_does_not_name_is_of_none()
    {
        Put("labels.csv", "object_id,morphology,file\none,smooth,9.png\ntwo,,100008.png\n");
        Assert.Equal(["two", "-", "one"], Ids());
    }

    [Fact]
    public void The_table_may_be_without_labels_and_have_images_that_are_not_there()
    {
        Put("labels.csv", "id,path\none,9.png\nlost,lost.png\n");
        Assert.Equal(["-", "-", "one"], Ids(columns: new LabelColumns("id", File: "path")));
    }

    [Fact]
    public void In_votes_they_are_named_after_their_files() =>
        Assert.Equal(["100008", "100023", "9"], Ids(Put("votes.txt", "GalaxyID,Class1.1\n100008,1\n")));

    [Fact]
    public void A_table_without_ids_is_refused()
    {
        Put("labels.csv", "name,file\none,9.png\n");
        Assert.Equal(
            $"The labels.csv of '{_place.FullName}' has no column 'object_id' (its columns: name, file); add it, or say which column to use.",
            Assert.Throws<DataException>(() => Ids()).Message);
    }

    [Fact]
    public void A_picture_is_the_same_as_its_planes_and_numbers_are_no_picture()
    {
        using ImageSource images = ImageSource.Open(_place.FullName);
        RgbImage picture = images.ReadPicture(0)!;
        Planes planes = images.Read(0);
        int area = picture.Width * picture.Height;
        Assert.Equal((planes.Height, planes.Width), (picture.Height, picture.Width));
        Assert.All(Enumerable.Range(0, 3 * area), i => Assert.Equal(planes.Values[i], picture.Pixels[(3 * (i % area)) + (i / area)] / 255f));

        string numbers = Put("numbers-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7]);
        using ImageSource arrays = ImageSource.Open(numbers);
        Assert.Null(arrays.ReadPicture(0));
    }

    [Fact]
    public void A_bad_picture_is_bad_in_both_ways()
    {
        File.WriteAllText(Path.Combine(_place.FullName, "9.png"), "no picture");
        using ImageSource images = ImageSource.Open(_place.FullName);
        Assert.Equal(
            Assert.Throws<SampleException>(() => images.Read(2)).Message, Assert.Throws<SampleException>(() => images.ReadPicture(2)).Message);
    }

    private string[] Ids(string? labels = null, LabelColumns? columns = null)
    {
        using ImageSource images = ImageSource.Open(_place.FullName);
        ObjectIds ids = ObjectIds.Of(images, labels, columns);
        return [.. Enumerable.Range(0, (int)images.Count).Select(i => ids[i] ?? "-")];
    }

    private string Put(string name, string text) => Put(name, System.Text.Encoding.UTF8.GetBytes(text));

    private string Put(string name, byte[] content)
    {
        string path = Path.Combine(_place.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
