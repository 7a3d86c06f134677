using System.CommandLine;
using System.CommandLine.Help;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.CommandLine;

/// <summary>The program: it reads the arguments, runs the command they name and gives the exit code.</summary>
public static class GcnnCommand
{
    /// <summary>Runs the program. Arguments that cannot be understood are one sentence on the error stream and exit code 2.</summary>
    /// <param name="arguments">The command's name and its options.</param>
    /// <returns>0; 1 for a check that failed; 2 for a mistake in what was given; 3 for a check that could not tell; 130 after Ctrl-C.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments)
    {
        ParseResult parse = Root().Parse(arguments);
        if (Complaint(parse) is { } complaint)
        {
            Console.Error.WriteLine(PlainText.OneLine($"gcnn: {complaint}"));
            return Guard.BadInput;
        }

        return await parse.InvokeAsync(new InvocationConfiguration
        {
            // After Ctrl-C the running batch is finished and the last whole epoch stays on disk.
            ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
        }).ConfigureAwait(false);
    }

    /// <summary>All commands.</summary>
    internal static RootCommand Root()
    {
        var root = new RootCommand("GCnn: group-equivariant CNNs for images in the plane.")
        {
            GalaxyCommand.Create(),
            PredictCommand.Create(),
            ExportCommand.Create(),
            DescribeCommand.Create(),
            CheckCommand.Create(),
            KernelsCommand.Create(),
            BenchCommand.Create(),
            ScaleCommand.Create(),
            DataCommand.Create(),
            AugmentCommand.Create(),
            FuzzDataCommand.Create(),
            TestKillsCommand.Create(),
        };
        root.Options.OfType<HelpOption>().Single().Action = new HelpScreenAction();
        return root;
    }

    private static string? Complaint(ParseResult parse)
    {
        Command command = parse.CommandResult.Command;
        string help = $"{CommandPath.Of(command)} --help";
        return (parse.Errors.Count, parse.UnmatchedTokens.Count) switch
        {
            (0, _) => null,
            (_, > 0) => $"'{parse.UnmatchedTokens[0]}' is not known here; '{help}' lists what is.",
            _ when command.Subcommands.Count > 0 => $"no command was given; there is {Names(command)}, and '{help}' says more.",
            _ => $"{parse.Errors[0].Message.TrimEnd('.')}; '{help}' says what is needed.",
        };
    }

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(child => child.Name));
}
