using System.Text.Json.Nodes;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Evaluation;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Tests.Training.Configuration;

public sealed class TrainingConfigTests
{
    private static readonly TrainingConfig[] Many =
    [
        new(),
        new() { Epochs = 3, Batch = 8, Seed = 5, Clip = 0.5, Ema = new WeightAverage(0.99), ClassWeights = ClassWeighting.None },
        new() { Optimizer = new AdamWConfig(0.002, 0, 0.8, 0.95, 1e-6), Schedule = new OneCycleSchedule(0.1, false) },
        new() { Optimizer = new SgdConfig(0.3, 1e-4, 0.8, true), Schedule = new CosineSchedule(0.1, 0.01) },
        new() { Schedule = new StepSchedule(7, 0.2, 0.1), EarlyStopping = new EarlyStopping(4, Metric.BalancedAccuracy) },
        new() { Schedule = new ConstantSchedule(0.25), EarlyStopping = new EarlyStopping(1, Metric.Rmse) },
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Many.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_written_is_read_again(int number)
    {
        string text = Many[number].ToJson().ToJsonString();
        Assert.Equal(Many[number], TrainingConfig.FromJson(JsonNode.Parse(text), "here"));
        Assert.Equal(Many[number], TrainingConfig.FromJson(Many[number].ToJson(), "here"));
        Assert.Single(Many, config => config.ToJson().ToJsonString() == text);
    }

    [Fact]
    public void What_is_missing_has_its_default()
    {
        Assert.Equal(new TrainingConfig(), Read("{}"));
        Assert.Equal(
            new TrainingConfig { Optimizer = new SgdConfig(), Schedule = new StepSchedule(Every: 3) },
            Read("""{ "optimizer": { "kind": "sgd" }, "schedule": { "kind": "step", "every": 3 }, "clip": null }"""));
    }

    [Theory]
    [InlineData("""{ "epoch": 3 }""", "run.json: it has 'epoch', which is not known there; there are epochs, batch, seed, optimizer, schedule, clip, earlyStopping, ema, classWeights.")]
    [InlineData("""{ "epochs": 0 }""", "run.json: epochs is 0; a whole number from 1 to 10000 is needed.")]
    [InlineData("""{ "epochs": 1.5 }""", "run.json: epochs is 1.5; a whole number from 1 to 10000 is needed.")]
    [InlineData("""{ "seed": -1 }""", "run.json: seed is -1; a whole number from 0 up is needed.")]
    [InlineData("""{ "optimizer": "adam" }""", "run.json: optimizer is \"adam\"; an object in braces is needed.")]
    [InlineData("""{ "optimizer": { "kind": "adam" } }""", "run.json: optimizer.kind is \"adam\"; one of adamw, sgd is needed.")]
    [InlineData("""{ "optimizer": { "lr": 1 } }""", "run.json: optimizer has 'lr', which is not known there; there are kind, betas, learningRate, weightDecay, epsilon.")]
    [InlineData("""{ "optimizer": { "learningRate": 0 } }""", "run.json: optimizer.learningRate is 0; a number above 0 is needed.")]
    [InlineData("""{ "optimizer": { "betas": [0.9] } }""", "run.json: optimizer.betas is [0.9]; a list of two numbers from 0 to below 1 is needed.")]
    [InlineData("""{ "optimizer": { "kind": "sgd", "nesterov": 1 } }""", "run.json: optimizer.nesterov is 1; true or false is needed.")]
    [InlineData("""{ "schedule": { "kind": "step", "floor": 1 } }""", "run.json: schedule has 'floor', which is not known there; there are kind, every, factor, warmup.")]
    [InlineData("""{ "schedule": { "warmup": 2 } }""", "run.json: schedule.warmup is 2; a number from 0 to below 1, a part of all steps, is needed.")]
    [InlineData("""{ "clip": "big" }""", "run.json: clip is \"big\"; a number above 0 is needed.")]
    [InlineData("""{ "earlyStopping": { "metric": "f1" } }""", "run.json: earlyStopping.metric is \"f1\"; one of loss, accuracy, balanced-accuracy, calibration-error, rmse is needed.")]
    [InlineData("""{ "ema": { "decay": 1 } }""", "run.json: ema.decay is 1; a number between 0 and 1 is needed.")]
    [InlineData("""{ "classWeights": true }""", "run.json: classWeights is true; one of balanced, none is needed.")]
    [InlineData("[]", "run.json is no object; a configuration begins with { and ends with }.")]
    public void What_does_not_belong_there_is_one_sentence(string text, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<UsageException>(() => Read(text)).Message);

    [Theory]
    [InlineData("{")]
    [InlineData("""{ "epochs": 1, "epochs": 2 }""")]
    [InlineData("epochs: 3")]
    public void What_is_no_JSON_is_one_sentence(string text)
    {
        string message = Assert.Throws<UsageException>(() => ConfigObject.Parse(text, "run.json")).Message;
        Assert.StartsWith("run.json is not JSON: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static TrainingConfig Read(string text) => TrainingConfig.FromJson(JsonNode.Parse(text), "run.json");
}
