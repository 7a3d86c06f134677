using System.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn galaxy</c>.</summary>
internal static class GalaxyCommand
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder or zip of JPEG/PNG images with a labels.csv. Without it: a synthetic sky made on the spot.",
        HelpName = "PATH",
    };

    private static readonly Option<string?> Test = new("--test")
    {
        Description = "A second such set, used only for the final numbers. Without it: the fifth of the objects whose ids hash to it.",
        HelpName = "PATH",
    };

    private static readonly Option<string> Task = new("--task")
    {
        Description = "morphology (smooth, spiral, edge-on) or handedness (clockwise, anticlockwise).",
        DefaultValueFactory = _ => "morphology",
    };

    private static readonly Option<string> Models = new("--models")
    {
        Description = "Models to train, by comma: z2 (the plain CNN) or a plane group (p1 p2 pm cm pmm cmm p4 p4m), with +aug for random " +
            "p4m augmentation.",
        HelpName = "z2,z2+aug,p4,p4m",
        DefaultValueFactory = _ => "z2,z2+aug,p4,p4m",
    };

    private static readonly Option<int> Size = new("--size")
    {
        Description = "Side in pixels of what the nets see. A multiple of 16 plus 1 makes every layer exactly equivariant.",
        HelpName = "N",
        DefaultValueFactory = _ => GalaxyOptions.DefaultSize,
    };

    private static readonly Option<int?> Epochs = new("--epochs")
    {
        Description = $"Passes over the training images. Without it: {GalaxyOptions.EpochsForSky} for the synthetic sky, " +
            $"{GalaxyOptions.EpochsForSmallSets} for fewer than {GalaxyOptions.SmallSet} training images, {GalaxyOptions.EpochsForData} otherwise.",
        HelpName = "N",
    };

    private static readonly Option<int> Batch = new("--batch")
    {
        Description = "Images in a training step.",
        HelpName = "N",
        DefaultValueFactory = _ => GalaxyOptions.DefaultBatch,
    };

    private static readonly Option<int> Parameters = new("--parameters")
    {
        Description = "Parameter budget of every model; widths follow from it.",
        HelpName = "N",
        DefaultValueFactory = _ => GalaxyOptions.DefaultParameters,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Seed of weights, order, augmentation and synthetic sky.",
        HelpName = "N",
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "Threads to compute with.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for results.json, poses.png and one checkpoint a model; the same command again goes on from them.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "File for the results as JSON.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Columns = new("--columns")
    {
        Description = "Names of the columns with object id, label and image file in labels.csv.",
        HelpName = "ID LABEL FILE",
        Arity = new ArgumentArity(3, 3),
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["object_id", "morphology", "file"],
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new Command(
            "galaxy", "Trains plain and group-equivariant CNNs of equal size on galaxies, and measures accuracy and invariance.")
        {
            Data, Test, Task, Models, Size, Epochs, Batch, Parameters, Seed, Threads, Out, Json, Columns,
        };
        command.SetAction((parse, cancellation) => System.Threading.Tasks.Task.FromResult(Guard.Run(
            () => GalaxyExperiment.Run(Read(parse), cancellation))));
        return command;
    }

    private static GalaxyOptions Read(ParseResult parse)
    {
        string[] columns = parse.GetRequiredValue(Columns);
        return new GalaxyOptions(
            parse.GetValue(Data), parse.GetValue(Test), TaskNamed(parse.GetRequiredValue(Task)),
            ModelName.ParseList(parse.GetRequiredValue(Models)), parse.GetValue(Size), parse.GetValue(Epochs), parse.GetValue(Batch),
            parse.GetValue(Parameters), parse.GetValue(Seed), parse.GetValue(Threads), parse.GetValue(Out), parse.GetValue(Json),
            new LabelColumns(columns[0], columns[1], columns[2])).Checked();
    }

    private static GalaxyTask TaskNamed(string name) => GalaxyTask.All.FirstOrDefault(task => task.Name == name)
        ?? throw new UsageException(
            $"--task {name} is not known; there are {string.Join(" and ", GalaxyTask.All.Select(task => task.Name))}.");
}
