using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// An augmentation that moves pixels by an affine map. Its <see cref="Placement"/> moves everything that belongs to the image.
/// </summary>
/// <remarks>
/// A <see cref="Pipeline"/> composes neighbouring geometric steps of which one reads between pixels into one map and one resample: that is
/// faster, blurs once instead of each time, and what one step pushes beyond the border the next may bring back. Steps that move whole
/// pixels only are applied one by one, exactly.
/// </remarks>
public abstract record GeometricAugmentation : Augmentation
{
    /// <inheritdoc/>
    public sealed override bool IsGeometric => true;

    /// <summary>How the step reads its input; unless a step says otherwise, whole pixels and none beyond the border.</summary>
    public virtual Sampling Sampling => Sampling.Exact;

    /// <summary>
    /// With which neighbours the step may be composed. One whose parameters are resolved from the pixels has to see them, and so is not
    /// composed with the step before it.
    /// </summary>
    public virtual Joints Joints => Joints.Both;

    /// <summary>Where the pixels of one image go, and its size then.</summary>
    /// <param name="parameters">What was drawn for the image.</param>
    /// <param name="before">The image's size before the step.</param>
    /// <exception cref="ArgumentException">The parameters are not of this augmentation, or the image is too small for the step.</exception>
    public abstract Placement Place(StepParameters parameters, ImageSize before);

    /// <summary>Resamples every image once: <c>out(p') = in(M⁻¹ p')</c> with the map <c>M</c> of its placement.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H' x W'</c>. Differentiable.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image what <see cref="Augmentation.Draw"/> gave.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images, or the images come out in different sizes.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        ImageBatch.Require(images, parameters);
        var before = ImageSize.Of(images);
        return Warp.Apply(images, [.. parameters.Select(sample => Place(sample, before))], Sampling);
    }
}
