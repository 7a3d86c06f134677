using System.Text.Json.Nodes;
using GCnn.Experiments.Check;
using GCnn.Experiments.Models;
using GCnn.Experiments.Tests.Support;
using GCnn.Images;
using TorchSharp;

namespace GCnn.Experiments.Tests.CommandLine;

[Collection(ConsoleCollection.Name)]
public sealed class CheckRunTests(SkyFolder folder)
{
    private const string Small = "--parameters 1500 --steps 2";

    [Theory]
    [InlineData("p4m --size 33", "certificate: exact under p4m", "p4m")]
    [InlineData("p6m --size 17", "certificate: exact under p6m", "p6m")]
    [InlineData("p4m-p4-p2 --size 17", "certificate: exact under p2", "p2")]
    [InlineData("z2 --size 20", "certificate: exact under p1", "p1")]
    public async Task An_equivariant_model_passes(string model, string certificate, string group)
    {
        Outcome outcome = await Outcome.Of(["check", .. $"{model} {Small}".Split(' ')]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains($", initial weights; claims {group}\n{certificate}", outcome.Out, StringComparison.Ordinal);
        string verdict = $"The model commutes with {group}, before training and after 2 training steps.\n";
        Assert.EndsWith(verdict, outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("BROKEN", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_on_a_size_that_does_not_fit_fails_and_the_offender_and_the_mending_sizes_are_named()
    {
        string json = folder.New(".json");
        Outcome outcome = await Outcome.Of(["check", .. $"p4m --size 32 {Small} --json {json}".Split(' ')]);
        Assert.Equal((1, ""), (outcome.Code, outcome.Error));
        string offender = "first offender: features.0 Convolution, rows and columns: (32 + 2*2 - 5) mod 2 = 1";
        Assert.Contains(offender, outcome.Out, StringComparison.Ordinal);
        Assert.Contains("exact with input 33 x 33, or input 17 x 17\n", outcome.Out, StringComparison.Ordinal);
        string verdict = outcome.Out.TrimEnd().Split('\n')[^1];
        Assert.StartsWith("The model does not commute with p4m before training: error ", verdict, StringComparison.Ordinal);
        Assert.Contains("First offender: features.0 Convolution, own error ", verdict, StringComparison.Ordinal);

        JsonNode answer = JsonNode.Parse(File.ReadAllText(json))!;
        Assert.False(answer["equivariant"]!.GetValue<bool>());
        Assert.Equal("features.0", answer["first_offender"]!.GetValue<string>());
        Assert.Equal("Partial", answer["certificate"]!["exactness"]!.GetValue<string>());
        string[] titles = [.. answer["stages"]!.AsArray().Select(stage => stage!["title"]!.GetValue<string>())];
        Assert.Equal(["before training", "after 2 training steps"], titles);
        Assert.Equal(8, answer["stages"]![0]!["layers"]![0]!["own"]!["elements"]!.AsArray().Count);
    }

    [Fact]
    public async Task Error_maps_are_pictures_that_say_their_maximum()
    {
        string maps = folder.New();
        Outcome outcome = await Outcome.Of(["check", .. $"p4 --size 16 --parameters 1500 --steps 0 --maps {maps}".Split(' ')]);
        Assert.Equal(1, outcome.Code);
        string[] files = Directory.GetFiles(maps);
        Assert.Contains($"{maps}: {files.Length} error maps\n", outcome.Out, StringComparison.Ordinal);
        string first = Assert.Single(files, file => Path.GetFileName(file).StartsWith("before-features.0-max-", StringComparison.Ordinal));
        Assert.True(ImageCodec.Decode(File.ReadAllBytes(first)).Width > 4 * 96);
    }

    [Fact]
    public async Task What_could_not_be_told_has_an_exit_code_and_a_sentence_of_its_own()
    {
        string json = folder.New(".json");
        Outcome outcome = await Outcome.Of(["check", .. $"p4m --size 1 --parameters 1500 --steps 0 --json {json}".Split(' ')]);
        Assert.Equal((3, ""), (outcome.Code, outcome.Error));
        Assert.Contains("certificate: exact under p4m", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("The model was not tested before training: ", outcome.Out, StringComparison.Ordinal);
        string sentence = "The measurement could not tell whether the model is equivariant (exit code 3); a larger --size may.\n";
        Assert.EndsWith(sentence, outcome.Out, StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(File.ReadAllText(json))!["equivariant"]);
    }

    [Fact]
    public void No_NaN_is_lost_in_the_table()
    {
        using var model = ModelSource.Open("p4", 17, 1500);
        using (torch.no_grad())
        {
            model.Net.parameters().First().fill_(double.NaN);
        }

        TextWriter console = Console.Out;
        using StringWriter written = new();
        Console.SetOut(written);
        try
        {
            Assert.Equal(CheckAnswer.CouldNotTell, CheckExperiment.Run(model, new CheckOptions(0, null, null)));
        }
        finally
        {
            Console.SetOut(console);
        }

        string[] lines = written.ToString().Split('\n');
        string first = Assert.Single(lines, line => line.StartsWith("features.0 ", StringComparison.Ordinal));
        Assert.Matches("^features.0 Convolution +NaN +NaN +NaN +NaN +BROKEN$", first);
    }

    [Theory]
    [InlineData("p5", "There is no such file, and as a model ")]
    [InlineData("p4m --steps -1", "--steps -1: from 0 to 1000 training steps are possible.")]
    [InlineData("p4m --steps x", "--steps x: a whole number")]
    [InlineData("p4m --json /nowhere/a.json", "--json '/nowhere/a.json': there is no folder /nowhere; make it first.")]
    [InlineData("p4m --json /proc/a.json", "--json '/proc/a.json' cannot be written to: ")]
    [InlineData("p4m --maps /proc", "--maps '/proc' cannot be written to: ")]
    [InlineData("p4m --maps /dev/null/a", "--maps '/dev/null/a' cannot be written to: ")]
    [InlineData("p6m --size 18", "--size 18: hexagons of p6m are stored on an odd number of rows and columns; use 19.")]
    public async Task What_makes_no_sense_is_one_sentence(string arguments, string sentence)
    {
        Outcome outcome = await Outcome.Of(["check", .. arguments.Split(' ')]);
        Assert.StartsWith(sentence, outcome.Sentence(), StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Out);
    }

    [Fact]
    public async Task Help_fits_a_screen_and_has_an_example()
    {
        Outcome help = await Outcome.Of("check", "--help");
        Assert.Equal((0, ""), (help.Code, help.Error));
        string[] options = ["size", "json", "maps", "steps"];
        Assert.All(options, option => Assert.Contains($"  --{option} <", help.Out, StringComparison.Ordinal));
        string[] lines = help.Out.Split('\n');
        Assert.InRange(lines.Length, 5, 30);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 110));
        Assert.Contains("Example: gcnn check p4m", help.Out, StringComparison.Ordinal);
    }
}
