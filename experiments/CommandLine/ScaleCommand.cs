using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Ranks;
using GCnn.Experiments.Scale;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn scale</c>.</summary>
internal static class ScaleCommand
{
    private static readonly Option<string> Ranks = new("--ranks")
    {
        Description = "Numbers of processes, with commas between.",
        HelpName = "LIST",
        DefaultValueFactory = _ => "1,2,4",
    };

    private static readonly Option<string> Model = new("--model")
    {
        Description = "The model, as gcnn galaxy names it.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "p4m",
    };

    private static readonly Option<int> Batch = Number("--batch", "Images in a step, over all processes.", GalaxyOptions.DefaultBatch);

    private static readonly Option<int> Size = Number("--size", "Side of the images in pixels.", GalaxyOptions.DefaultSize);

    private static readonly Option<int> Parameters = Number("--parameters", "Most parameters of the model.", GalaxyOptions.DefaultParameters);

    private static readonly Option<string> Optimizer = new("--optimizer")
    {
        Description = "adamw (that of gcnn galaxy) or sgd (with momentum, which carries rounding less far).",
        HelpName = "NAME",
        DefaultValueFactory = _ => "adamw",
    };

    private static readonly Option<string?> Json = new("--json") { Description = "File for the figures as JSON.", HelpName = "FILE" };

    // How the command starts itself again under mpirun.
    private static readonly Option<string?> Result = new("--result") { Hidden = true };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand(
            "scale",
            "Trains as several processes and as one, and compares. Weights after 20 steps must agree; the cost of communication is " +
            "measured. " +
            "Exit code 1 if they do not.",
            "gcnn scale --ranks 2 --size 17 --batch 16 --parameters 2000")
        {
            Ranks, Model, Batch, Size, Parameters, Optimizer, Json, Result,
        };
        command.SetAction((parse, cancellation) => Task.Run(
            () => parse.GetValue(Result) is { } file
                ? RankCommand.Run(() => ScaleRank.Run(Read(parse), file))
                : Guard.Run(() => ScaleExperiment.Run(
                    Read(parse), [.. parse.Tokens.Select(token => token.Value)], cancellation).GetAwaiter().GetResult() ? 0 : 1),
            CancellationToken.None));
        return command;
    }

    private static ScaleOptions Read(ParseResult parse) => new ScaleOptions(
        ScaleOptions.RanksOf(parse.GetRequiredValue(Ranks)), OneModel(parse.GetRequiredValue(Model)), parse.GetValue(Batch),
        parse.GetValue(Size), parse.GetValue(Parameters), parse.GetValue(Json))
    {
        Optimizer = OptimizerNamed(parse.GetRequiredValue(Optimizer)),
    }.Checked();

    private static OptimizerConfig OptimizerNamed(string name)
    {
        OptimizerConfig[] known = [new AdamWConfig(), new SgdConfig()];
        return Array.Find(known, optimizer => optimizer.Kind == name) ?? throw new UsageException(
            $"--optimizer {name} is not known; there are {string.Join(" and ", known.Select(optimizer => optimizer.Kind))}.");
    }

    private static ModelName OneModel(string name) => ModelName.ParseList(name) is [var model]
        ? model
        : throw new UsageException($"--model {name}: one model is compared at a time.");

    private static Option<int> Number(string name, string description, int without) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => without,
    };
}
