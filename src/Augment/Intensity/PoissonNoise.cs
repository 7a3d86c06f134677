using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// The noise of counted photons at a stated signal-to-noise ratio <c>s</c> per pixel. With <c>P</c> the image's peak or mean, a pixel of
/// value <c>v &gt; 0</c> is seen by <c>k</c> photons, Poisson with mean <c>λ = s² v / P</c>, and becomes <c>k P / s²</c>.
/// </summary>
/// <remarks>
/// Mean over deviation of a Poisson number is <c>√λ</c>, so the ratio at <c>v</c> is <c>s √(v / P)</c>, and <c>s</c> itself at the level
/// <c>P</c>. The mean of every pixel is kept. Pixels at or below 0 have no photons and stay, as does an image without light (<c>P ≤ 0</c>).
/// </remarks>
/// <param name="SignalToNoise">The range of <c>s</c>, log-uniform; above 0.</param>
/// <param name="Level">What <c>P</c> is.</param>
public sealed record PoissonNoise(Interval SignalToNoise, SignalLevel Level = SignalLevel.Peak) : Augmentation
{
    /// <summary>The range of <c>s</c>, log-uniform; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches 0 or below, or above a million.</exception>
    public Interval SignalToNoise { get; init => field = SignalLevels.RequireRatio(value); } = SignalLevels.RequireRatio(SignalToNoise);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws the ratio and the key of the photons.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new PoissonNoiseParameters(stream.NextLogUniform(SignalToNoise), stream.NextKey());
    }

    /// <summary>Adds <c>(k − λ) P / s²</c> to every pixel that has light. Differentiable; what is added counts as a constant.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its photons.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        PoissonNoiseParameters[] drawn = Require<PoissonNoiseParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        Tensor noise = PixelNumbers.Map(images, (n, pixels, result) => Fill(pixels, result, drawn[n]));
        return (images + noise).MoveToOuterDisposeScope();
    }

    private void Fill(ReadOnlySpan<double> pixels, Span<double> result, PoissonNoiseParameters drawn)
    {
        SampleStream stream = new(drawn.Key);
        double unit = Level.Of(pixels) / (drawn.SignalToNoise * drawn.SignalToNoise);
        for (int i = 0; i < pixels.Length; i++)
        {
            double mean = unit > 0 && pixels[i] > 0 ? pixels[i] / unit : 0;
            result[i] = mean > 0 && double.IsFinite(mean) ? (PoissonSampler.Next(stream, mean) - mean) * unit : 0;
        }
    }
}
