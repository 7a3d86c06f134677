namespace GCnn.Augment;

/// <summary>A geometric augmentation that reads between pixels.</summary>
public abstract record ResamplingAugmentation : GeometricAugmentation
{
    /// <summary>How the image is read between its pixels.</summary>
    public Interpolation Interpolation { get; init; } = Interpolation.Bilinear;

    /// <summary>What lies beyond the border of the input.</summary>
    public WarpPadding Padding { get; init; }

    /// <inheritdoc/>
    public sealed override Sampling Sampling => new(Interpolation, Padding);
}
