using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Subtracts the level of the sky from each channel: the median of the pixels that sigma-clipping leaves.</summary>
/// <remarks>
/// The level is an exact function of the set of pixel values, so the step commutes with the group's action exactly. What a tensor holds
/// outside a hexagon counts as pixels; subtract before resampling to hexagons. Nothing is drawn.
/// </remarks>
public sealed record BackgroundSubtraction : Augmentation
{
    /// <summary>Where the level is looked for.</summary>
    public BackgroundRegion Region { get; init; }

    /// <summary>The width of the frame in pixels where <see cref="Region"/> is the border, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int BorderWidth { get; init => field = Ranges.Within(value, 1, 100_000, "width of the border", nameof(BorderWidth)); } = 4;

    /// <summary>How many deviations from the median a pixel may be to count as sky.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public double Clip { get; init => field = Ranges.Positive(value, "number of deviations to clip at", nameof(Clip)); } = 3;

    /// <summary>How often pixels are left out at most; 0 takes the plain median.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or above 100.</exception>
    public int Rounds { get; init => field = Ranges.Within(value, 0, 100, "number of rounds", nameof(Rounds)); } = 5;

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws nothing.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream) => new NoParameters();

    /// <summary>Subtracts from each channel of each image its level. Differentiable; the level counts as a constant.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image that nothing was drawn.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        Require<NoParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        (int channels, int rows, int columns) = ((int)images.shape[1], (int)images.shape[2], (int)images.shape[3]);
        double[] levels = new double[images.shape[0] * channels];
        PixelNumbers.Read(images, (n, pixels) =>
        {
            for (int c = 0; c < channels; c++)
            {
                levels[(n * channels) + c] = Level(pixels.Slice(c * rows * columns, rows * columns), columns);
            }
        });
        Tensor level = tensor(levels, [images.shape[0], channels, 1, 1], dtype: images.dtype, device: images.device);
        return (images - level).MoveToOuterDisposeScope();
    }

    private double Level(ReadOnlySpan<double> plane, int columns)
    {
        double[] looked = new double[plane.Length];
        int count = 0, rows = plane.Length / columns;
        for (int i = 0; i < plane.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, columns);
            int inwards = Math.Min(Math.Min(x, columns - 1 - x), Math.Min(y, rows - 1 - y));
            if (Region is BackgroundRegion.Whole || inwards < BorderWidth)
            {
                looked[count++] = plane[i];
            }
        }

        return SigmaClipping.Of(looked.AsSpan(0, count), Clip, Rounds).Median;
    }
}
