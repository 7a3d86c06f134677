using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using GCnn.Experiments.Reports;

namespace GCnn.Experiments.Predict;

/// <summary>What decides the bytes of a file of predictions: the model, the data, the options and the program. It is kept beside the file,
/// and rows are only added to those of the same run.</summary>
/// <param name="Facts">The facts, by name.</param>
internal sealed record RunIdentity(JsonObject Facts)
{
    private const string Format = "gcnn predictions 1";
    private const long MaximumLength = 1 << 20;

    /// <summary>The identity of a run.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="data">What the images are (<see cref="ObjectImages.Identity"/>).</param>
    /// <param name="shard">The rank.</param>
    /// <param name="columns">The columns.</param>
    public static RunIdentity Of(
        ModelSource model, PredictOptions options, JsonObject data, Shard shard, PredictionColumns columns) => new(new JsonObject
        {
            ["format"] = Format,
            ["program"] = Provenance.Version,
            ["engine"] = Provenance.Engine,
            ["model"] = new JsonObject { ["name"] = model.Name.Name, ["sha256"] = FileChecksum.Of(options.Model) },
            ["data"] = data.DeepClone(),
            ["options"] = new JsonObject
            {
                ["orbit"] = $"{options.Orbit}".ToLowerInvariant(),
                ["on-bad"] = $"{options.OnBad}".ToLowerInvariant(),
                ["batch"] = options.Batch,
                ["shard"] = $"{shard}",
            },
            ["columns"] = new JsonArray([.. columns.Names.Select(name => JsonValue.Create(name))]),
        });

    /// <summary>Reads the file of an identity.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>The identity; null where there is no such file.</returns>
    /// <exception cref="DataException">The file is something else; one sentence.</exception>
    public static RunIdentity? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return new FileInfo(path).Length <= MaximumLength
                && JsonNode.Parse(File.ReadAllText(path, Encoding.UTF8)) is JsonObject facts
                    ? new RunIdentity(facts)
                    : throw new JsonException("no JSON object of a reasonable length");
        }
        catch (Exception bad) when (bad is JsonException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                $"'{path}' does not say which run it is of ({bad.Message.Split('\n')[0].TrimEnd('.')}); delete it, or begin anew with " +
                "--fresh.", bad);
        }
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="path">Where to.</param>
    public void Write(string path) => JsonFile.Write(path, Facts);

    /// <summary>The first fact in which two runs differ, in words; null where they are the same.</summary>
    /// <param name="other">The other run.</param>
    public string? DifferenceTo(RunIdentity other) => Difference("", Facts, other.Facts);

    /// <summary>Whether it is the same run.</summary>
    /// <param name="other">The other run.</param>
    public bool Equals(RunIdentity? other) => other is not null && DifferenceTo(other) is null;

    /// <inheritdoc/>
    public override int GetHashCode() => Facts.Count;

    private static string? Difference(string prefix, JsonObject own, JsonObject other)
    {
        foreach (string name in own.Select(fact => fact.Key).Union(other.Select(fact => fact.Key)))
        {
            (JsonNode? here, JsonNode? there) = (own[name], other[name]);
            if (here is JsonObject inner && there is JsonObject outer)
            {
                if (Difference($"{prefix}{name} ", inner, outer) is { } found)
                {
                    return found;
                }
            }
            else if (!JsonNode.DeepEquals(here, there))
            {
                return $"{prefix}{name} is {Shown(here)} there and {Shown(there)} now";
            }
        }

        return null;
    }

    private static string Shown(JsonNode? value)
    {
        const int Longest = 40;
        string text = value?.ToJsonString() ?? "missing";
        return text.Length > Longest ? text[..Longest] + "..." : text;
    }
}
