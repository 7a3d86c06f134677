using System.Text.Json.Nodes;

namespace GCnn.Experiments.Training;

/// <summary>
/// The learning rate of every step of a training: a function of the step alone, so that a training that goes on needs no more than its
/// number.
/// </summary>
/// <param name="Warmup">The part of all steps, from 0 to 1, in which the rate rises.</param>
public abstract record Schedule(double Warmup)
{
    /// <summary>Its name in a configuration.</summary>
    public abstract string Kind { get; }

    /// <summary>The learning rate of a step.</summary>
    /// <param name="highest">The highest rate.</param>
    /// <param name="at">The step.</param>
    public abstract double Rate(double highest, SchedulePosition at);

    /// <summary>The momentum of a step, or null where the optimiser's own is meant.</summary>
    /// <param name="at">The step.</param>
    public virtual double? Momentum(SchedulePosition at) => null;

    /// <summary>The schedule as JSON, all numbers said.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["kind"] = Kind, ["warmup"] = Warmup };
        foreach ((string key, JsonNode? value) in Own())
        {
            json[key] = value;
        }

        return json;
    }

    /// <summary>Reads what <see cref="ToJson"/> writes; what is missing has its default.</summary>
    internal static Schedule Read(ConfigObject? json)
    {
        if (json is null)
        {
            return new OneCycleSchedule();
        }

        Func<ConfigObject, Schedule> read = json.Choice<Func<ConfigObject, Schedule>>(
            "kind", OneCycleSchedule.Of, (OneCycleSchedule.Name, OneCycleSchedule.Of), (CosineSchedule.Name, CosineSchedule.Of),
            (StepSchedule.Name, StepSchedule.Of), (ConstantSchedule.Name, ConstantSchedule.Of));
        Schedule schedule = read(json);
        json.Close();
        return schedule;
    }

    private protected static double Rise(ConfigObject json, double otherwise) =>
        json.Number("warmup", otherwise, part => part is >= 0 and < 1, "a number from 0 to below 1, a part of all steps,");

    private protected virtual IEnumerable<(string Key, JsonNode? Value)> Own() => [];

    /// <summary>What part of the rate a step in the linear rise has; 1 after it.</summary>
    private protected double Risen(SchedulePosition at) => Math.Min(1, (at.Step + 1) / Math.Max(1, Warmup * at.Steps));
}
