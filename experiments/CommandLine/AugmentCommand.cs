using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Draws;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn augment</c>.</summary>
internal static class AugmentCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Images: a folder or zip, a JPEG or PNG, HDF5, FITS, NPY, NPZ or IDX.",
        HelpName = "PATH",
        Required = true,
    };

    private static readonly Option<string> Pipeline = new("--pipeline")
    {
        Description = "The pipeline, as JSON (docs/augment.md).",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The contact sheet, a PNG.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Image = new("--image")
    {
        Description = "Which image: its number from 0, or its id. Without it the first.",
        HelpName = "NAME",
    };

    private static readonly Option<int> Draws = new("--draws")
    {
        Description = "How often to draw.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => DrawsOptions.DefaultCount,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Seed of the draws.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => 0,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new ExampleCommand(
            "augment",
            "Draws one image many times by a pipeline, on a sheet.",
            "gcnn augment --data galaxies.zip --pipeline docs/pipelines/galaxy.json --out sheet.png")
        {
            Data, Pipeline, Out, Image, Draws, Seed,
        };
        command.SetAction(parse => Guard.Run(() => DrawsExperiment.Run(new DrawsOptions(
            parse.GetRequiredValue(Data), parse.GetRequiredValue(Pipeline), parse.GetRequiredValue(Out), parse.GetValue(Image),
            parse.GetValue(Draws), parse.GetValue(Seed)).Checked())));
        return command;
    }
}
