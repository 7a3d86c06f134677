using System.Text.Json.Nodes;

namespace GCnn.Experiments.Training;

/// <summary>A linear rise, then a rate that is multiplied by a factor again and again: <c>η f^⌊epoch / every⌋</c>.</summary>
/// <param name="Every">Epochs from one step down to the next.</param>
/// <param name="Factor">The factor <c>f</c>.</param>
/// <param name="Warmup">The part of all steps in which the rate rises.</param>
public sealed record StepSchedule(int Every = 30, double Factor = 0.1, double Warmup = 0) : Schedule(Warmup)
{
    internal const string Name = "step";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override double Rate(double highest, SchedulePosition at) => highest * Risen(at) * Math.Pow(Factor, at.Epoch / Every);

    internal static StepSchedule Of(ConfigObject json)
    {
        var fresh = new StepSchedule();
        return new StepSchedule(
            json.Whole("every", fresh.Every, 1), json.Number("factor", fresh.Factor, f => f is > 0 and <= 1, "a number above 0, up to 1,"),
            Rise(json, fresh.Warmup));
    }

    private protected override IEnumerable<(string Key, JsonNode? Value)> Own() => [("every", Every), ("factor", Factor)];
}
