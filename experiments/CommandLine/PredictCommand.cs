using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Predict;
using GCnn.Experiments.Ranks;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn predict</c>.</summary>
internal static class PredictCommand
{
    private static readonly Option<string> Model = Required("--model", "CHECKPOINT", "A checkpoint of gcnn galaxy --out.");

    private static readonly Option<string> Data = Required(
        "--data", "PATH", "Images of any format, labelled or not (gcnn data describe PATH), or synthetic:N, galaxies made on the spot.");

    private static readonly Option<string> Out = Required("--out", "FILE", "CSV file for the predictions.");

    private static readonly Option<string?> Labels = new("--labels")
    {
        Description = "CSV with the object ids, ours or Galaxy Zoo 2's. Without it: labels.csv among the images, or the images' names.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Columns = LabelColumnNames.Create();

    private static readonly Option<string[]> Names = DatasetNames.Create();

    private static readonly Option<string> Orbit = Word(
        "--orbit", "own|lattice|none",
        "Poses of orbit_spread. own: those of the net's group; lattice: all of the pixels' (p4m, on hexagons p6m); none: one forward pass.",
        OrbitKind.Own);

    private static readonly Option<string> OnBad = Word(
        "--on-bad", "row|skip|stop",
        "What becomes of a bad image. row: a row without numbers that says why; skip: no row; stop: the run ends before it.",
        BadImageRule.Row);

    private static readonly Option<int> Batch = Number(
        "--batch", $"Images in a forward pass, a multiple of {PredictOptions.BatchStep}.", PredictOptions.DefaultBatch);

    private static readonly Option<int> Threads = Number(
        "--threads", "Batches that are read and computed at a time, each on one core.", RankCommand.DefaultThreads);

    private static readonly Option<int> Seed = Number("--seed", "Seed of a synthetic sky.", 0);

    private static readonly Option<string?> ShardOf = new("--shard")
    {
        Description = "Only the objects of one rank of several, into a file of its own.",
        HelpName = "R/N",
    };

    private static readonly Option<int?> Merge = new("--merge")
    {
        Description = "Puts the files of N ranks together.",
        HelpName = "N",
        CustomParser = given => WholeNumber.Parse(given),
    };

    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Begins anew, whatever is there." };

    private static readonly Option<bool> Bare = new("--bare")
    {
        Description = "Times it beside bare forward passes of the same work, in turn.",
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand(
            "predict",
            "Asks a trained net about any number of images; a run that was stopped goes on.",
            "gcnn predict --model results/p4m.safetensors --data galaxies.zip --out predictions.csv")
        {
            Model, Data, Out, Labels, Columns, Names, Orbit, OnBad, Batch, Threads, Seed, ShardOf, Merge, Fresh, Bare,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(ShardOf) is not null && given.GetValue(Merge) is not null)
            {
                given.AddError("--shard predicts the objects of one rank, --merge puts all ranks together; give one of them.");
            }
        });

        // On a thread of its own: Ctrl-C is listened to only once the action has returned its task.
        command.SetAction((parse, cancellation) => Task.Run(() => RankCommand.Run(() => Run(parse, cancellation)), CancellationToken.None));
        return command;
    }

    private static void Run(ParseResult parse, CancellationToken cancellation)
    {
        Shard shard = parse.GetValue(ShardOf) is { } text ? Shard.Parse(text) : Shard.Whole;
        using PredictRun run = PredictRun.Open(Read(parse));
        if (parse.GetValue(Bare))
        {
            run.TimeBesideBare(cancellation);
        }
        else if (parse.GetValue(Merge) is { } ranks)
        {
            run.Merge(ranks, cancellation);
        }
        else if (RankGroup.Current is { IsParallel: true } group)
        {
            PredictTogether(run, group, cancellation);
        }
        else
        {
            run.PredictShard(shard.Rank, shard.Ranks, cancellation);
        }
    }

    // Each rank its own objects, then rank 0 puts them together; where that was done before, it says so.
    private static void PredictTogether(PredictRun run, RankGroup group, CancellationToken cancellation)
    {
        if (group.OfFirst(run.Options.Fresh || !File.Exists(run.Options.Out)))
        {
            run.PredictShard(group.Shard.Rank, group.Shard.Ranks, cancellation);
        }

        group.Meet();
        if (group.IsFirst)
        {
            run.Merge(group.Shard.Ranks, cancellation);
        }

        group.Meet();
    }

    private static PredictOptions Read(ParseResult parse) => new(
        parse.GetRequiredValue(Model), parse.GetRequiredValue(Data), parse.GetRequiredValue(Out))
    {
        Labels = parse.GetValue(Labels),
        Columns = LabelColumnNames.Read(parse, Columns),
        Source = DatasetNames.Read(parse, Names),
        Orbit = ValueOf<OrbitKind>(parse, Orbit),
        OnBad = ValueOf<BadImageRule>(parse, OnBad),
        Batch = parse.GetValue(Batch),
        Threads = parse.GetValue(Threads),
        Seed = parse.GetValue(Seed),
        Fresh = parse.GetValue(Fresh),
    };

    private static Option<string> Required(string name, string value, string description) => new(name)
    {
        Description = description,
        HelpName = value,
        Required = true,
    };

    private static Option<int> Number(string name, string description, int without) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => without,
    };

    private static Option<string> Word<T>(string name, string words, string description, T without)
        where T : struct, Enum => new(name)
        {
            Description = description,
            HelpName = words,
            DefaultValueFactory = _ => $"{without}".ToLowerInvariant(),
        };

    private static T ValueOf<T>(ParseResult parse, Option<string> option)
        where T : struct, Enum
    {
        string word = parse.GetRequiredValue(option);
        return Array.Find(Enum.GetValues<T>(), value => $"{value}".Equals(word, StringComparison.OrdinalIgnoreCase)) is var found
            && $"{found}".Equals(word, StringComparison.OrdinalIgnoreCase)
                ? found
                : throw new UsageException(
                    $"{option.Name} {word} is not known; there are {option.HelpName!.Replace("|", ", ", StringComparison.Ordinal)}.");
    }
}
