using System.Text.Json.Nodes;

namespace GCnn.Experiments.Training;

/// <summary>
/// A linear rise, then half a cosine: <c>η (f + (1 − f)(1 + cos π t) / 2)</c> with <c>t</c> from 0 to 1. Source: [LoshchilovHutter2017],
/// without restarts.
/// </summary>
/// <param name="Warmup">The part of all steps in which the rate rises.</param>
/// <param name="Floor">The part <c>f</c> of the highest rate with which it ends.</param>
public sealed record CosineSchedule(double Warmup = 0.05, double Floor = 0) : Schedule(Warmup)
{
    internal const string Name = "cosine";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override double Rate(double highest, SchedulePosition at)
    {
        double rise = Warmup * at.Steps;
        double part = at.Step < rise ? 0 : (at.Step - rise) / Math.Max(1, at.Steps - rise);
        return highest * Risen(at) * (Floor + ((1 - Floor) * (1 + Math.Cos(Math.PI * part)) / 2));
    }

    internal static CosineSchedule Of(ConfigObject json)
    {
        var fresh = new CosineSchedule();
        return new CosineSchedule(
            Rise(json, fresh.Warmup), json.Number("floor", fresh.Floor, part => part is >= 0 and <= 1, "a number from 0 to 1"));
    }

    private protected override IEnumerable<(string Key, JsonNode? Value)> Own() => [("floor", Floor)];
}
