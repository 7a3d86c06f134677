using System.Globalization;
using System.Text.Json.Nodes;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.Training;

/// <summary>The metadata of a checkpoint: strings by name, some of them JSON (docs/checkpoints.md has each).</summary>
internal static class CheckpointMetadata
{
    private const int Version = 4;
    private const string VersionName = "gcnn", FingerprintName = "fingerprint", ProgressName = "progress";

    // They stand for themselves, for readers who look for them.
    private static readonly string[] OwnParts = ["config", "history"];

    /// <summary>The metadata of a state.</summary>
    public static Dictionary<string, string> Of(string fingerprint, CheckpointHeader header, TrainerState state)
    {
        JsonObject progress = state.Progress.DeepClone().AsObject();
        Dictionary<string, string> metadata = new(StringComparer.Ordinal)
        {
            ["format"] = "pt",
            [VersionName] = $"checkpoint {Version}",
            [FingerprintName] = fingerprint,
            ["epoch"] = $"{state.Epochs}",
            ["step"] = $"{StateJson.Whole(state.Progress, "step")}",
            ["provenance"] = new JsonObject
            {
                ["version"] = Provenance.Version, ["engine"] = Provenance.Engine, ["machine"] = Provenance.Machine,
            }.ToJsonString(),
        };
        foreach (string part in OwnParts)
        {
            if (progress.Remove(part, out JsonNode? node) && node is not null)
            {
                metadata[part] = node.ToJsonString();
            }
        }

        metadata[ProgressName] = progress.ToJsonString();
        header.AddTo(metadata);
        return metadata;
    }

    /// <summary>Refuses the files of others and of other versions.</summary>
    /// <exception cref="InvalidDataException">They are not those of a checkpoint; a clause that begins with <c>it</c>.</exception>
    /// <exception cref="NotSupportedException">Another version of the program wrote them; the message has no subject.</exception>
    public static void CheckVersion(IReadOnlyDictionary<string, string> metadata)
    {
        string[] words = metadata.GetValueOrDefault(VersionName, "").Split(' ');
        if (words is not ["checkpoint", var number] || !int.TryParse(number, out int version))
        {
            throw new InvalidDataException("it has not the metadata of gcnn");
        }

        if (version != Version)
        {
            throw new NotSupportedException($"was written by {(version < Version ? "an older" : "a newer")} version of gcnn");
        }
    }

    /// <summary>The fingerprint of the run that wrote them.</summary>
    public static string Fingerprint(IReadOnlyDictionary<string, string> metadata) => metadata.GetValueOrDefault(FingerprintName, "");

    /// <summary>The whole epochs that were done.</summary>
    /// <exception cref="InvalidDataException">They do not say.</exception>
    public static int Epochs(IReadOnlyDictionary<string, string> metadata) =>
        metadata.GetValueOrDefault("epoch", "nowhere") is var text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int epochs)
            ? epochs
            : throw new InvalidDataException($"its epoch is '{text}' where a whole number belongs");

    /// <summary>Whether the training was at its end.</summary>
    /// <exception cref="InvalidDataException">They do not say.</exception>
    public static bool IsFinished(IReadOnlyDictionary<string, string> metadata) =>
        StateJson.Read(() => JsonNode.Parse(metadata.GetValueOrDefault(ProgressName, "null"))!["finished"]?.GetValue<bool>() == true);

    /// <summary>The JSON of the state that they are of.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static JsonObject Progress(IReadOnlyDictionary<string, string> metadata) => StateJson.Read(() =>
    {
        JsonObject progress = JsonNode.Parse(metadata.GetValueOrDefault(ProgressName, "null"))!.AsObject();
        foreach (string part in OwnParts)
        {
            progress[part] = metadata.TryGetValue(part, out string? text) ? JsonNode.Parse(text) : null;
        }

        return progress;
    });
}
