namespace GCnn.Augment;

/// <summary>The dead pixels of one sample: their probability, and the key of the stream that chooses them.</summary>
/// <param name="Rate">The probability.</param>
/// <param name="Key">The key of the pixels' own <see cref="SampleStream"/>.</param>
public sealed record PixelDropoutParameters(double Rate, ulong Key) : StepParameters;
