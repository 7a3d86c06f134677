using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

public sealed partial class Pipeline
{
    /// <summary>Applies to each image its own parameters.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H' x W'</c>.</remarks>
    /// <param name="images">The images, of a floating-point type.</param>
    /// <param name="parameters">For each image what <see cref="Draw(SampleStream)"/> gave.</param>
    /// <exception cref="ArgumentException">
    /// A shape or type does not fit, the parameters are not of these images or this pipeline, or images come out in different sizes.
    /// </exception>
    public Tensor Apply(Tensor images, IReadOnlyList<Parameters> parameters) => Run(images, parameters).Images;

    /// <summary>Applies to each image its own parameters, and gives them with what depended on the images filled in.</summary>
    /// <remarks>
    /// Running the same images with the resolved parameters gives the same result, bit for bit; labels move by the resolved ones.
    /// <b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H' x W'</c>.
    /// </remarks>
    /// <param name="images">The images, of a floating-point type.</param>
    /// <param name="parameters">For each image what <see cref="Draw(SampleStream)"/> gave.</param>
    /// <exception cref="ArgumentException">
    /// A shape or type does not fit, the parameters are not of these images or this pipeline, or images come out in different sizes, for
    /// which there is <see cref="RunEach(Tensor, IReadOnlyList{Parameters})"/>.
    /// </exception>
    public (Tensor Images, Parameters[] Resolved) Run(Tensor images, IReadOnlyList<Parameters> parameters)
    {
        using DisposeScope scope = NewDisposeScope();
        (BatchRun run, DrawnStep[][] steps) = Started(images, parameters, labels: null);
        return (run.Together().MoveToOuterDisposeScope(), Collected(parameters, steps));
    }

    /// <summary>As <see cref="Run"/>, for images that come out in different sizes, as quarter turns of those that are not square.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N</c> tensors <c>C x H' x W'</c>.</remarks>
    /// <param name="images">The images, of a floating-point type.</param>
    /// <param name="parameters">For each image what <see cref="Draw(SampleStream)"/> gave.</param>
    /// <exception cref="ArgumentException">
    /// A shape or type does not fit, or the parameters are not of these images or this pipeline.
    /// </exception>
    public (Tensor[] Images, Parameters[] Resolved) RunEach(Tensor images, IReadOnlyList<Parameters> parameters)
    {
        using DisposeScope scope = NewDisposeScope();
        (BatchRun run, DrawnStep[][] steps) = Started(images, parameters, labels: null);
        return (MovedOut(run.Each()), Collected(parameters, steps));
    }

    /// <summary>As <see cref="Run"/>, for images of different sizes.</summary>
    /// <remarks><b>Shapes:</b> tensors <c>C x H x W</c> to as many <c>C x H' x W'</c>, each of its own size.</remarks>
    /// <param name="images">The images, each without a batch axis, of a floating-point type.</param>
    /// <param name="parameters">For each image what <see cref="Draw(SampleStream)"/> gave.</param>
    /// <exception cref="ArgumentException">
    /// A shape or type does not fit, or the parameters are not of these images or this pipeline.
    /// </exception>
    public (Tensor[] Images, Parameters[] Resolved) RunEach(IReadOnlyList<Tensor> images, IReadOnlyList<Parameters> parameters)
    {
        ImageBatch.RequireEach(images, parameters);
        using DisposeScope scope = NewDisposeScope();
        DrawnStep[][] steps = Expanded(parameters);
        BatchRun run = new(steps, labels: null);
        foreach (var alike in Enumerable.Range(0, images.Count).GroupBy(n => (string.Join(',', images[n].shape), images[n].dtype)))
        {
            run.Start(stack(alike.Select(n => images[n])), [.. alike]);
        }

        return (MovedOut(run.Each()), Collected(parameters, steps));
    }

