using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Bench;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn bench</c>.</summary>
internal static class BenchCommand
{
    private static readonly Argument<string?> Name = new("name")
    {
        Description = "conv (layers), step (training steps), net (forward) or augment; all if left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Only = Text("--only", "TEXT", "Rows whose name holds this.");

    private static readonly Option<int?> Fields = Number("--fields", "Fields in every row.");

    private static readonly Option<int?> Size = Number("--size", "Side of the images in every row.");

    private static readonly Option<int?> Batch = Number("--batch", "Images of a batch in every row.");

    private static readonly Option<int?> Threads = Number("--threads", "Threads in every row.");

    private static readonly Option<int> Budget = new("--budget")
    {
        Description = "Seconds for a row.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => BenchOptions.DefaultBudget,
    };

    private static readonly Option<string?> Json = Text("--json", "FILE", "File for the rows as JSON.");

    private static readonly Option<bool> Peers = new("--peers")
    {
        Description = "With e2cnn, HexagDLy and torchvision (benchmarks/peers).",
    };

    private static readonly Option<string> Python = new("--python")
    {
        Description = "Interpreter that has torch.",
        HelpName = "PATH",
        DefaultValueFactory = _ => PeerOptions.DefaultPython,
    };

    private static readonly Option<string?> E2cnn = Text("--e2cnn", "DIR", "Folder of e2cnn's package.");

    private static readonly Option<string?> Hexagdly = Text("--hexagdly", "DIR", "Folder of HexagDLy's hexagdly.py.");

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand(
            "bench",
            "Times layers and nets beside plain ones and other libraries.",
            "gcnn bench conv --only C4 --size 17 --budget 1")
        {
            Name, Only, Fields, Size, Batch, Threads, Budget, Json, Peers, Python, E2cnn, Hexagdly,
        };

        // On a thread of its own: Ctrl-C is listened to only once the action has returned its task.
        command.SetAction((parse, cancellation) => Task.Run(
            () => Guard.Run(() => BenchExperiment.Run(Read(parse), cancellation)), CancellationToken.None));
        return command;
    }

    private static BenchOptions Read(ParseResult parse) => new BenchOptions(
        parse.GetValue(Name), parse.GetValue(Only), parse.GetValue(Fields), parse.GetValue(Size), parse.GetValue(Batch),
        parse.GetValue(Threads), parse.GetValue(Budget), parse.GetValue(Json),
        parse.GetValue(Peers)
            ? new PeerOptions(parse.GetRequiredValue(Python), parse.GetValue(E2cnn), parse.GetValue(Hexagdly))
            : null).Checked();

    private static Option<string?> Text(string name, string value, string description) => new(name)
    {
        Description = description,
        HelpName = value,
    };

    private static Option<int?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = given => WholeNumber.Parse(given),
    };
}
