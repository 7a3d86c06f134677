using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Contrast about each image's own mean, then brightness: <c>out = m + c (in − m) + b</c>. Nothing is clipped.</summary>
/// <remarks>
/// The mean <c>m</c> is over channels and pixels, so colours keep their balance and the step commutes with the group's action.
/// </remarks>
public sealed record BrightnessContrast : Augmentation
{
    /// <summary>The range of what is added, <c>b</c>, uniform.</summary>
    public Interval Brightness { get; init; }

    /// <summary>The range of the factor <c>c</c>, log-uniform.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches 0 or below.</exception>
    public Interval Contrast
    {
        get;
        init => field = value.Low > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), $"A contrast is above 0; the range was given as {value}. 1 keeps it.");
    } = new(1, 1);

    /// <inheritdoc/>
    public override bool IsGeometric => false;

    /// <summary>Draws brightness and contrast, in this order.</summary>
    /// <param name="stream">The sample's stream.</param>
    public override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new BrightnessContrastParameters(stream.NextUniform(Brightness), stream.NextLogUniform(Contrast));
    }

    /// <summary>Applies <c>out = c in + ((1 − c) m + b)</c>. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its brightness and contrast.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        BrightnessContrastParameters[] drawn = Require<BrightnessContrastParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        Tensor contrast = ImageBatch.PerImage(images, drawn, p => p.Contrast);
        Tensor offset = ((1 - contrast) * ImageStatistics.Means(images)) + ImageBatch.PerImage(images, drawn, p => p.Brightness);
        return ((images * contrast) + offset).MoveToOuterDisposeScope();
    }
}
