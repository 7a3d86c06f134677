using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// Flip, rotation, scale and shift, composed in this order into one bilinear warp, with a crop or enlargement in the same resample.
/// </summary>
/// <remarks>
/// <b>Interpolated:</b> only quarter turns of square images come out exact; for exact symmetries use <see cref="RandomPointElement"/>.
/// There is no smoothing before the resample, so scales below about ½ alias. Fields left alone do nothing: without any, the warp is the
/// identity.
/// </remarks>
public sealed record RandomWarp : Augmentation
{
    /// <summary>The rotation's range in degrees, uniform; positive is anticlockwise as seen on screen.</summary>
    public Interval Degrees { get; init; }

    /// <summary>The scale's range, log-uniform, so that enlarging and shrinking are as likely on <c>[1/a, a]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches 0 or below.</exception>
    public Interval Scale
    {
        get;
        init => field = value.Low > 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), $"A scale is above 0; the range was given as {value}. 1 keeps the size.");
    } = new(1, 1);

    /// <summary>The range in pixels of the shift along each axis, uniform and independent.</summary>
    public Interval Shift { get; init; }

    /// <summary>Whether half of the samples are flipped left-right before the rest.</summary>
    public bool Flip { get; init; }

    /// <summary>What lies beyond the border of the input.</summary>
    public WarpPadding Padding { get; init; }

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

    /// <inheritdoc/>
    public override bool IsGeometric => true;

    /// <summary>Draws angle, scale, shift to the right, shift downwards and flip, in this order.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double degrees = stream.NextUniform(Degrees), scale = stream.NextLogUniform(Scale);
        double shiftX = stream.NextUniform(Shift), shiftY = stream.NextUniform(Shift);
        return new WarpParameters(degrees, scale, shiftX, shiftY, stream.NextBool() && Flip);
    }

    /// <summary>Resamples every image once: <c>out(p') = in(F Rᵀ (p' − t) / s)</c>, bilinear. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x</c> <see cref="OutputSize"/>.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image the warp.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        WarpParameters[] warps = Require<WarpParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        (int rows, int columns) = OutputSize ?? ((int)images.shape[2], (int)images.shape[3]);
        Tensor grid = WarpGrid.Make(images, warps, rows, columns);
        return nn.functional.grid_sample(images, grid, GridSampleMode.Bilinear, Mode, align_corners: false).MoveToOuterDisposeScope();
    }

    private GridSamplePaddingMode Mode => Padding switch
    {
        WarpPadding.Border => GridSamplePaddingMode.Border,
        WarpPadding.Reflection => GridSamplePaddingMode.Reflection,
        _ => GridSamplePaddingMode.Zeros,
    };
}
