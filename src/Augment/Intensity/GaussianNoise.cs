using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Independent normal noise on every pixel and channel, with a standard deviation drawn for each sample.</summary>
/// <param name="Deviation">The range of the standard deviation, uniform; at least 0.</param>
public sealed record GaussianNoise(Interval Deviation) : Augmentation
{
    /// <summary>The range of the standard deviation, uniform; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches below 0.</exception>
    public Interval Deviation { get; init => field = RequirePositive(value); } = RequirePositive(Deviation);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws the strength and the key of the noise, which is made when it is applied: its length is the image's.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new GaussianNoiseParameters(stream.NextUniform(Deviation), stream.NextKey());
    }

    /// <summary>Adds to each image <c>σ_n</c> times the normal numbers of its own stream, in row-major order.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its noise.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        GaussianNoiseParameters[] drawn = Require<GaussianNoiseParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        Tensor noise = NormalNoise.Like(images, Array.ConvertAll(drawn, p => p.Key));
        return (images + (noise * ImageBatch.PerImage(images, drawn, p => p.Deviation))).MoveToOuterDisposeScope();
    }

    private static Interval RequirePositive(Interval deviation) =>
        Ranges.AtLeastZero(deviation, "standard deviation", nameof(deviation));
}
