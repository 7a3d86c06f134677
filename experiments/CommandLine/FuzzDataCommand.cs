using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Fuzz;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn fuzz-data</c>.</summary>
internal static class FuzzDataCommand
{
    private static readonly Option<int> Count = Number("--count", "Mutations of each format.", FuzzOptions.DefaultCount);

    private static readonly Option<int> Seed = Number("--seed", "Where the random numbers start.", 1);

    private static readonly Option<string[]> Formats = new("--formats")
    {
        Description = $"Only these: {string.Join(", ", FuzzOptions.Names)}.",
        HelpName = "NAMES",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for files that brought a reader down.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => FuzzOptions.DefaultOut,
    };

    // How the command starts itself again, so that a native library may bring that process down and not this one.
    private static readonly Option<int> WorkerFrom = new("--worker-from")
    {
        Hidden = true,
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => -1,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand(
            "fuzz-data",
            "Reads mutated files; exit code 1 if a reader crashes.",
            "gcnn fuzz-data --count 100 --formats png fits")
        {
            Count, Seed, Formats, Out, WorkerFrom,
        };
        command.SetAction((parse, cancellation) => Task.Run(
            () => Guard.Run(() =>
            {
                FuzzOptions options = new FuzzOptions(
                    parse.GetValue(Count), parse.GetValue(Seed), parse.GetRequiredValue(Formats), parse.GetRequiredValue(Out)).Checked();
                int from = parse.GetValue(WorkerFrom);
                if (from >= 0)
                {
                    FuzzWorker.Run(options.Formats[0], options.Seed, from, options.Count);
                    return 0;
                }

                return FuzzExperiment.Run(options, cancellation).GetAwaiter().GetResult() ? 0 : 1;
            }),
            CancellationToken.None));
        return command;
    }

    private static Option<int> Number(string name, string description, int otherwise) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => otherwise,
    };
}
