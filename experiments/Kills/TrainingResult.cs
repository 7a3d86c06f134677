using System.Text.Json.Nodes;
using GCnn.Checkpoints;

namespace GCnn.Experiments.Kills;

/// <summary>What a training came to: its weights and its results, without the times that it took.</summary>
/// <param name="Weights">The SHA-256 of the finished net's tensors.</param>
/// <param name="Results">The runs in results.json.</param>
internal sealed record TrainingResult(string Weights, string Results)
{
    private const string Time = "seconds";

    /// <summary>Reads it from the folder of <c>--out</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="model">The model.</param>
    public static TrainingResult Of(string folder, string model)
    {
        using SafeTensorsFile net = SafeTensors.Open(Path.Combine(folder, $"{model}.safetensors"));
        net.Verify();
        JsonNode results = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["runs"]!;
        RemoveTimes(results);
        return new TrainingResult(net.TensorHash(), results.ToJsonString());
    }

    private static void RemoveTimes(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (string key in json.Select(pair => pair.Key).Where(IsTime).ToArray())
                {
                    json.Remove(key);
                }

                json.ToList().ForEach(pair => RemoveTimes(pair.Value));
                break;
            case JsonArray array:
                array.ToList().ForEach(RemoveTimes);
                break;
            default:
                break;
        }
    }

    private static bool IsTime(string key) => key.Contains(Time, StringComparison.OrdinalIgnoreCase);
}
