using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The power law <c>out = |in|^γ sign(in)</c>: odd, so that noise below the sky keeps its sign, and 0 and 1 stay.</summary>
/// <param name="Exponent">The range of <c>γ</c>, log-uniform; above 0.</param>
public sealed record Gamma(Interval Exponent) : Augmentation
{
    /// <summary>The range of <c>γ</c>, log-uniform; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches 0 or below.</exception>
    public Interval Exponent { get; init => field = RequireExponent(value); } = RequireExponent(Exponent);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws the exponent.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new GammaParameters(stream.NextLogUniform(Exponent));
    }

    /// <summary>Applies <c>out = exp(γ ln |in|) sign(in)</c>, and 0 at 0. Differentiable, with the gradient 0 at 0.</summary>
    /// <remarks>
    /// It is made of logarithm and exponential because libtorch's <c>pow</c> computes the last few pixels of a batch in another way than
    /// the rest, so that its last digit depends on the batch. <b>Shapes:</b> <c>N x C x H x W</c> to the same.
    /// </remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its exponent.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        GammaParameters[] drawn = Require<GammaParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        Tensor dark = images.eq(0), size = images.abs().masked_fill(dark, 1);
        Tensor power = (size.log() * ImageBatch.PerImage(images, drawn, p => p.Exponent)).exp();
        return (power * images.sign()).MoveToOuterDisposeScope();
    }

    private static Interval RequireExponent(Interval value) => Ranges.OfFactor(value, "gamma", nameof(Exponent));
}
