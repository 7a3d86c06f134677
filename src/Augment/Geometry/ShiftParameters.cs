namespace GCnn.Augment;

/// <summary>The shift drawn for one sample.</summary>
/// <param name="Right">Pixels to the right.</param>
/// <param name="Down">Pixels downwards.</param>
public sealed record ShiftParameters(double Right, double Down) : StepParameters;
