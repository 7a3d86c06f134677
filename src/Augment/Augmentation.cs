using GCnn.Actions;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// One kind of augmentation. Drawing gives parameters and is the only random part; applying them is deterministic, so that image, mask
/// and label can share one draw.
/// </summary>
public abstract record Augmentation
{
    /// <summary>Whether the augmentation moves pixels, so that masks and positions follow it.</summary>
    public abstract bool IsGeometric { get; }

    /// <summary>Draws the parameters of one sample. The number of draws does not depend on their outcome.</summary>
    /// <param name="stream">The sample's stream.</param>
    public abstract StepParameters Draw(SampleStream stream);

    /// <summary>Applies to each image its own parameters, for the whole batch at once.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H' x W'</c>.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image what <see cref="Draw"/> gave.</param>
    /// <exception cref="ArgumentException">
    /// The parameters are not as many as the images or not of this augmentation, or a shape does not fit.
    /// </exception>
    public abstract Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters);

    /// <summary>The parameters as this augmentation's own kind, one per image; refuses others.</summary>
    /// <typeparam name="T">The kind of parameters.</typeparam>
    /// <param name="images">The images.</param>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">The images are no batch of images, or the parameters do not belong to them.</exception>
    protected T[] Require<T>(Tensor images, IReadOnlyList<StepParameters> parameters)
        where T : StepParameters
    {
        ImageBatch.Require(images, parameters);
        return [.. parameters.Select((step, n) => step as T ?? throw new ArgumentException(
            $"{GetType().Name} needs {typeof(T).Name}; image {n} of {FieldShape.Print(images)} has {step?.GetType().Name ?? "null"}. " +
            "Were the parameters drawn by another augmentation?",
            nameof(parameters)))];
    }
}
