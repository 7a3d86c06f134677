using System.CommandLine;
using GCnn.Data;

namespace GCnn.Experiments.CommandLine;

/// <summary>The option that names the arrays of images and labels in HDF5 and NPZ.</summary>
internal static class DatasetNames
{
    /// <summary>The option.</summary>
    public static Option<string[]> Create() => new("--names")
    {
        Description = "What images and labels are called in HDF5 and NPZ. Without it: " +
            $"{SourceOptions.Default.ImagesName} {SourceOptions.Default.LabelsName}.",
        HelpName = "IMAGES LABELS",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>How sources are to be read.</summary>
    /// <param name="parse">What was given.</param>
    /// <param name="option">The option.</param>
    public static SourceOptions Read(ParseResult parse, Option<string[]> option) => parse.GetValue(option) is [var images, var labels]
        ? new SourceOptions { ImagesName = images, LabelsName = labels }
        : SourceOptions.Default;
}
