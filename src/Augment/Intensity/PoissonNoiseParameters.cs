namespace GCnn.Augment;

/// <summary>The photons of one sample: the ratio, and the key of the stream that counts them.</summary>
/// <param name="SignalToNoise">The signal-to-noise ratio at the image's level.</param>
/// <param name="Key">The key of the photons' own <see cref="SampleStream"/>.</param>
public sealed record PoissonNoiseParameters(double SignalToNoise, ulong Key) : StepParameters;
