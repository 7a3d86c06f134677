using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// Standardises each image by itself: <c>out = (in − m) / σ</c> with the image's own mean and standard deviation, over all channels
/// together or in each. An image that is constant becomes 0.
/// </summary>
/// <param name="PerChannel">Whether each channel has its own mean and deviation; together keeps the colours.</param>
public sealed record ImageStandardisation(bool PerChannel = false) : Augmentation
{
    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws nothing.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream) => new NoParameters();

    /// <summary>Applies <c>(in − m) / σ</c>. Differentiable, also by <c>m</c> and <c>σ</c>, where the image is not constant.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image that nothing was drawn.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        Require<NoParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        Tensor apart = images - ImageStatistics.Means(images, PerChannel);
        Tensor variance = ImageStatistics.Means(apart.square(), PerChannel);
        return (apart / variance.masked_fill(variance.eq(0), 1).sqrt()).MoveToOuterDisposeScope();
    }
}
