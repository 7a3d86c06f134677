namespace GCnn.Augment;

/// <summary>The brightness and contrast drawn for one sample.</summary>
/// <param name="Brightness">What is added.</param>
/// <param name="Contrast">The factor of the distance from the image's mean.</param>
public sealed record BrightnessContrastParameters(double Brightness, double Contrast) : StepParameters;
