using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Tests.Galaxy;

public sealed class RunConfigTests
{
    private static readonly GalaxyOptions[] Many =
    [
        RunConfig.Default,
        RunConfig.Default with { Task = GalaxyTask.AsLabelled, Data = "a.h5", Source = new SourceOptions { ImagesName = "x", LabelsName = "y" } },
        RunConfig.Default with
        {
            Data = "sky.zip", Test = "test.zip", Columns = new LabelColumns("id", "kind", "image"), Stratified = true, Memory = 100,
            Models = ModelName.ParseList("p4m-p4-p2,z2+aug"), Size = 33, Epochs = 7, Batch = 16, Parameters = 5000, Seed = 3, Seeds = [3, 1],
            Threads = 1, EqualTime = true,
        },
        RunConfig.Default with
        {
            Task = GalaxyTask.Votes, Data = "sky", Labels = "votes.csv", Budget = BudgetKind.Time,
            Widths = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal) { ["p4"] = [1, 2, 3, 4, 5] },
            Training = new TrainingConfig { Optimizer = new SgdConfig(), EarlyStopping = new EarlyStopping(3, Metric.Rmse) },
        },
        RunConfig.Default with { Task = GalaxyTask.Handedness, Budget = BudgetKind.MultiplyAdds },
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Many.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_written_is_read_again(int number)
    {
        string text = RunConfig.ToJson(Many[number]).ToJsonString();
        GalaxyOptions read = RunConfig.Parse(text, "here");
        Assert.Equal(text, RunConfig.ToJson(read).ToJsonString());
        Assert.Equal(Many[number].TrainingFor(5000, 1), read.TrainingFor(5000, 1));
        Assert.Equal(Many[number].Seeds, read.Seeds);
        Assert.Single(Many, options => RunConfig.ToJson(options).ToJsonString() == text);
    }

    [Fact]
    public void What_is_missing_has_its_default() =>
        Assert.Equal(RunConfig.ToJson(RunConfig.Default).ToJsonString(), RunConfig.ToJson(RunConfig.Parse("{}", "here")).ToJsonString());

    [Fact]
    public void Epochs_and_batch_of_a_run_are_those_of_its_data()
    {
        JsonNode training = RunConfig.ToJson(RunConfig.Default with { Data = "x" }, trainingImages: 10)["training"]!;
        Assert.Equal((GalaxyOptions.EpochsForSmallSets, GalaxyOptions.BatchForSmallSets), ((int)training["epochs"]!, (int)training["batch"]!));
    }

    [Theory]
    [InlineData("""{ "model": "p4" }""", "run.json: it has 'model', which is not known there; there are seeds, data, budget, task, models, size, threads, equalTime, training.")]
    [InlineData("""{ "models": "p4" }""", "run.json: models is \"p4\"; a list of names of models is needed.")]
    [InlineData("""{ "models": ["p5"] }""", "--models: 'p5' is not known; ")]
    [InlineData("""{ "task": "colour" }""", "--task colour is not known; there are morphology, handedness, votes and classes.")]
    [InlineData("""{ "seeds": [0, -1] }""", "run.json: seeds is [0,-1]; a list of whole numbers from 0 up is needed.")]
    [InlineData("""{ "data": { "names": ["x"] } }""", "run.json: data.names is [\"x\"]; a list of two names is needed.")]
    [InlineData("""{ "data": { "split": "half" } }""", "run.json: data.split is \"half\"; one of id, stratified is needed.")]
    [InlineData("""{ "budget": { "kind": "money" } }""", "run.json: budget.kind is \"money\"; one of parameters, multiply-adds, time is needed.")]
    [InlineData("""{ "budget": { "widths": { "p4": [1, 2] } } }""", "run.json: budget.widths.p4 is [1,2]; a list of 5 widths is needed.")]
    [InlineData("""{ "training": { "seed": 3 } }""", "run.json: training has 'seed', which is not known there; there are epochs, batch, optimizer, ")]
    public void What_does_not_belong_there_is_one_sentence(string text, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<UsageException>(() => RunConfig.Parse(text, "run.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_file_of_the_documentation_has_every_key()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "configurations", "every-key.json"));
        Assert.Equal(JsonNode.Parse(text)!.ToJsonString(), RunConfig.ToJson(RunConfig.Parse(text, "every-key.json")).ToJsonString());
    }

    [Fact]
    public void A_file_that_is_not_there_is_one_sentence() => Assert.StartsWith(
        "--config '/nowhere/run.json' cannot be read: ",
        Assert.Throws<UsageException>(() => RunConfig.Read("/nowhere/run.json")).Message, StringComparison.Ordinal);
}
