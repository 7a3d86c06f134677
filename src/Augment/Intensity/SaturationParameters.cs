namespace GCnn.Augment;

/// <summary>The saturation drawn for one sample.</summary>
/// <param name="Factor">The factor of the distance from grey.</param>
public sealed record SaturationParameters(double Factor) : StepParameters;
