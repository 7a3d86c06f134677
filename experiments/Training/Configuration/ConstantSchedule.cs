namespace GCnn.Experiments.Training;

/// <summary>A linear rise, then the highest rate to the end.</summary>
/// <param name="Warmup">The part of all steps in which the rate rises.</param>
public sealed record ConstantSchedule(double Warmup = 0) : Schedule(Warmup)
{
    internal const string Name = "constant";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override double Rate(double highest, SchedulePosition at) => highest * Risen(at);

    internal static ConstantSchedule Of(ConfigObject json) => new(Rise(json, 0));
}
