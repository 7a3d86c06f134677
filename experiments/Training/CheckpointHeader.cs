using System.Globalization;
using GCnn.Experiments.Data;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.Training;

/// <summary>
/// What a checkpoint says of its net, so that it can be built again: one line of text, such as <c>p4m morphology 65 6,12,12,20,32</c>.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="Task">The task, which gives the classes.</param>
/// <param name="Size">The side of the images it was trained on.</param>
/// <param name="Widths">Regular fields after each convolution.</param>
public sealed record CheckpointHeader(ModelName Model, GalaxyTask Task, int Size, IReadOnlyList<int> Widths)
{
    /// <summary>No line is longer, with its end.</summary>
    internal const int MaximumLength = 256;

    private const int MaximumSize = 1025;
    private const int MaximumWidth = 1_000_000;

    /// <summary>The net's parameters.</summary>
    public int Parameters => WidthSolver.Parameters(Model.Groups, Widths, Task.Classes.Count);

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <exception cref="InvalidDataException">It describes no net of this program; the message says why, in a few words.</exception>
    internal static CheckpointHeader Parse(string line)
    {
        if (line.Split(' ') is not [var model, var task, var size, var widths])
        {
            throw new InvalidDataException("its header has not the four parts model, task, size and widths");
        }

        var header = new CheckpointHeader(
            ModelName.Find(model, out string reason) ?? throw new InvalidDataException($"its model {reason.TrimEnd('.')}"),
            GalaxyTask.Named(task) ?? throw new InvalidDataException($"its task '{task}' is not known"),
            Number(size, MaximumSize), WidthsOf(widths));
        return header.Parameters <= GalaxyOptions.MaximumParameters
            ? header
            : throw new InvalidDataException($"its widths {widths} make more than {GalaxyOptions.MaximumParameters} parameters");
    }

    /// <summary>Whether both describe one net; widths are compared number by number.</summary>
    /// <param name="other">The header to compare with.</param>
    public bool Equals(CheckpointHeader? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The line.</summary>
    public override string ToString() => $"{Model.Name} {Task.Name} {Size} {string.Join(',', Widths)}";

    private static int[] WidthsOf(string list)
    {
        string[] widths = list.Split(',');
        return widths.Length == GalaxyNet.Convolutions
            ? Array.ConvertAll(widths, width => Number(width, MaximumWidth))
            : throw new InvalidDataException($"its header gives {widths.Length} widths to {GalaxyNet.Convolutions} convolutions");
    }

    private static int Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most
            ? number
            : throw new InvalidDataException($"its header says '{text}' where a number from 1 to {most} belongs");
}
