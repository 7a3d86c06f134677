using GCnn.Experiments.CommandLine;

namespace GCnn.Experiments.Export;

/// <summary>What <c>gcnn export</c> was asked for beside the model.</summary>
/// <param name="Onnx">The file to write.</param>
/// <param name="Probabilities">Whether the file also gives probabilities.</param>
/// <param name="HexagonalInput">Whether a net of hexagons takes them; else square images, which the file resamples itself.</param>
/// <param name="Check">Whether ONNX Runtime runs the file and is compared.</param>
/// <param name="Data">The images to compare on, or null for random numbers.</param>
public sealed record ExportOptions(string Onnx, bool Probabilities, bool HexagonalInput, bool Check, string? Data)
{
    /// <summary>Refuses what makes no sense, before any work.</summary>
    /// <exception cref="UsageException">The options contradict each other, or a path makes no sense; one sentence.</exception>
    public ExportOptions Checked()
    {
        OutputPath.RequireFile("--onnx", Onnx);
        return Data is null || Check
            ? this
            : throw new UsageException($"--data {Data} gives the images for --check; add --check, or leave --data out.");
    }
}
