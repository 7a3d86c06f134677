namespace GCnn.Augment;

/// <summary>A growth about the image's centre by a log-uniform factor; the size of the image stays.</summary>
/// <remarks>There is no smoothing before the resample, so factors below about ½ alias.</remarks>
public sealed record RandomScale : ResamplingAugmentation
{
    /// <summary>The factor's range: enlarging and shrinking are as likely on <c>[1/a, a]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches 0 or below.</exception>
    public Interval Factor
    {
        get;
        init => field = RequireScale(value);
    } = new(1, 1);

    /// <summary>Draws the factor.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new ScaleParameters(stream.NextLogUniform(Factor));
    }

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before) =>
        new(Affine.Scale(Own<ScaleParameters>(parameters).Factor), before);

    /// <summary>The range, if all of it is above 0.</summary>
    internal static Interval RequireScale(Interval value) => value.Low > 0
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(value), $"A scale is above 0; the range was given as {value}. 1 keeps the size.");
}
