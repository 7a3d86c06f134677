using System.CommandLine;
using GCnn.Experiments.CommandLine.Help;
using GCnn.Experiments.Export;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.CommandLine;

/// <summary>The options of <c>gcnn export</c>.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Onnx = new("--onnx")
    {
        Description = "The ONNX file to write.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<bool> Check = new("--check")
    {
        Description = "Run it in ONNX Runtime too, and compare. Nothing is written where they differ (exit code 1); needs node.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Images for --check. A folder or zip of images, HDF5, FITS, NPY, NPZ or IDX file; without it random numbers.",
        HelpName = "PATH",
    };

    private static readonly Option<bool> Probabilities = new("--probabilities")
    {
        Description = "A second output, the softmax of the logits.",
    };

    private static readonly Option<bool> HexagonalInput = new("--hexagonal-input")
    {
        Description = "For p6m and its like: take hexagons. Without it the file takes square images and resamples them itself.",
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var model = new ModelArguments();
        var command = new ExampleCommand(
            "export",
            "Writes a model as an ONNX file, which runs without GCnn.",
            "gcnn export p4m --onnx p4m.onnx")
        {
            Onnx, Check, Data, Probabilities, HexagonalInput,
        };
        model.AddTo(command);
        command.SetAction(parse => Guard.Run(() =>
        {
            ExportOptions options = new ExportOptions(
                parse.GetRequiredValue(Onnx), parse.GetValue(Probabilities), parse.GetValue(HexagonalInput), parse.GetValue(Check),
                parse.GetValue(Data)).Checked();
            using ModelSource source = model.Open(parse);
            return ExportExperiment.Run(source, options) ? 0 : Guard.Differs;
        }));
        return command;
    }
}