    /// <summary>Applies only the steps that move pixels: for masks, class maps and weights that go with the images.</summary>
    /// <remarks>
    /// Whole numbers and booleans stay what they are, with <see cref="Interpolation.Nearest"/>. What lies beyond the border is what the
    /// steps say for images: zero, which is false, or the mask's own pixels.
    /// <b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H' x W'</c>.
    /// </remarks>
    /// <param name="masks">The masks, of any real type.</param>
    /// <param name="parameters">What was drawn for the images; resolved, where it depends on them.</param>
    /// <param name="interpolation">How to read between pixels, whatever the steps say for images: for masks the nearest.</param>
    /// <exception cref="ArgumentException">
    /// A shape or type does not fit, the parameters are not of these images or this pipeline or not resolved, masks come out in different
    /// sizes, or values between whole numbers are asked for.
    /// </exception>
    public Tensor ApplyGeometry(
        Tensor masks, IReadOnlyList<Parameters> parameters, Interpolation interpolation = Interpolation.Nearest)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor numbers = ImageBatch.Numbers(masks, interpolation);
        return Started(numbers, parameters, interpolation).Run.Together().to(masks.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>As <see cref="ApplyGeometry"/>, for masks that come out in different sizes.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N</c> tensors <c>C x H' x W'</c>.</remarks>
    /// <param name="masks">The masks, of any real type.</param>
    /// <param name="parameters">What was drawn for the images; resolved, where it depends on them.</param>
    /// <param name="interpolation">How to read between pixels, whatever the steps say for images: for masks the nearest.</param>
    /// <exception cref="ArgumentException">
    /// A shape or type does not fit, the parameters are not of these images or this pipeline or not resolved, or values between whole
    /// numbers are asked for.
    /// </exception>
    public Tensor[] ApplyGeometryEach(
        Tensor masks, IReadOnlyList<Parameters> parameters, Interpolation interpolation = Interpolation.Nearest)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor numbers = ImageBatch.Numbers(masks, interpolation);
        return MovedOut(Array.ConvertAll(Started(numbers, parameters, interpolation).Run.Each(), mask => mask.to(masks.dtype)));
    }

    /// <summary>Where one sample's pixels go by all steps that move them, and its size then: what labels move by.</summary>
    /// <param name="parameters">What was drawn for the sample; resolved, where it depends on the image.</param>
    /// <param name="before">The image's size before the first step.</param>
    /// <exception cref="ArgumentException">
    /// The parameters are not of this pipeline or not resolved, or the image is too small for a step.
    /// </exception>
    public Placement Place(Parameters parameters, ImageSize before)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RequireOwn([parameters]);
        DrawnStep[] steps = Expanded([parameters])[0];
        return GeometricRun.Place(steps, 0, steps.Length, before);
    }

    private static Tensor[] MovedOut(Tensor[] images) => Array.ConvertAll(images, image => image.MoveToOuterDisposeScope());

    private (BatchRun Run, DrawnStep[][] Steps) Started(Tensor images, IReadOnlyList<Parameters> parameters, Interpolation? labels)
    {
        ImageBatch.Require(images, parameters);
        DrawnStep[][] steps = Expanded(parameters);
        BatchRun run = new(steps, labels);
        run.Start(images, [.. Enumerable.Range(0, steps.Length)]);
        return (run, steps);
    }

    private DrawnStep[][] Expanded(IReadOnlyList<Parameters> parameters)
    {
        RequireOwn(parameters);
        return [.. parameters.Select(sample => _steps.SelectMany((step, i) => step.Expand(sample.Steps[i])).ToArray())];
    }

    /// <summary>The parameters as they were given, with those of elementary steps as the run left them.</summary>
    private Parameters[] Collected(IReadOnlyList<Parameters> parameters, DrawnStep[][] steps) => [.. parameters.Select((sample, n) =>
    {
        var left = steps[n].AsEnumerable();
        return new Parameters([.. _steps.Select((step, i) =>
        {
            int count = step.Expand(sample.Steps[i]).Count;
            StepParameters collected = step.Collect(sample.Steps[i], [.. left.Take(count).Select(elementary => elementary.Parameters)]);
            left = left.Skip(count);
            return collected;
        })]);
    })];

    private void RequireOwn(IReadOnlyList<Parameters> parameters)
    {
        for (int n = 0; n < parameters.Count; n++)
        {
            if (parameters[n].Steps.Count != _steps.Length)
            {
                throw new ArgumentException(
                    $"This pipeline has {_steps.Length} steps; the parameters of image {n} have {parameters[n].Steps.Count}. " +
                    "Were they drawn by another pipeline?",
                    nameof(parameters));
            }
        }
    }
}
