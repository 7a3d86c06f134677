using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// Colour made weaker or stronger about each pixel's grey: <c>out_c = f in_c + (1 − f) g</c> with <c>g</c> the mean of the channels.
/// </summary>
/// <remarks>
/// The grey is the plain mean, so that bands which no eye weighs are treated alike; of one channel nothing changes. <c>f = 0</c> is
/// grey, 1 keeps the image, above 1 the colours are stronger. Nothing is clipped.
/// </remarks>
/// <param name="Factor">The range of <c>f</c>, uniform; at least 0.</param>
public sealed record Saturation(Interval Factor) : Augmentation
{
    /// <summary>The range of <c>f</c>, uniform; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches below 0.</exception>
    public Interval Factor { get; init => field = RequireFactor(value); } = RequireFactor(Factor);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws the factor.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new SaturationParameters(stream.NextUniform(Factor));
    }

    /// <summary>Applies <c>out_c = f in_c + (1 − f) g</c>. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its factor.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        SaturationParameters[] drawn = Require<SaturationParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        Tensor factor = ImageBatch.PerImage(images, drawn, p => p.Factor);
        return ((images * factor) + (ImageStatistics.Grey(images) * (1 - factor))).MoveToOuterDisposeScope();
    }

    private static Interval RequireFactor(Interval value) => Ranges.AtLeastZero(value, "factor of saturation", nameof(Factor));
}
