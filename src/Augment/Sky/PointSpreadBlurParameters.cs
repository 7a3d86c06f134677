namespace GCnn.Augment;

/// <summary>The blur drawn for one sample.</summary>
/// <param name="Fwhm">The full width at half maximum in pixels.</param>
public sealed record PointSpreadBlurParameters(double Fwhm) : StepParameters;
