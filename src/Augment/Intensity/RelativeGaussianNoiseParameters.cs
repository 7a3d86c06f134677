namespace GCnn.Augment;

/// <summary>The noise of one sample: its ratio, and the key of the stream that holds it.</summary>
/// <param name="SignalToNoise">The signal-to-noise ratio at the image's level.</param>
/// <param name="Key">The key of the noise's own <see cref="SampleStream"/>.</param>
public sealed record RelativeGaussianNoiseParameters(double SignalToNoise, ulong Key) : StepParameters;
