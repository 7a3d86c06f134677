namespace GCnn.Augment;

/// <summary>The stretch drawn for one sample.</summary>
/// <param name="Stretch">The intensity scale <c>s</c>.</param>
/// <param name="Softening">The softening <c>Q</c>.</param>
public sealed record LuptonStretchParameters(double Stretch, double Softening) : StepParameters;
