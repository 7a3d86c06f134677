using GCnn.Experiments.Tests.Data.Digits;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class GalaxyRefusalTests(SkyFolder sky)
{
    [Fact]
    public Task An_unreadable_path() => Refuses(sky.New(), path => $"There is no file or folder at '{path}'.");

    [Fact]
    public async Task A_file_that_is_no_zip()
    {
        string file = sky.New();
        File.WriteAllText(file, "no zip");
        await Refuses(file, path => $"'{path}' has no format that is known here ");
    }

    [Fact]
    public async Task Corrupt_images_above_five_percent()
    {
        string data = sky.Copy();
        for (int i = 0; i < 5; i++)
            File.WriteAllText(Path.Combine(data, $"{7 * i}.png"), "no image");
        await Refuses(data, path => $"5 of 80 images of '{path}' cannot be read, more than 5 %; the first: 0.png is neither JPEG nor PNG");
    }

    [Fact]
    public async Task Corrupt_images_up_to_five_percent_are_named_and_skipped()
    {
        string data = sky.Copy();
        for (int i = 0; i < 4; i++)
            File.WriteAllText(Path.Combine(data, $"{7 * i}.png"), "no image");
        Outcome outcome = await Outcome.Of("galaxy", "--data", data, "--size", "17", "--parameters", "1500", "--epochs", "1", "--models", "z2");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("skipped: 21.png is neither JPEG nor PNG", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_without_an_image()
    {
        string data = sky.Copy();
        File.Delete(Path.Combine(data, "5.png"));
        await Refuses(data, path => $"1 of 80 labels of '{path}' have no image, the first '5.png' (line 7)");
    }

    [Fact]
    public async Task An_unknown_class_even_one_that_would_break_the_line_or_command_the_terminal()
    {
        string data = sky.Copy();
        File.AppendAllText(Path.Combine(data, "labels.csv"), "x,\"ring\n\u001b[31m\",new.png\n");
        await Refuses(data, path => $"labels.csv of '{path}' gives 'x' the class 'ring  [31m' in line ");
    }

    [Fact]
    public async Task An_empty_set()
    {
        string data = sky.Copy(images: 0);
        await Refuses(data, path => $"The labels.csv of '{path}' has no rows below its header.");
    }

    [Fact]
    public async Task Images_without_labels_or_with_classes_that_the_task_does_not_know()
    {
        string data = sky.Copy();
        File.Delete(Path.Combine(data, "labels.csv"));
        await Refuses(data, path => $"'{path}' has no labels; give a CSV of them by --labels.");
        using var digits = new MadeDigits();
        await Refuses(
            Path.Combine(digits.Folder, "train-images-idx3-ubyte"),
            path => $"'{path}' has the class '0', which the task morphology does not know (known are smooth, edge-on, ");
    }

    [Fact]
    public async Task A_set_too_small_for_its_parts()
    {
        string data = sky.Copy(images: 6);
        await Refuses(data, path => $"'{path}' leaves ");
    }

    [Fact]
    public Task A_missing_column() => Refuses(
        sky.Zip, path => $"The labels.csv of '{path}' has no column 'name' (its columns: object_id, morphology, file)",
        "--columns", "name", "morphology", "file");

    [Fact]
    public async Task Objects_that_are_in_both_sets()
    {
        string test = sky.Copy(images: 3);
        await Refuses(
            sky.Zip, path => $"3 objects are in both {path} and {test}, the first 'synthetic-3-0'; a test set must not be trained on.", "--test", test);
    }

    [Fact]
    public async Task An_out_that_is_a_file_or_below_one()
    {
        string file = sky.New();
        File.WriteAllText(file, "mine");
        Assert.Equal($"--out '{file}' is not a folder; name one, and it is made where it does not exist.", await Sentence("--out", file));
        Assert.StartsWith($"--out '{file}/below' cannot be written to: ", await Sentence("--out", $"{file}/below"), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public async Task An_out_where_no_file_can_be_made() =>
        Assert.StartsWith("--out '/proc' cannot be written to: ", await Sentence("--out", "/proc"), StringComparison.Ordinal);

    [Fact]
    public async Task A_json_into_a_missing_folder_a_folder_or_a_device()
    {
        string missing = sky.New();
        Assert.Equal($"--json '{missing}/a.json': there is no folder {missing}; make it first.", await Sentence("--json", $"{missing}/a.json"));
        Assert.Equal($"--json '{sky.Folder}' is a folder or a device; name a file.", await Sentence("--json", sky.Folder));
        Assert.Equal("--json '/dev/full' is a folder or a device; name a file.", await Sentence("--json", "/dev/full"));
        Assert.False(File.GetAttributes("/dev/full").HasFlag(FileAttributes.Directory));
    }

    private async Task<string> Sentence(params string[] options) =>
        (await Outcome.Of(["galaxy", "--data", sky.Zip, "--size", "17", "--epochs", "1", .. options])).Sentence();

    private async Task Refuses(string data, Func<string, string> sentence, params string[] options)
    {
        (string folder, string json) = (sky.New(), sky.New(".json"));
        Outcome outcome = await Outcome.Of(["galaxy", "--data", data, "--size", "17", "--epochs", "1", "--out", folder, "--json", json, .. options]);
        Assert.StartsWith(sentence(data), outcome.Sentence(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder) || File.Exists(json), "a refused run writes nothing");
    }
}
