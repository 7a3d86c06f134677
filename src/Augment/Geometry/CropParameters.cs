namespace GCnn.Augment;

/// <summary>Where one sample is cut, as fractions of the places there are.</summary>
/// <param name="Right">From 0, the left end, to below 1.</param>
/// <param name="Down">From 0, the upper end, to below 1.</param>
public sealed record CropParameters(double Right, double Down) : StepParameters;
