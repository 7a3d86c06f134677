using System.Text.Json.Nodes;
using GCnn.Experiments.Scale;
using GCnn.Experiments.Tests.Support;

namespace GCnn.Experiments.Tests.Scale;

[Collection(ConsoleCollection.Name)]
public sealed class ScaleTests(SkyFolder sky)
{
    [Fact]
    public async Task Jobs_of_several_processes_have_the_weights_of_one()
    {
        string json = sky.New(".json");
        Outcome outcome = await Outcome.Of(
            "scale", "--ranks", "1,2,4", "--size", "17", "--batch", "16", "--parameters", "2000", "--json", json);
        Assert.Equal("", outcome.Error);
        Assert.True(outcome.Code == 0, outcome.Out);
        Assert.Contains("In float64 every job has the weights of one process to 1e-5", outcome.Out, StringComparison.Ordinal);
        JsonArray jobs = JsonNode.Parse(File.ReadAllText(json))!["jobs"]!.AsArray();
        Assert.Equal([1, 2, 4], jobs.Select(job => (int)job!["Ranks"]!));
        Assert.All(jobs, job => Assert.InRange((double)job!["Difference"]!, 0, ScaleOptions.Tolerance));
        Assert.All(jobs.Skip(1), job => Assert.True((double)job!["DifferenceWithoutStatistics"]! > 100 * ScaleOptions.Tolerance));
    }

    [Theory]
    [InlineData("--ranks 0", "--ranks 0: numbers of processes from 1 to 64, with commas between, are needed.")]
    [InlineData("--ranks two", "--ranks two: numbers of processes from 1 to 64, with commas between, are needed.")]
    [InlineData("--model z2,p4", "--model z2,p4: one model is compared at a time.")]
    [InlineData("--optimizer adam", "--optimizer adam is not known; there are adamw and sgd.")]
    [InlineData("--batch 1", "--batch 1: from 2 to 4096 images make a training step.")]
    [InlineData("--size 64", "--size 64: a multiple of 16, plus 1, up to 1025 is needed.")]
    public async Task Values_that_make_no_sense_are_one_sentence(string option, string sentence) =>
        Assert.Equal(sentence, (await Outcome.Of(["scale", .. option.Split(' ')])).Sentence());
}
