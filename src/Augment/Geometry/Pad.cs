using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>More pixels around an image, exactly: zeros, the border's pixels or the image reflected at its border.</summary>
/// <param name="Left">The pixels added on the left.</param>
/// <param name="Top">The pixels added above.</param>
/// <param name="Right">The pixels added on the right.</param>
/// <param name="Bottom">The pixels added below.</param>
public sealed record Pad(int Left, int Top, int Right, int Bottom) : GeometricAugmentation
{
    /// <summary>The pixels added on the left, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Left { get; init => field = RequireMargin(value, nameof(Left)); } = RequireMargin(Left, nameof(Left));

    /// <summary>The pixels added above, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Top { get; init => field = RequireMargin(value, nameof(Top)); } = RequireMargin(Top, nameof(Top));

    /// <summary>The pixels added on the right, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Right { get; init => field = RequireMargin(value, nameof(Right)); } = RequireMargin(Right, nameof(Right));

    /// <summary>The pixels added below, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Bottom { get; init => field = RequireMargin(value, nameof(Bottom)); } = RequireMargin(Bottom, nameof(Bottom));

    /// <summary>What is added.</summary>
    public WarpPadding Padding { get; init; }

    /// <inheritdoc/>
    public override Sampling Sampling => new(null, Padding);

    /// <summary>
    /// The step after it, if that finds the same beyond the border; but a reflection of reflections is another image than the image
    /// reflected, so with <see cref="WarpPadding.Reflection"/> none.
    /// </summary>
    public override Joints Joints => Padding == WarpPadding.Reflection ? Joints.None : Joints.After;

    /// <summary>As many pixels on every side.</summary>
    /// <param name="margin">The pixels added on each side, at least 0.</param>
    /// <param name="padding">What is added.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative.</exception>
    public static Pad Around(int margin, WarpPadding padding = WarpPadding.Zeros) =>
        new(margin, margin, margin, margin) { Padding = padding };

    /// <summary>Draws nothing.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream) => new NoParameters();

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before)
    {
        Own<NoParameters>(parameters);
        return new(
            Affine.Shift((Left - Right) / 2.0, (Top - Bottom) / 2.0),
            new(checked(before.Rows + Top + Bottom), checked(before.Columns + Left + Right)));
    }

    /// <summary>Adds the pixels to every image. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x (H + Top + Bottom) x (W + Left + Right)</c>.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image <see cref="NoParameters"/>.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        Require<NoParameters>(images, parameters);
        if (Padding == WarpPadding.Zeros)
        {
            return nn.functional.pad(images, (Left, Right, Top, Bottom));
        }

        using DisposeScope scope = NewDisposeScope();
        return images
            .index_select(2, Sources(Top, Bottom, images, axis: 2))
            .index_select(3, Sources(Left, Right, images, axis: 3))
            .MoveToOuterDisposeScope();
    }

    private static int RequireMargin(int margin, string name) => margin >= 0
        ? margin
        : throw new ArgumentOutOfRangeException(
            name, $"A margin has at least 0 pixels; {name} was given as {margin}. CentreCrop and RandomCrop cut pixels away.");

    private Tensor Sources(int before, int after, Tensor images, int axis)
    {
        int length = (int)images.shape[axis];
        long[] places = [.. Enumerable.Range(-before, before + length + after).Select(i => (long)PaddingRule.Source(Padding, i, length))];
        return tensor(places, dtype: ScalarType.Int64, device: images.device);
    }
}
