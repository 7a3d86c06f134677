using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;
using GCnn.Onnx;
using GCnn.Onnx.Tests;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class ExportRunTests(SkyFolder sky)
{
    private const string Small = "--parameters 1500 --size 17";

    [Theory]
    [InlineData("p4m", "", "images: N x 3 x 17 x 17 -> logits: N x 3")]
    [InlineData("z2", "--probabilities", "images: N x 3 x 17 x 17 -> logits: N x 3, probabilities: N x 3")]
    [InlineData("p6m", "", "images: N x 3 x 17 x 17 -> logits: N x 3")]
    [InlineData("p6m", "--hexagonal-input", "images: N x 3 x 17 x 17 -> logits: N x 3")]
    public async Task A_model_by_name_is_written_whole(string model, string option, string shapes)
    {
        string file = sky.New(".onnx");
        Outcome outcome = await Outcome.Of(
            [.. $"export {model} --onnx {file} {Small} {option}".Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.StartsWith($"{model}, untrained, on 17 x 17\n{file}: {shapes}; ", outcome.Out, StringComparison.Ordinal);
        OnnxModel written = Read(file);
        Assert.Equal(shapes, $"{written}");
        Assert.Equal(model == "p6m" && option.Length == 0, written.Graph.Nodes[0].Name.StartsWith("resampling", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}*"));
    }

    [Fact]
    public async Task A_checkpoint_is_written_with_notes_of_what_it_is_and_takes()
    {
        string checkpoint = sky.New(".safetensors"), file = sky.New(".onnx");
        using (var training = new MadeTraining())
        {
            training.Run(1);
            Checkpoint.Write(checkpoint, Checkpoint.Fingerprint("a run"), MadeTraining.Header, training.Trainer.State());
        }

        Outcome outcome = await Outcome.Of("export", checkpoint, "--onnx", file);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.StartsWith("p4+aug, trained for 1 epoch of morphology, on 17 x 17\n", outcome.Out, StringComparison.Ordinal);
        IReadOnlyDictionary<string, string> notes = Read(file).Notes;
        Assert.Equal(
            ("p4+aug", "p4", "square", "morphology", "1", "17", "27", "0.99", "none"),
            (notes["gcnn.model"], notes["gcnn.groups"], notes["gcnn.lattice"], notes["gcnn.task"], notes["gcnn.epochs"], notes["gcnn.size"],
                notes["gcnn.stored_size"], notes["gcnn.centre_fraction"], notes["gcnn.hexagons"]));
        Assert.Equal("""["smooth","spiral","edge-on"]""", notes["gcnn.classes"]);
        Assert.Contains("averaged to 27 x 27 pixels", notes["gcnn.preprocessing"], StringComparison.Ordinal);
        Assert.Contains("of these the middle 17 x 17", notes["gcnn.preprocessing"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hexagons_are_described_as_they_go_in()
    {
        string file = sky.New(".onnx");
        Assert.Equal(0, (await Outcome.Of(["export", "p6m", "--onnx", file, .. Small.Split(' ')])).Code);
        Assert.EndsWith("which the graph does itself: it takes square pixels", Read(file).Notes["gcnn.hexagons"], StringComparison.Ordinal);
        Assert.Equal(0, (await Outcome.Of(["export", "p6m", "--onnx", file, "--hexagonal-input", .. Small.Split(' ')])).Code);
        Assert.EndsWith("which is to be done before", Read(file).Notes["gcnn.hexagons"], StringComparison.Ordinal);
        Assert.EndsWith("; these resampled to hexagons", Read(file).Notes["gcnn.preprocessing"], StringComparison.Ordinal);
    }

    [NodeTheory]
    [InlineData("p4m-p4", "")]
    [InlineData("p6m", "")]
    [InlineData("p6m", "--hexagonal-input")]
    public async Task A_check_compares_on_random_numbers_or_on_images(string model, string option)
    {
        string line = $"export {model} --onnx {sky.New(".onnx")} --check {Small} {option}";
        string[] export = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Outcome made = await Outcome.Of(export);
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.StartsWith("ONNX Runtime agrees: largest difference ", made.Out, StringComparison.Ordinal);
        Assert.Contains(" over 16 images (allowed: 1e-5)\n", made.Out, StringComparison.Ordinal);
        Outcome images = await Outcome.Of([.. export, "--data", sky.Zip]);
        Assert.Equal((0, ""), (images.Code, images.Error));
        Assert.Contains(" over 80 images (allowed: 1e-5)\n", images.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--onnx /no-such-folder/m.onnx", "--onnx '/no-such-folder/m.onnx': there is no folder /no-such-folder; make it first.")]
    [InlineData("--onnx /tmp", "--onnx '/tmp' is a folder or a device; name a file.")]
    [InlineData("--onnx /tmp/m.onnx --data x", "--data x gives the images for --check; add --check, or leave --data out.")]
    [InlineData(
        "--onnx /tmp/m.onnx --hexagonal-input", "--hexagonal-input is for models of hexagonal images; p4m sees square ones. Leave it out.")]
    [InlineData("", "Option '--onnx' is required; 'gcnn export --help' says what is needed.")]
    public async Task What_makes_no_sense_is_one_sentence(string options, string sentence) => Assert.Equal(
        sentence, (await Outcome.Of(["export", "p4m", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Sentence());

    [NodeFact]
    public async Task Without_images_that_can_be_read_nothing_is_written()
    {
        string images = sky.Copy(), file = sky.New(".onnx");
        foreach (string image in Directory.GetFiles(images, "*.png"))
            File.WriteAllText(image, "no picture");
        Outcome outcome = await Outcome.Of(["export", "p4m", "--onnx", file, "--check", "--data", images, .. Small.Split(' ')]);
        Assert.Equal($"None of the first 80 images of '{images}' can be read; give others.", outcome.Sentence());
        Assert.False(File.Exists(file));
    }

    private static OnnxModel Read(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return OnnxFile.Read(stream);
    }
}
