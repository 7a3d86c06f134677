using System.Globalization;
using System.Text.Json.Nodes;
using GCnn.Experiments.Data;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Models;

namespace GCnn.Experiments.Training;

/// <summary>
/// What a checkpoint says of its net, so that it can be built again; in words such as <c>p4m morphology 65 6,12,12,20,32</c>.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="Task">The task, which gives the classes.</param>
/// <param name="Size">The side of the images it was trained on.</param>
/// <param name="Widths">Regular fields after each convolution.</param>
public sealed record CheckpointHeader(ModelName Model, GalaxyTask Task, int Size, IReadOnlyList<int> Widths)
{
    private const int MaximumSize = 1025;
    private const int MaximumWidth = 1_000_000;

    /// <summary>The net's parameters.</summary>
    public int Parameters => WidthSolver.Parameters(Model.Groups, Widths, Task.Outputs);

    /// <summary>Reads it from the metadata of a file.</summary>
    /// <param name="metadata">Strings by name.</param>
    /// <exception cref="InvalidDataException">They describe no net of this program; the message says why, in a few words.</exception>
    internal static CheckpointHeader Read(IReadOnlyDictionary<string, string> metadata)
    {
        string Text(string name) => metadata.TryGetValue(name, out string? text)
            ? text
            : throw new InvalidDataException($"its metadata do not say its {name}");
        var header = new CheckpointHeader(
            ModelName.Find(Text("model"), out string reason) ?? throw new InvalidDataException($"its model {reason.TrimEnd('.')}"),
            TaskOf(Text("task"), metadata.GetValueOrDefault("classes")), Number(Text("size"), MaximumSize), WidthsOf(Text("widths")));
        return header.Parameters <= GalaxyOptions.MaximumParameters
            ? header
            : throw new InvalidDataException($"its widths {Text("widths")} make more than {GalaxyOptions.MaximumParameters} parameters");
    }

    /// <summary>Whether both describe one net; widths are compared number by number.</summary>
    /// <param name="other">The header to compare with.</param>
    public bool Equals(CheckpointHeader? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The model, the task, the size and the widths.</summary>
    public override string ToString() => $"{Model.Name} {Task.Name} {Size} {string.Join(',', Widths)}";

    /// <summary>Adds it to the metadata of a file.</summary>
    internal void AddTo(IDictionary<string, string> metadata)
    {
        metadata["model"] = Model.Name;
        metadata["groups"] = Model.Groups.ToString();
        metadata["task"] = Task.Name;
        metadata["classes"] = new JsonArray([.. Task.Classes.Select(name => (JsonNode?)name)]).ToJsonString();
        metadata["size"] = $"{Size}";
        metadata["widths"] = string.Join(',', Widths);
    }

    // Where the data gave the classes, the task's name only counts them.
    private static GalaxyTask TaskOf(string name, string? classes)
    {
        GalaxyTask task = GalaxyTask.Named(name) ?? throw new InvalidDataException($"its task '{name}' is not known");
        if (classes is null || !name.StartsWith($"{GalaxyTask.AsLabelled}-", StringComparison.Ordinal))
        {
            return task;
        }

        string[] names = StateJson.Read(() => JsonNode.Parse(classes)!.AsArray().Select(one => one!.GetValue<string>()).ToArray());
        return names.Distinct().Count() == task.Classes.Count
            ? GalaxyTask.Of(names)
            : throw new InvalidDataException($"it names {names.Length} classes for the task {name}");
    }

    private static int[] WidthsOf(string list)
    {
        string[] widths = list.Split(',');
        return widths.Length == GalaxyNet.Convolutions
            ? Array.ConvertAll(widths, width => Number(width, MaximumWidth))
            : throw new InvalidDataException($"it gives {widths.Length} widths to {GalaxyNet.Convolutions} convolutions");
    }

    private static int Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most
            ? number
            : throw new InvalidDataException($"it says '{text}' where a number from 1 to {most} belongs");
}
