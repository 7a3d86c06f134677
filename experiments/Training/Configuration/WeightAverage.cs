namespace GCnn.Experiments.Training;

/// <summary>
/// An exponential moving average of the weights: after each step <c>a ← d a + (1 − d) w</c>, with <c>d</c> rising as
/// <c>min(decay, (1 + t) / (10 + t))</c> with the number of steps <c>t</c>, so that the start is soon forgotten. Validation and the final
/// numbers use it. Source: [PolyakJuditsky1992].
/// </summary>
/// <remarks>
/// The running statistics of batch normalisation are averaged in the same way: they belong to the weights of the same steps.
/// </remarks>
/// <param name="Decay">The part of the average that is kept in a step.</param>
public sealed record WeightAverage(double Decay)
{
    /// <summary>The part that is kept in a step.</summary>
    /// <param name="step">The number of the step, from 0.</param>
    public double DecayAt(long step) => Math.Min(Decay, (1.0 + step) / (10.0 + step));
}
