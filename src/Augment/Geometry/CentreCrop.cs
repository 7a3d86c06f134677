using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// The middle of an image, exactly. Where as many pixels cannot be cut on both sides, one more is cut on the right or below, and the centre
/// moves by half a pixel.
/// </summary>
/// <param name="Rows">The height that is kept.</param>
/// <param name="Columns">The width that is kept.</param>
public sealed record CentreCrop(int Rows, int Columns) : GeometricAugmentation
{
    /// <summary>The height that is kept, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Rows { get; init => field = CropWindow.RequireSide(value, nameof(Rows)); } = CropWindow.RequireSide(Rows, nameof(Rows));

    /// <summary>The width that is kept, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Columns { get; init => field = CropWindow.RequireSide(value, nameof(Columns)); } =
        CropWindow.RequireSide(Columns, nameof(Columns));

    /// <summary>The step before it: what was cut away stays away.</summary>
    public override Joints Joints => Joints.Before;

    /// <summary>Draws nothing.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream) => new NoParameters();

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before)
    {
        Own<NoParameters>(parameters);
        return CropWindow.At(new(Rows, Columns), before, spare => spare / 2, spare => spare / 2);
    }

    /// <summary>Cuts the middle out of every image.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x Rows x Columns</c>.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image <see cref="NoParameters"/>.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images, or the images are smaller than the crop.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        NoParameters[] drawn = Require<NoParameters>(images, parameters);
        var before = ImageSize.Of(images);
        return CropWindow.Cut(images, Array.ConvertAll(drawn, nothing => Place(nothing, before)));
    }
}
