using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Shifts each image so that the centroid of its light comes to the image's centre, between pixels where need be.</summary>
/// <remarks>
/// The weight of a pixel is what its mean over the channels has above <c>m + k σ</c>, with the sigma-clipped median <c>m</c> and deviation
/// <c>σ</c> of the whole image (three deviations, five rounds), so that the sky does not pull. An image in which nothing stands out stays.
/// The shift is found in the pixels (<see cref="Augmentation.Resolve"/>); masks and labels then follow the shift that was found. Nothing is
/// drawn. On hexagons it would find the centroid of the stored square; recentre before resampling.
/// </remarks>
public sealed record CentroidRecentring : GeometricAugmentation
{
    /// <summary>How many deviations above the sky a pixel has to be to count, <c>k</c>; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double Threshold
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Threshold), $"The threshold of recentring is a finite number of deviations, at least 0; it was given as {value}.");
    } = 3;

    /// <summary>How the image is read between its pixels.</summary>
    public Interpolation Interpolation { get; init; } = Interpolation.Bilinear;

    /// <summary>What comes in from beyond the border.</summary>
    public WarpPadding Padding { get; init; }

    /// <inheritdoc/>
    public override Sampling Sampling => new(Interpolation, Padding);

    /// <summary>It has to see its pixels, so only the step after it may be composed with it.</summary>
    public override Joints Joints => Joints.After;

    /// <summary>Draws nothing; the shift is found by <see cref="Resolve"/>.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream) => new RecentringParameters(null);

    /// <summary>Finds the shift of each image that has none yet.</summary>
    /// <remarks><b>Shapes:</b> the images are <c>N x C x H x W</c>.</remarks>
    /// <param name="images">The images as they are before this step.</param>
    /// <param name="parameters">For each image what <see cref="Draw"/> gave, or this method earlier.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override StepParameters[] Resolve(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        RecentringParameters[] resolved = Require<RecentringParameters>(images, parameters);
        if (Array.Exists(resolved, p => p.Shift is null))
        {
            var size = ImageSize.Of(images);
            PixelNumbers.Read(images, (n, pixels) => resolved[n] = resolved[n].Shift is null
                ? new RecentringParameters(Centroid.ShiftToCentre(pixels, size, Threshold))
                : resolved[n]);
        }

        return resolved;
    }

    /// <summary>The shift that was found.</summary>
    /// <param name="parameters">Resolved parameters.</param>
    /// <param name="before">The image's size.</param>
    /// <exception cref="ArgumentException">The parameters are not of this augmentation, or not resolved.</exception>
    public override Placement Place(StepParameters parameters, ImageSize before) =>
        Own<RecentringParameters>(parameters).Shift is (double right, double down)
            ? new Placement(Affine.Shift(right, down), before)
            : throw new ArgumentException(
                "Recentring depends on the image, and these parameters are as they were drawn. Pass those that Pipeline.Run gave back.",
                nameof(parameters));

    /// <summary>Finds the shifts that are still to be found, and shifts.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same. Differentiable; the shift counts as a constant.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image what was drawn or resolved.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters) =>
        base.Apply(images, Resolve(images, parameters));
}
