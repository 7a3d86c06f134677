using System.CommandLine;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Ranks;
using GCnn.Experiments.Training;
using GCnn.Groups;

namespace GCnn.Experiments.CommandLine;

/// <content>The options.</content>
internal static partial class GalaxyCommand
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Images with labels. A folder or zip of JPEG/PNG with a labels.csv, an HDF5 (Galaxy10), NPZ or IDX file, a " +
            "folder of " +
            "FITS; 'gcnn data describe PATH' says what is there. Without it: a synthetic sky, made on the spot.",
        HelpName = "PATH",
    };

    private static readonly Option<string?> Test = new("--test")
    {
        Description = "A second such set, for the final numbers alone. Without it: a fixed fifth of the objects of --data.",
        HelpName = "PATH",
    };

    private static readonly Option<string> Task = new("--task")
    {
        Description = "morphology, handedness, votes or classes. That is: morphology (smooth, spiral or edge-on), handedness " +
            "(clockwise or " +
            "anticlockwise spiral), votes (fractions of Galaxy Zoo 2's volunteers for 37 answers), or classes (as the data have them; " +
            "of those votes: smooth, featured, edge-on).",
        HelpName = "NAME",
        DefaultValueFactory = _ => "morphology",
    };

    private static readonly Option<string> Models = new("--models")
    {
        Description = "Models to train, with commas between. They are z2 (a plain CNN) or a plane group (" +
            $"{string.Join(' ', PlaneGroup.All.Select(group => group.Name))}; from p3 on, on hexagonal images), or a chain such as " +
            "p4m-p4-p2: a p4m net whose last convolution is restricted to p2 and the one before it to p4. +aug after a name adds to its " +
            "training random elements of p4m, or of p6m on hexagonal images.",
        HelpName = "LIST",
        DefaultValueFactory = _ => "z2,z2+aug,p4,p4m",
    };

    private static readonly Option<int> Size = new("--size")
    {
        Description = "Side of the images in pixels, a multiple of 16, plus 1. Such as 17, 33, 49, 65.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => GalaxyOptions.DefaultSize,
    };

    private static readonly Option<int?> Epochs = new("--epochs")
    {
        Description = $"Passes over the training images. Without it: {GalaxyOptions.EpochsForSky} for the synthetic sky, " +
            $"{GalaxyOptions.EpochsForSmallSets} for fewer than {GalaxyOptions.SmallSet} training images, {GalaxyOptions.EpochsForData} " +
            "otherwise.",
        HelpName = "N",
        CustomParser = given => WholeNumber.Parse(given),
    };

    private static readonly Option<int?> Batch = new("--batch")
    {
        Description = $"Images in a training step. Without it: {GalaxyOptions.BatchForSmallSets} for fewer than {GalaxyOptions.SmallSet} " +
            $"training images, {GalaxyOptions.DefaultBatch} otherwise.",
        HelpName = "N",
        CustomParser = given => WholeNumber.Parse(given),
    };

    private static readonly Option<int> Parameters = new("--parameters")
    {
        Description = "Most parameters that a model may have. Every model's widths follow from it.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => GalaxyOptions.DefaultParameters,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Seed of all that is drawn. The weights, the order of the images, the augmentation and the synthetic sky.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<string?> Seeds = new("--seeds")
    {
        Description = "Seeds with commas between, in place of --seed. Every model is trained from each; the table then has means and " +
            "95 % " +
            "intervals; a synthetic sky is that of the first.",
        HelpName = "LIST",
    };

    private static readonly Option<string> Budget = new("--budget")
    {
        Description = "What the models share: parameters, multiply-adds or time. Of the first model --parameters is the size; the others " +
            "are as wide as its multiply-adds for an image, or the measured time of its training step, allow.",
        HelpName = "KIND",
        DefaultValueFactory = _ => "parameters",
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "A configuration of a run, as config.json of --out. It also says how to train (docs/training.md); options that are " +
            "given beside it win.",
        HelpName = "FILE",
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "Threads to compute with. One for each core, unless asked otherwise.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => RankCommand.DefaultThreads,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for the report, results and nets. They are report.html, results.json, poses.png, a net of each model and " +
            "checkpoints; " +
            "a run that was stopped goes on from them when the same command is given again.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "File for the results as JSON.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Columns = new("--columns")
    {
        Description = "The columns of labels.csv with object id, label and image file. Without it: object_id morphology file.",
        HelpName = "ID LABEL FILE",
        Arity = new ArgumentArity(3, 3),
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Labels = new("--labels")
    {
        Description = "CSV of labels for the images of --data. Ours (object_id, morphology, file) or Galaxy Zoo 2's (GalaxyID and 37 " +
            "columns). Without it: labels.csv among the images, or the labels that their file has.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Names = DatasetNames.Create();

    private static readonly Option<string> Split = new("--split")
    {
        Description = "How objects are divided, id or stratified. id: the part of an object depends on its id alone; stratified: every " +
            "class has the " +
            "same part of its objects in each.",
        HelpName = "RULE",
        DefaultValueFactory = _ => "id",
    };

    private static readonly Option<int?> Memory = new("--memory")
    {
        Description = "Mebibytes that decoded images may take. A larger set is read again each epoch. Without it: half of the memory.",
        HelpName = "MIB",
        CustomParser = given => WholeNumber.Parse(given),
    };

    private static readonly Option<int> Keep = new("--keep")
    {
        Description = "Checkpoints of each model to keep. The last ones; the best net is kept beside them.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => CheckpointFolder.DefaultKeep,
    };

    private static readonly Option<double> SaveEvery = new("--save-every")
    {
        Description = "Seconds between checkpoints within an epoch. There is one after each epoch anyway.",
        HelpName = "S",
        CustomParser = Seconds,
        DefaultValueFactory = _ => GalaxyOptions.DefaultSaveEvery,
    };

    private static readonly Option<bool> EqualTime = new("--equal-time")
    {
        Description = "Compares at equal training time too. After the models have been compared at equal parameters and epochs, train " +
            "those that " +
            "are faster again, for as long as the slowest took.",
    };
}
