using System.Text.Json.Nodes;

namespace GCnn.Experiments.Training;

/// <summary>Which optimiser changes the weights, with its numbers: <see cref="AdamWConfig"/> or <see cref="SgdConfig"/>.</summary>
/// <param name="LearningRate">The highest learning rate; a <see cref="Schedule"/> says what part of it each step takes.</param>
/// <param name="WeightDecay">The decay of the weights.</param>
public abstract record OptimizerConfig(double LearningRate, double WeightDecay)
{
    /// <summary>Its name in a configuration.</summary>
    public abstract string Kind { get; }

    /// <summary>The optimiser as JSON, all numbers said.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["kind"] = Kind, ["learningRate"] = LearningRate, ["weightDecay"] = WeightDecay };
        foreach ((string key, JsonNode? value) in Own())
        {
            json[key] = value;
        }

        return json;
    }

    /// <summary>Reads what <see cref="ToJson"/> writes; what is missing has its default.</summary>
    internal static OptimizerConfig Read(ConfigObject? json)
    {
        if (json is null)
        {
            return new AdamWConfig();
        }

        Func<ConfigObject, OptimizerConfig> read = json.Choice<Func<ConfigObject, OptimizerConfig>>(
            "kind", AdamWConfig.Of, (AdamWConfig.Name, AdamWConfig.Of), (SgdConfig.Name, SgdConfig.Of));
        OptimizerConfig config = read(json);
        json.Close();
        return config;
    }

    private protected static double Rate(ConfigObject json, double otherwise) =>
        json.Number("learningRate", otherwise, rate => rate > 0, "a number above 0");

    private protected static double Decay(ConfigObject json, double otherwise) =>
        json.Number("weightDecay", otherwise, decay => decay >= 0, "a number from 0 up");

    private protected abstract IEnumerable<(string Key, JsonNode? Value)> Own();
}
