using System.IO.Compression;
using GCnn.Images;
using GCnn.Images.Tests;

namespace GCnn.Data.Tests.Labels;

public sealed class LabelledSourceTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gcnn-labelled-");

    private string Top => Path.Combine(_place.FullName, "top");

    [Theory]
    [InlineData("")]
    [InlineData("inside/")]
    public void A_table_among_the_images_names_them_in_a_folder_and_in_a_zip(string folder)
    {
        Pictures($"{folder}a.png", $"{folder}b.png", $"{folder}more/c.png");
        Put($"{folder}labels.csv", "object_id,morphology,file\nthree,spiral,more/c.png\none,smooth,./a.png\n");
        string zip = Path.Combine(_place.FullName, "top.zip");
        ZipFile.CreateFromDirectory(Top, zip);
        foreach (string path in (string[])[Top, zip])
        {
            using LabelledSource source = LabelledSource.Open(path);
            Assert.Equal(["one", "three"], source.Ids);
            Assert.Equal([0L, 2], source.Numbers);
            Assert.Equal(1, source.ImagesWithoutLabel);
            var labels = Assert.IsType<ClassLabels>(source.Labels);
            Assert.Equal(["smooth", "spiral"], labels.Names);
            Assert.Equal((0, 1), (labels.ClassOf("one"), labels.ClassOf("three")));
        }
    }

    [Fact]
    public void Votes_belong_to_the_images_that_are_named_after_them()
    {
        Pictures("images/100008.png", "images/100023.png", "images/9.png");
        string votes = Path.Combine(_place.FullName, "training_solutions_rev1.csv");
        string header = string.Join(',', GalaxyZooVotes.Columns.Prepend(GalaxyZooVotes.IdColumn));
        string zeros = string.Concat(Enumerable.Repeat(",0", 36));
        File.WriteAllText(votes, $"{header}\n100023,0.25{zeros}\n100008,1{zeros}\n");
        using LabelledSource source = LabelledSource.Open(Top, votes);
        Assert.Equal(["100008", "100023"], source.Ids);
        var labels = Assert.IsType<NumberLabels>(source.Labels);
        Assert.Equal(0.25f, labels.NumbersOf(source.Ids![1])[0]);
        Assert.Equal(["100008"], labels.ByThreshold(GalaxyZooVotes.SmoothFeaturedEdgeOn()).Ids);
    }

    [Fact]
    public void Numbered_images_have_the_labels_of_their_file()
    {
        Put("train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 1, 7, 8, 9]);
        Put("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 3, 2, 0, 2]);
        using LabelledSource source = LabelledSource.Open(Path.Combine(Top, "train-images-idx3-ubyte"));
        Assert.Equal(["0", "1", "2"], source.Ids);
        var labels = Assert.IsType<ClassLabels>(source.Labels);
        Assert.Equal(["0", "1", "2"], labels.Names);
        Assert.Equal([2, 0, 2], labels.Classes);
    }

    [Fact]
    public void Images_alone_have_no_labels()
    {
        Pictures("a.png");
        using LabelledSource source = LabelledSource.Open(Top);
        Assert.Null(source.Labels);
        Assert.Null(source.Ids);
        Assert.Equal(1, source.ImagesWithoutLabel);
    }

    [Fact]
    public void What_does_not_fit_is_one_sentence()
    {
        Pictures("a.png", "x/1.png", "y/1.png");
        Put("labels.csv", "object_id,morphology,file\none,smooth,a.png\ntwo,smooth,b.png\n");
        Assert.Equal($"1 of 2 labels have no image in '{Top}', the first that of 'two'.", Refusal(null));
        Assert.StartsWith("The table of labels '/no/such' cannot be read: ", Refusal("/no/such"), StringComparison.Ordinal);
        string votes = Path.Combine(_place.FullName, "votes.csv");
        File.WriteAllText(votes, "GalaxyID,Class1.1\n1,1\n");
        Assert.StartsWith($"The table of labels '{votes}' has no column 'Class1.2'", Refusal(votes), StringComparison.Ordinal);
        string header = string.Join(',', GalaxyZooVotes.Columns.Prepend(GalaxyZooVotes.IdColumn));
        File.WriteAllText(votes, $"{header}\n1{string.Concat(Enumerable.Repeat(",0", 37))}\n");
        Assert.Equal($"'{Top}' has two images of the object '1'; each object has one.", Refusal(votes));
    }

    [Fact]
    public void Two_folders_with_a_table_are_one_too_many()
    {
        Pictures("x/1.png", "y/1.png");
        Put("x/labels.csv", "object_id,morphology,file\n");
        Put("y/labels.csv", "object_id,morphology,file\n");
        Assert.Equal($"'{Top}' has 2 folders with a labels.csv (x, y); give one of them by itself.", Refusal(null));
    }

    public void Dispose() => _place.Delete(recursive: true);

    private string Refusal(string? labels) => Assert.Throws<DataException>(() => LabelledSource.Open(Top, labels)).Message;

    private void Pictures(params string[] names)
    {
        foreach (string name in names)
            Put(name, ImageCodec.EncodePng(TestImages.Random(5, 4, seed: 1)));
    }

    private void Put(string name, string text) => Put(name, System.Text.Encoding.UTF8.GetBytes(text));

    private void Put(string name, byte[] content)
    {
        string path = Path.Combine(Top, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
