using System.Globalization;
using System.Text.RegularExpressions;

namespace GCnn.Experiments.Training;

/// <summary>
/// The names of a model's checkpoints, such as <c>p4m.epoch-0003.step-000120.safetensors</c>: after three epochs and 120 steps.
/// </summary>
/// <param name="Model">The model, with whatever tells it apart from the same model in the same folder.</param>
internal sealed partial record CheckpointName(string Model)
{
    private const string TemporaryEnding = ".tmp";

    /// <summary>The net when its training is done.</summary>
    public string Finished => Model + Checkpoint.Extension;

    /// <summary>The net after its best epoch.</summary>
    public string Best => $"{Model}.best{Checkpoint.Extension}";

    /// <summary>The training after a step.</summary>
    public string At(int epoch, int step) => $"{Model}.epoch-{epoch:0000}.step-{step:000000}{Checkpoint.Extension}";

    /// <summary>How far a training is by the name of its file; null where it is not of this model.</summary>
    public (int Epoch, int Step)? Moment(string file) =>
        file.StartsWith($"{Model}.", StringComparison.Ordinal) && Numbers().Match(file[Model.Length..]) is { Success: true } match
        && Number(match, "epoch") is { } epoch && Number(match, "step") is { } step
            ? (epoch, step)
            : null;

    /// <summary>Whether a file is what a killed run was writing to.</summary>
    public bool IsTemporary(string file)
    {
        if (!file.StartsWith('.') || !file.EndsWith(TemporaryEnding, StringComparison.Ordinal))
        {
            return false;
        }

        // Hidden, and a number before the ending: what AtomicFile writes to.
        string meant = Path.GetFileNameWithoutExtension(file[1..^TemporaryEnding.Length]);
        return meant == Finished || meant == Best || Moment(meant) is not null;
    }

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    [GeneratedRegex(@"^\.epoch-(?<epoch>[0-9]{4,9})\.step-(?<step>[0-9]{6,9})\.safetensors$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
