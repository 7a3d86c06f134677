using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// Independent normal noise at a stated signal-to-noise ratio <c>s</c> per pixel: of deviation <c>σ = P / s</c>, with <c>P</c> the image's
/// peak or mean, so that a pixel of value <c>P</c> has the ratio <c>s</c>.
/// </summary>
/// <remarks>
/// It is the noise of a bright sky or of the detector, the same everywhere. An image without light (<c>P ≤ 0</c>) gets none.
/// </remarks>
/// <param name="SignalToNoise">The range of <c>s</c>, log-uniform; above 0.</param>
/// <param name="Level">What <c>P</c> is.</param>
public sealed record RelativeGaussianNoise(Interval SignalToNoise, SignalLevel Level = SignalLevel.Peak) : Augmentation
{
    /// <summary>The range of <c>s</c>, log-uniform; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches 0 or below, or above a million.</exception>
    public Interval SignalToNoise { get; init => field = SignalLevels.RequireRatio(value); } = SignalLevels.RequireRatio(SignalToNoise);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws the ratio and the key of the noise.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new RelativeGaussianNoiseParameters(stream.NextLogUniform(SignalToNoise), stream.NextKey());
    }

    /// <summary>Adds <c>(P / s) z</c> with normal numbers <c>z</c>. Differentiable; <c>P</c> counts as a constant.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its noise.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        RelativeGaussianNoiseParameters[] drawn = Require<RelativeGaussianNoiseParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        double[] deviations = new double[drawn.Length];
        PixelNumbers.Read(images, (n, pixels) => deviations[n] = Level.Of(pixels) / drawn[n].SignalToNoise);
        Tensor noise = NormalNoise.Like(images, Array.ConvertAll(drawn, p => p.Key));
        return (images + (noise * ImageBatch.PerImage(images, deviations, sigma => sigma))).MoveToOuterDisposeScope();
    }
}
