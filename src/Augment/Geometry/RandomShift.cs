namespace GCnn.Augment;

/// <summary>A shift, uniform and independent along each axis.</summary>
public sealed record RandomShift : ResamplingAugmentation
{
    /// <summary>The range in pixels of the shift to the right.</summary>
    public Interval Right { get; init; }

    /// <summary>The range in pixels of the shift downwards.</summary>
    public Interval Down { get; init; }

    /// <summary>
    /// Whether shifts are by whole pixels, those within the ranges each as likely. Pixels are then moved and not mixed, unless a
    /// neighbouring step mixes them.
    /// </summary>
    public bool WholePixels { get; init; }

    /// <summary>Draws the shift to the right and the shift downwards.</summary>
    /// <param name="stream">The sample's stream.</param>
    /// <exception cref="InvalidOperationException">Shifts are by whole pixels, and a range has no whole number.</exception>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return WholePixels
            ? new ShiftParameters(Whole(stream, Right), Whole(stream, Down))
            : new ShiftParameters(stream.NextUniform(Right), stream.NextUniform(Down));
    }

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before)
    {
        ShiftParameters shift = Own<ShiftParameters>(parameters);
        return new(Affine.Shift(shift.Right, shift.Down), before);
    }

    private static double Whole(SampleStream stream, Interval range)
    {
        double first = Math.Ceiling(range.Low), count = Math.Floor(range.High) - first + 1;
        return count >= 1
            ? first + stream.NextIndex((int)count)
            : throw new InvalidOperationException(
                $"A shift by whole pixels needs a whole number in its range; {range} has none. Widen it, or take WholePixels = false.");
    }
}
