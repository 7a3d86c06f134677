using System.Text.Json.Nodes;

namespace GCnn.Experiments.Training;

/// <summary>
/// Stochastic gradient descent with momentum: <c>v ← μ v + g</c>, then a step along <c>v</c>, or with Nesterov's along <c>g + μ v</c>; the
/// decay is part of the gradient <c>g</c>.
/// </summary>
/// <param name="LearningRate">The highest learning rate.</param>
/// <param name="WeightDecay">The part of the weight that is added to its gradient.</param>
/// <param name="Momentum">The momentum <c>μ</c>; a one-cycle schedule moves it, unless it is 0.</param>
/// <param name="Nesterov">Whether steps look ahead; it needs a momentum.</param>
public sealed record SgdConfig(double LearningRate = 0.1, double WeightDecay = 5e-4, double Momentum = 0.9, bool Nesterov = false)
    : OptimizerConfig(LearningRate, WeightDecay)
{
    internal const string Name = "sgd";

    /// <inheritdoc/>
    public override string Kind => Name;

    internal static SgdConfig Of(ConfigObject json)
    {
        var fresh = new SgdConfig();
        double momentum = json.Number("momentum", fresh.Momentum, m => m is >= 0 and < 1, "a number from 0 to below 1");
        bool nesterov = json.Flag("nesterov", fresh.Nesterov);
        return new SgdConfig(Rate(json, fresh.LearningRate), Decay(json, fresh.WeightDecay), momentum, nesterov && momentum > 0);
    }

    private protected override IEnumerable<(string Key, JsonNode? Value)> Own() => [("momentum", Momentum), ("nesterov", Nesterov)];
}
