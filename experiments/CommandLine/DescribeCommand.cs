using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Describe;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn describe</c>.</summary>
internal static class DescribeCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        ModelArguments arguments = new();
        Option<string?> json = new("--json")
        {
            Description = "File for the same as JSON, with exact numbers.",
            HelpName = "FILE",
        };
        var command = new ExampleCommand(
            "describe",
            "Shows a model layer by layer: sizes, parameters, symmetries.",
            "gcnn describe p4m --size 32");
        arguments.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parse => Guard.Run(() =>
        {
            using ModelSource model = arguments.Open(parse);
            Description.Write(model, parse.GetValue(json));
        }));
        return command;
    }
}
