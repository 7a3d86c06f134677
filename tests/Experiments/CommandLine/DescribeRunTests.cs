using System.Text.Json;
using GCnn.Experiments.Describe;
using GCnn.Experiments.Models;
using GCnn.Experiments.Tests.Support;
using GCnn.Experiments.Training;
using GCnn.Layers;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class DescribeRunTests(SkyFolder sky)
{
    [Fact]
    public async Task It_shows_every_layer_the_totals_and_the_verdict()
    {
        Outcome outcome = await Outcome.Of("describe", "p4m");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        string[] lines = outcome.Out.TrimEnd().Split('\n');
        Assert.Equal("p4m, untrained, on 65 x 65", lines[0]);
        Assert.Equal(20, lines.Count(line => line.StartsWith("features.", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith("classifier Linear ", StringComparison.Ordinal));
        string total = Assert.Single(lines, line => line.StartsWith("total ", StringComparison.Ordinal));
        Assert.Contains(" 79,625 ", total, StringComparison.Ordinal);
        Assert.Contains("Layer features, p4m on 65 x 65: exact under p4m; shifts by 16, margin ", outcome.Out, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 140));
    }

    [Theory]
    [InlineData("p4m", "32", "Layer features, p4m on 32 x 32: exact under ", "Exact with input 33 x 33, or input 17 x 17.")]
    [InlineData("p4m-p4-p2", "65", "Layer features, p4m on 65 x 65: exact under p2;", "p2: 56 regular")]
    [InlineData("p6m", "31", "Layer features, p6m on 31 x 31: exact under p6m;", "p6m: 6 regular")]
    public async Task It_shows_what_breaks_and_what_mends_it(string model, string size, params string[] parts)
    {
        Outcome outcome = await Outcome.Of("describe", model, "--size", size);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.All(parts, part => Assert.Contains(part, outcome.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_is_certified_where_its_size_fits_and_nowhere_else()
    {
        foreach (int size in Enumerable.Range(17, 20))
        {
            using var model = ModelSource.Open("p4m", size, 1500);
            Assert.Equal(size % 16 == 1, Description.Of(model).Certificate!.Exactness == Exactness.Exact);
        }
    }

    [Fact]
    public async Task A_checkpoint_is_described_as_what_it_was_trained_to_be()
    {
        string file = sky.New(".safetensors");
        using (var training = new MadeTraining())
        {
            training.Run(1);
            Checkpoint.Write(file, Checkpoint.Fingerprint("a run"), MadeTraining.Header, training.Trainer.State());
        }

        Outcome outcome = await Outcome.Of("describe", file);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.StartsWith("p4+aug, trained for 1 epoch of morphology, on 17 x 17\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("exact under p4;", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_exact_numbers()
    {
        string file = sky.New(".json");
        Outcome outcome = await Outcome.Of("describe", "p4m", "--size", "33", "--parameters", "1500", "--json", file);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        JsonElement root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        Assert.Equal(["model", "task", "epochs", "size", "layers", "total", "certificate"], Keys(root));
        using var model = ModelSource.Open("p4m", 33, 1500);
        Summary summary = Description.Of(model);
        Assert.Equal(
            summary.Layers.Select(layer => layer.Path),
            root.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("path").GetString()));
        Assert.Equal(
            (summary.FreeParameters, summary.MultiplyAdds, summary.FourierMultiplyAdds),
            (Number("parameters"), Number("multiply_adds"), Number("fourier_multiply_adds")));
        Assert.Equal("p4m", root.GetProperty("certificate").GetProperty("exact_under").GetString());

        long Number(string name) => root.GetProperty("total").GetProperty(name).GetInt64();
    }

    [Theory]
    [InlineData("describe", "Required argument missing for command: 'describe'; 'gcnn describe --help' says what is needed.")]
    [InlineData("describe p5", "There is no such file, and as a model 'p5' is not known; there are z2 and p1, ")]
    [InlineData("describe p4 --size 0", "--size 0: from 1 to 4096 pixels are possible.")]
    [InlineData("describe p4 --size x", "--size x: a whole number up to 2147483647 is needed; ")]
    [InlineData("describe p4 --json /nowhere/a.json", "--json '/nowhere/a.json': there is no folder /nowhere; make it first.")]
    [InlineData("describe p4 --json /proc/a.json", "--json '/proc/a.json' cannot be written to: ")]
    [InlineData("describe p4 p4m", "'p4m' is not known here; ")]
    public async Task What_cannot_be_done_is_one_sentence(string arguments, string sentence) => Assert.StartsWith(
        sentence, (await Outcome.Of(arguments.Split(' '))).Sentence(), StringComparison.Ordinal);

    [Fact]
    public async Task Help_fits_one_screen_and_has_an_example()
    {
        Outcome help = await Outcome.Of("describe", "--help");
        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains("Example: gcnn describe p4m --size 32", help.Out, StringComparison.Ordinal);
        Assert.InRange(help.Out.TrimEnd().Split('\n').Length, 10, 24);
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
