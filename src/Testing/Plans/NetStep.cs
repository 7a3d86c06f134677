namespace GCnn.Testing;

/// <summary>One step of a <see cref="NetPlan"/>, as data: a builder makes the layer that it names.</summary>
public abstract record NetStep
{
    /// <summary>Why the step cannot follow a state, or would not be exactly equivariant there; null when it is fine.</summary>
    /// <param name="state">The state before the step.</param>
    public abstract string? Fault(NetState state);

    /// <summary>The state after the step.</summary>
    /// <param name="state">A state without <see cref="Fault"/>.</param>
    public abstract NetState Next(NetState state);

    /// <summary>The same kind of step with less of something, simplest first: what a shrinker tries.</summary>
    internal virtual IEnumerable<NetStep> Simpler() => [];

    /// <summary>The factor by which the step can enlarge the largest value, with weights and biases of size at most <c>w</c>.</summary>
    internal virtual double Growth(NetState state, double w) => 1;
}
