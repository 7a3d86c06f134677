using System.CommandLine;
using System.CommandLine.Parsing;
using GCnn.Data;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;
using GCnn.Experiments.Ranks;

namespace GCnn.Experiments.CommandLine;

/// <summary>The command <c>gcnn galaxy</c>.</summary>
internal static partial class GalaxyCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand(
            "galaxy",
            "Trains plain and equivariant CNNs of one size on galaxies.",
            "gcnn galaxy --models z2,p4m --size 17 --epochs 2 --out results")
        {
            Data, Models, Task, Size, Epochs, Out, Config, Budget, Parameters, Seeds, Seed, Batch, Labels, Test, Split, Threads, EqualTime,
            Memory, Keep, SaveEvery, Names, Columns, Json,
        };

        // On a thread of its own: Ctrl-C is listened to only once the action has returned its task.
        command.SetAction((parse, cancellation) => System.Threading.Tasks.Task.Run(
            () => RankCommand.Run(() => GalaxyExperiment.Run(Read(parse), cancellation)), CancellationToken.None));
        return command;
    }

    private static GalaxyOptions Read(ParseResult parse)
    {
        bool Given(Option option) => parse.GetResult(option) is { Implicit: false };
        T Or<T>(Option<T> option, T otherwise) => Given(option) ? parse.GetValue(option)! : otherwise;
        GalaxyOptions file = parse.GetValue(Config) is { } path ? RunConfig.Read(path) : RunConfig.Default;
        int[]? seeds = Given(Seeds) ? SeedsOf(parse.GetValue(Seeds)!) : Given(Seed) ? [parse.GetValue(Seed)] : null;
        if (Given(Seeds) && Given(Seed))
        {
            throw new UsageException("--seed and --seeds were both given; give one of them.");
        }

        GalaxyOptions options = file with
        {
            Data = Or(Data, file.Data), Test = Or(Test, file.Test), Labels = Or(Labels, file.Labels),
            Task = Given(Task) ? RunConfig.TaskNamed(parse.GetRequiredValue(Task)) : file.Task,
            Models = Given(Models) ? ModelName.ParseList(parse.GetRequiredValue(Models)) : file.Models,
            Size = Or(Size, file.Size), Epochs = Or(Epochs, file.Epochs), Batch = Or(Batch, file.Batch),
            Parameters = Or(Parameters, file.Parameters), Seed = seeds is [var first, ..] ? first : file.Seed, Seeds = seeds ?? file.Seeds,
            Budget = Given(Budget) ? RunConfig.BudgetNamed(parse.GetRequiredValue(Budget)) : file.Budget,
            Threads = Or(Threads, file.Threads),
            Columns = parse.GetValue(Columns) is [var id, var label, var image] ? new LabelColumns(id, label, image) : file.Columns,
            Source = Given(Names) ? DatasetNames.Read(parse, Names) : file.Source, Memory = Or(Memory, file.Memory),
            Stratified = Given(Split) ? IsStratified(parse.GetRequiredValue(Split)) : file.Stratified,
            EqualTime = Or(EqualTime, file.EqualTime), Out = parse.GetValue(Out), Json = parse.GetValue(Json),
            CommandLine = ShellText.Of(parse.Tokens.Select(token => token.Value).Prepend("gcnn")),
            Keep = parse.GetValue(Keep), SaveEvery = parse.GetValue(SaveEvery),
        };

        // Widths that were measured are of the run of the file, and of no other.
        Option[] deciding = [Task, Models, Size, Batch, Parameters, Budget, Threads, Data];
        return (Array.Exists(deciding, Given) ? options with { Widths = RunConfig.Default.Widths } : options).Checked();
    }

    private static int[] SeedsOf(string list)
    {
        string[] parts = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.Select(part => int.TryParse(part, out int seed)
            ? seed
            : throw new UsageException($"--seeds {list}: '{part}' is no whole number; give some with commas between, as 0,1,2."))];
    }

    private static double Seconds(ArgumentResult given)
    {
        string text = given.Tokens[0].Value;
        if (!double.TryParse(text, out double seconds))
        {
            given.AddError($"--save-every {text}: a number of seconds is needed");
        }

        return seconds;
    }

    private static bool IsStratified(string rule) => rule switch
    {
        "id" => false,
        "stratified" => true,
        _ => throw new UsageException($"--split {rule} is not known; there are id and stratified."),
    };
}
