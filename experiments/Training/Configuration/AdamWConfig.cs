using System.Text.Json.Nodes;

namespace GCnn.Experiments.Training;

/// <summary>
/// AdamW: steps of the running mean of the gradient over the root of that of its square, and a decay that shrinks each weight by
/// <c>1 − η λ</c> by itself. Source: [LoshchilovHutter2019], algorithm 2.
/// </summary>
/// <param name="LearningRate">The highest learning rate <c>η</c>.</param>
/// <param name="WeightDecay">The decay <c>λ</c>.</param>
/// <param name="Beta1">What the mean keeps in a step; a one-cycle schedule moves it.</param>
/// <param name="Beta2">What the mean square keeps in a step.</param>
/// <param name="Epsilon">What is added to the root.</param>
public sealed record AdamWConfig(
    double LearningRate = 0.01, double WeightDecay = 0.01, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8)
    : OptimizerConfig(LearningRate, WeightDecay)
{
    internal const string Name = "adamw";

    /// <inheritdoc/>
    public override string Kind => Name;

    internal static AdamWConfig Of(ConfigObject json)
    {
        var fresh = new AdamWConfig();
        (double first, double second) = json.Pair(
            "betas", (fresh.Beta1, fresh.Beta2), beta => beta is >= 0 and < 1, "a list of two numbers from 0 to below 1");
        return new AdamWConfig(
            Rate(json, fresh.LearningRate), Decay(json, fresh.WeightDecay), first, second,
            json.Number("epsilon", fresh.Epsilon, epsilon => epsilon > 0, "a number above 0"));
    }

    private protected override IEnumerable<(string Key, JsonNode? Value)> Own() =>
        [("betas", new JsonArray(Beta1, Beta2)), ("epsilon", Epsilon)];
}
