using System.Text.Json.Nodes;

namespace GCnn.Experiments.Training;

/// <summary>
/// One cycle: half a cosine from <c>η / 25</c> up to the highest rate <c>η</c>, another down to <c>η / 250,000</c>, while the momentum goes
/// from 0.95 to 0.85 and back. Source: [SmithTopin2018].
/// </summary>
/// <param name="Warmup">The part of all steps in which the rate rises.</param>
/// <param name="CycleMomentum">Whether the momentum (of AdamW its first beta) moves too.</param>
public sealed record OneCycleSchedule(double Warmup = 0.3, bool CycleMomentum = true) : Schedule(Warmup)
{
    internal const string Name = "one-cycle";

    private const double First = 25;
    private const double Last = 10_000;
    private const double Low = 0.85;
    private const double High = 0.95;

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override double Rate(double highest, SchedulePosition at) =>
        Between(at, highest / First, highest, highest / First / Last);

    /// <inheritdoc/>
    public override double? Momentum(SchedulePosition at) => CycleMomentum ? Between(at, High, Low, High) : null;

    internal static OneCycleSchedule Of(ConfigObject json)
    {
        var fresh = new OneCycleSchedule();
        return new OneCycleSchedule(Rise(json, fresh.Warmup), json.Flag("cycleMomentum", fresh.CycleMomentum));
    }

    private protected override IEnumerable<(string Key, JsonNode? Value)> Own() => [("cycleMomentum", CycleMomentum)];

    // The last step of the rise has the number top, the last of all steps - 1. A rise of no length is over when it begins.
    private double Between(SchedulePosition at, double first, double middle, double last)
    {
        long steps = Math.Max(2, at.Steps);
        double top = (Warmup * steps) - 1;
        return at.Step <= top
            ? Cosine(first, middle, top > 0 ? at.Step / top : 1)
            : Cosine(middle, last, steps - 1 > top ? (at.Step - top) / (steps - 1 - top) : 1);
    }

    private static double Cosine(double start, double end, double part) => end + ((start - end) / 2 * (Math.Cos(Math.PI * part) + 1));
}
