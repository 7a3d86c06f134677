namespace GCnn.Augment;

/// <summary>The gamma drawn for one sample.</summary>
/// <param name="Exponent">The exponent <c>γ</c>.</param>
public sealed record GammaParameters(double Exponent) : StepParameters;
