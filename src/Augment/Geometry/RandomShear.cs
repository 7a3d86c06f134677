namespace GCnn.Augment;

/// <summary>A shear about the image's centre, <see cref="Affine.Shear"/>, with slopes uniform and independent. It keeps areas.</summary>
public sealed record RandomShear : ResamplingAugmentation
{
    /// <summary>The range of the slope <c>s_x</c>: pixels to the right for each pixel downwards.</summary>
    public Interval Right { get; init; }

    /// <summary>The range of the slope <c>s_y</c>: pixels downwards for each pixel to the right.</summary>
    public Interval Down { get; init; }

    /// <summary>Draws the slopes.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new ShearParameters(stream.NextUniform(Right), stream.NextUniform(Down));
    }

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before)
    {
        ShearParameters shear = Own<ShearParameters>(parameters);
        return new(Affine.Shear(shear.Right, shear.Down), before);
    }
}
