using System.IO.Compression;
using System.Text.Json.Nodes;
using GCnn.Experiments.Tests.Data.Digits;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class DataRunTests(SkyFolder sky)
{
    [Fact]
    public async Task Describe_says_format_count_shape_classes_and_checksum()
    {
        string json = sky.New(".json");
        Outcome zip = await Outcome.Of("data", "describe", sky.Zip, "--json", json);
        Assert.Equal((0, ""), (zip.Code, zip.Error));
        Assert.Contains("format: zip\nimages: 80\nshapes: 3 x 32 x 32\n", zip.Out, StringComparison.Ordinal);
        Assert.Matches("all: 80 objects \\(edge-on [0-9]+, smooth [0-9]+, spiral-anticlockwise [0-9]+, spiral-clockwise [0-9]+\\), ids [0-9a-f]{16}\n", zip.Out);
        JsonNode described = JsonNode.Parse(File.ReadAllText(json))!;
        Assert.Equal(80, (int)described["manifest"]!["objects"]!);

        Outcome folder = await Outcome.Of("data", "describe", sky.Folder);
        Assert.Equal(zip.Out.Split('\n')[^2], folder.Out.Split('\n')[^2]);
    }

    [Fact]
    public async Task Describe_counts_images_that_cannot_be_read_and_those_without_a_label()
    {
        string data = sky.Copy(images: 60);
        File.WriteAllText(Path.Combine(data, "0.png"), "no image");
        Outcome outcome = await Outcome.Of("data", "describe", data);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("not readable of these: 1\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("images without a label: 20\n", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_reads_the_labels_of_an_idx_file()
    {
        using var digits = new MadeDigits();
        Outcome outcome = await Outcome.Of("data", "describe", Path.Combine(digits.Folder, "train-images-idx3-ubyte"));
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("images: 50\nshapes: 1 x 8 x 8\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("all: 50 objects (0 5, 1 5, 2 5,", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_asks_for_the_names_that_are_given()
    {
        using var digits = new MadeDigits();
        string file = Path.Combine(digits.Folder, "set.npz");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Create))
        {
            using Stream entry = zip.CreateEntry("x_train.npy").Open();
            string header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3, 4), }".PadRight(117) + "\n";
            entry.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header), .. new byte[24]]);
        }

        Assert.Contains("has no array 'images' (it has 'x_train')", (await Outcome.Of("data", "describe", file)).Sentence(), StringComparison.Ordinal);
        Outcome named = await Outcome.Of("data", "describe", file, "--names", "x_train", "y_train");
        Assert.Equal((0, ""), (named.Code, named.Error));
        Assert.Contains("images: 2\nshapes: 1 x 3 x 4\n", named.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_described_is_one_sentence()
    {
        Assert.Equal("There is no file or folder at '/no/such'.", (await Outcome.Of("data", "describe", "/no/such")).Sentence());
        Assert.StartsWith(
            "The table of labels '/no/such' cannot be read: ",
            (await Outcome.Of("data", "describe", sky.Zip, "--labels", "/no/such")).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotated_MNIST_of_too_few_digits_is_one_sentence_and_leaves_no_files()
    {
        using var digits = new MadeDigits();
        string folder = sky.New();
        Outcome outcome = await Outcome.Of("data", "rotated-mnist", "--digits", digits.Folder, "--out", folder);
        Assert.StartsWith("Rotated MNIST needs 62000 different digits and 70 were given", outcome.Sentence(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }
}
