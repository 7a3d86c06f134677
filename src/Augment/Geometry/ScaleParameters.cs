namespace GCnn.Augment;

/// <summary>The scale drawn for one sample.</summary>
/// <param name="Factor">The factor by which things grow.</param>
public sealed record ScaleParameters(double Factor) : StepParameters;
