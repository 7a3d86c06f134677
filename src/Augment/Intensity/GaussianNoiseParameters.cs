namespace GCnn.Augment;

/// <summary>The noise of one sample: its strength, and the key of the stream that holds it.</summary>
/// <param name="Deviation">The standard deviation.</param>
/// <param name="Key">The key of the noise's own <see cref="SampleStream"/>.</param>
public sealed record GaussianNoiseParameters(double Deviation, ulong Key) : StepParameters;
