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

    /// <summary>
    /// Completes parameters that depend on the image: those that were drawn empty are looked up in the pixels. Others stay as they are.
    /// </summary>
    /// <param name="images">The images as they are before this step, <c>N x C x H x W</c>.</param>
    /// <param name="parameters">For each image what <see cref="Draw"/> gave, or what this method gave earlier.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images or not of this augmentation.</exception>
    public virtual StepParameters[] Resolve(Tensor images, IReadOnlyList<StepParameters> parameters) => [.. parameters];

    /// <summary>The elementary steps that were drawn for one sample, in order: itself, unless the augmentation is a combinator.</summary>
    /// <remarks>A pipeline runs these, so that the children of a combinator compose with their neighbours and labels follow them.</remarks>
    /// <param name="parameters">What <see cref="Draw"/> gave.</param>
    /// <exception cref="ArgumentException">The parameters are not of this augmentation.</exception>
    public virtual IReadOnlyList<DrawnStep> Expand(StepParameters parameters) => [new(this, parameters)];

    /// <summary>The inverse of <see cref="Expand"/>: the parameters with those of the elementary steps in their places.</summary>
    /// <param name="parameters">What was expanded.</param>
    /// <param name="steps">The parameters of its elementary steps, in the same order and number.</param>
    public virtual StepParameters Collect(StepParameters parameters, IReadOnlyList<StepParameters> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return steps[0];
    }

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

    /// <summary>The parameters as this augmentation's own kind; refuses others.</summary>
    /// <typeparam name="T">The kind of parameters.</typeparam>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">They are of another kind.</exception>
    protected T Own<T>(StepParameters parameters)
        where T : StepParameters => parameters as T ?? throw new ArgumentException(
            $"{GetType().Name} needs {typeof(T).Name}; it was given {parameters?.GetType().Name ?? "null"}. " +
            "Were the parameters drawn by another augmentation?",
            nameof(parameters));
}
