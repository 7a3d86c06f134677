namespace GCnn.Augment;

/// <summary>
/// Flip, shear, rotation, scale and shift, composed in this order into one warp, with a crop or enlargement in the same resample: the
/// steps <see cref="RandomFlip"/>, <see cref="RandomShear"/>, <see cref="RandomRotation"/>, <see cref="RandomScale"/> and
/// <see cref="RandomShift"/> in one.
/// </summary>
/// <remarks>
/// <b>Interpolated:</b> only quarter turns of square images, flips and whole shifts come out exact; for exact symmetries use
/// <see cref="RandomPointElement"/>. There is no smoothing before the resample, so scales below about ½ alias. Fields left alone do
/// nothing: without any, the warp is the identity.
/// </remarks>
public sealed record RandomWarp : ResamplingAugmentation
{
    /// <summary>The rotation's range in degrees, uniform; positive is anticlockwise as seen on screen.</summary>
    public Interval Degrees { get; init; }

    /// <summary>The scale's range, log-uniform, so that enlarging and shrinking are as likely on <c>[1/a, a]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches 0 or below.</exception>
    public Interval Scale
    {
        get;
        init => field = RandomScale.RequireScale(value);
    } = new(1, 1);

    /// <summary>The range in pixels of the shift along each axis, uniform and independent.</summary>
    public Interval Shift { get; init; }

    /// <summary>The range of both slopes of the shear, uniform and independent.</summary>
    public Interval Shear { get; init; }

    /// <summary>Whether half of the samples are flipped left-right before the rest.</summary>
    public bool Flip { get; init; }

    /// <summary>The output's height and width, cut about the centre; null keeps the input's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1.</exception>
    public (int Rows, int Columns)? OutputSize
    {
        get;
        init => field = value is not ( < 1, _) and not (_, < 1)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), $"An image has sides of at least 1 pixel; the output was asked for as {value?.Rows} x {value?.Columns}.");
    }

    /// <summary>Both, but with an output size only the step before: what was cut away stays away.</summary>
    public override Joints Joints => OutputSize is null ? Joints.Both : Joints.Before;

    /// <summary>Draws rotation, scale, shift along x, shift along y and flip, in this order, and slopes where the range is not 0.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double degrees = stream.NextUniform(Degrees), scale = stream.NextLogUniform(Scale);
        double shiftX = stream.NextUniform(Shift), shiftY = stream.NextUniform(Shift);
        WarpParameters drawn = new(degrees, scale, shiftX, shiftY, stream.NextBool() && Flip);
        return Shear == default ? drawn : drawn with { ShearX = stream.NextUniform(Shear), ShearY = stream.NextUniform(Shear) };
    }

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before) => new(
        Own<WarpParameters>(parameters).Map, OutputSize is var (rows, columns) ? new(rows, columns) : before);
}
