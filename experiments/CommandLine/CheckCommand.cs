using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Check;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn check</c>.</summary>
internal static class CheckCommand
{
    private static readonly Option<int> Steps = new("--steps")
    {
        Description = "Training steps between the two measurements; 0 measures once.",
        HelpName = "K",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => CheckOptions.DefaultSteps,
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "File for the results as JSON.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Maps = new("--maps")
    {
        Description = "Folder for pictures of each layer's error, as PNG.",
        HelpName = "FOLDER",
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var model = new ModelArguments();
        var command = new ExampleCommand(
            "check",
            "Proves and measures whether a model is equivariant. Exit code 0: it is; 1: not; 2: bad arguments; 3: could not tell.",
            "gcnn check p4m --size 33 --steps 1");
        model.AddTo(command);
        command.Options.Add(Steps);
        command.Options.Add(Json);
        command.Options.Add(Maps);
        command.SetAction(parse => Guard.Run(() =>
        {
            CheckOptions options = new CheckOptions(parse.GetValue(Steps), parse.GetValue(Json), parse.GetValue(Maps)).Checked();
            using ModelSource source = model.Open(parse);
            return CheckExperiment.Run(source, options) switch
            {
                CheckAnswer.Equivariant => 0,
                CheckAnswer.NotEquivariant => Guard.NotEquivariant,
                _ => Guard.CouldNotTell,
            };
        }));
        return command;
    }
}
