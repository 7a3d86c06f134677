namespace GCnn.Augment;

/// <summary>The shear drawn for one sample.</summary>
/// <param name="Right">The slope <c>s_x</c>: pixels to the right for each pixel downwards.</param>
/// <param name="Down">The slope <c>s_y</c>: pixels downwards for each pixel to the right.</param>
public sealed record ShearParameters(double Right, double Down) : StepParameters;
