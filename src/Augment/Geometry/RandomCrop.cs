using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>A part of an image, exactly: every place of the window within the image is as likely.</summary>
/// <param name="Rows">The height that is kept.</param>
/// <param name="Columns">The width that is kept.</param>
public sealed record RandomCrop(int Rows, int Columns) : GeometricAugmentation
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

    /// <summary>Draws the window's column and row, as fractions: the image's size is known when they are applied.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new CropParameters(stream.NextUnit(), stream.NextUnit());
    }

    /// <inheritdoc/>
    public override Placement Place(StepParameters parameters, ImageSize before)
    {
        CropParameters drawn = Own<CropParameters>(parameters);
        return CropWindow.At(new(Rows, Columns), before, spare => Offset(drawn.Right, spare), spare => Offset(drawn.Down, spare));
    }

    /// <summary>Cuts its window out of each image.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x Rows x Columns</c>.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its window.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images, or the images are smaller than the crop.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        CropParameters[] drawn = Require<CropParameters>(images, parameters);
        var before = ImageSize.Of(images);
        return CropWindow.Cut(images, Array.ConvertAll(drawn, window => Place(window, before)));
    }

    private static int Offset(double fraction, int spare) => Math.Min((int)(fraction * (spare + 1)), spare);
}
