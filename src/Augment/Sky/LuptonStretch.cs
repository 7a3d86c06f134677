using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// The arcsinh stretch that keeps colour: with the intensity <c>I</c>, the mean of the channels less <c>m</c>, all channels are multiplied
/// by <c>F(I) / I</c>, <c>F(I) = 0.1 arsinh(Q I / s) / arsinh(0.1 Q)</c>.
/// </summary>
/// <remarks>
/// Faint light is stretched linearly, bright light logarithmically; <c>Q</c> says how early that begins, and an intensity of <c>0.1 s</c>
/// becomes 0.1 whatever <c>Q</c>. Where the brightest channel would pass 1, all are divided by it, so that the cores of galaxies keep their
/// colour instead of turning white. Pixels with <c>I ≤ 0</c> become 0. It is <c>make_lupton_rgb</c> of Astropy without the rounding to
/// bytes. Source: [Lupton2004], section 2.
/// </remarks>
/// <param name="Stretch">The range of <c>s</c>, log-uniform; above 0.</param>
/// <param name="Softening">The range of <c>Q</c>, log-uniform; above 0.</param>
/// <param name="Minimum">The level of black, <c>m</c>, in all channels.</param>
public sealed record LuptonStretch(Interval Stretch, Interval Softening, double Minimum = 0) : Augmentation
{
    /// <summary>The range of <c>s</c>, log-uniform; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches 0 or below.</exception>
    public Interval Stretch { get; init => field = RequirePositive(value, nameof(Stretch)); } = RequirePositive(Stretch, nameof(Stretch));

    /// <summary>The range of <c>Q</c>, log-uniform; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches 0 or below.</exception>
    public Interval Softening { get; init => field = RequirePositive(value, nameof(Softening)); } =
        RequirePositive(Softening, nameof(Softening));

    /// <summary>The level of black, <c>m</c>, in all channels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public double Minimum { get; init => field = RequireMinimum(value); } = RequireMinimum(Minimum);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws <c>s</c> and <c>Q</c>, in this order.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new LuptonStretchParameters(stream.NextLogUniform(Stretch), stream.NextLogUniform(Softening));
    }

    /// <summary>Multiplies all channels of a pixel by one factor. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its stretch.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        LuptonStretchParameters[] drawn = Require<LuptonStretchParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        Tensor above = images - Minimum, intensity = ImageStatistics.Grey(above);
        Tensor dark = intensity.le(0), light = intensity.masked_fill(dark, 1);
        Tensor x = light * ImageBatch.PerImage(images, drawn, p => p.Softening / p.Stretch);

        // arsinh x = ln(1 + x + x² / (1 + √(1 + x²))): accurate near 0, where ln(x + √(1 + x²)) is not.
        Tensor arsinh = (x + (x * (x / (1 + (1 + x.square()).sqrt())))).log1p();
        Tensor factor = arsinh * ImageBatch.PerImage(images, drawn, p => 0.1 / Math.Asinh(0.1 * p.Softening)) / light;
        Tensor stretched = above * factor.masked_fill(dark, 0);
        return (stretched / ImageStatistics.Brightest(stretched).clamp_min(1)).MoveToOuterDisposeScope();
    }

    private static Interval RequirePositive(Interval value, string name) => value.Low > 0
        ? value
        : throw new ArgumentOutOfRangeException(
            name, $"The {name.ToLowerInvariant()} of a Lupton stretch is above 0; the range was given as {value}.");

    private static double RequireMinimum(double value) => Ranges.Finite(value, "level of black", nameof(Minimum));
}
