namespace GCnn.Augment;

/// <summary>The shift of colour drawn for one sample.</summary>
/// <param name="Shift">What is added to each channel.</param>
public sealed record PcaColourParameters(ValueList<double> Shift) : StepParameters;
