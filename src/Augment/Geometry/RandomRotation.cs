namespace GCnn.Augment;

/// <summary>A rotation about the image's centre, by an angle uniform on a range: over a whole turn, the Haar measure of SO(2).</summary>
/// <remarks>The size stays; with <see cref="RandomFlip"/> in front of it, each flip as likely, the draw is uniform on O(2).</remarks>
public sealed record RandomRotation : ResamplingAugmentation
{
    /// <summary>The range of the angle in degrees; positive is anticlockwise as seen on screen.</summary>
    public Interval Degrees { get; init; } = new(0, 360);

    /// <summary>Draws the angle.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new RotationParameters(stream.NextUniform(Degrees));
    }

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before) =>
        new(Affine.Rotation(Own<RotationParameters>(parameters).Degrees), before);
}
