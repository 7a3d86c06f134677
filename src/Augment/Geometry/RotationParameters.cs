namespace GCnn.Augment;

/// <summary>The rotation drawn for one sample.</summary>
/// <param name="Degrees">The angle, positive anticlockwise as seen on screen.</param>
public sealed record RotationParameters(double Degrees) : StepParameters;
