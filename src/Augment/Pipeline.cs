using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Augmentations in sequence: draw once per sample, then apply to whole batches.</summary>
/// <remarks>
/// Every number comes from the sample's own stream, keyed by seed, epoch and sample, and every operator works image by image. So the same
/// seed gives the same images whatever the batch size, the order of the samples and the number of threads.
/// </remarks>
public sealed class Pipeline
{
    private readonly Augmentation[] _steps;

    /// <summary>The sequence of some augmentations, the first applied first. None leave images as they are.</summary>
    /// <param name="steps">The augmentations.</param>
    public Pipeline(params Augmentation[] steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        _steps = [.. steps];
    }

    /// <summary>The augmentations, the first applied first.</summary>
    public IReadOnlyList<Augmentation> Steps => _steps;

    /// <summary>Draws the parameters of one sample.</summary>
    /// <param name="stream">The sample's stream.</param>
    public Parameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new Parameters(Array.ConvertAll(_steps, step => step.Draw(stream)));
    }

    /// <summary>Draws the parameters of a batch: for each sample those of its <see cref="SampleStream"/>.</summary>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="samples">The samples' numbers in the data set.</param>
    public Parameters[] Draw(long seed, long epoch, IEnumerable<long> samples) =>
        [.. samples.Select(sample => Draw(new SampleStream(seed, epoch, sample)))];

    /// <summary>Applies to each image its own parameters.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H' x W'</c>.</remarks>
    /// <param name="images">The images, of a floating-point type.</param>
    /// <param name="parameters">For each image what <see cref="Draw(SampleStream)"/> gave.</param>
    /// <exception cref="ArgumentException">
    /// A shape or type does not fit, or the parameters are not of these images or this pipeline.
    /// </exception>
    public Tensor Apply(Tensor images, IReadOnlyList<Parameters> parameters) => Apply(images, parameters, _ => true);

    /// <summary>Applies only the steps that move pixels: for masks and weights that go with the images.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to <c>N x C x H' x W'</c>.</remarks>
    /// <param name="masks">The masks, of a floating-point type.</param>
    /// <param name="parameters">What was drawn for the images.</param>
    /// <exception cref="ArgumentException">
    /// A shape or type does not fit, or the parameters are not of these images or this pipeline.
    /// </exception>
    public Tensor ApplyGeometry(Tensor masks, IReadOnlyList<Parameters> parameters) => Apply(masks, parameters, step => step.IsGeometric);

    private Tensor Apply(Tensor images, IReadOnlyList<Parameters> parameters, Func<Augmentation, bool> applies)
    {
        ImageBatch.Require(images, parameters);
        RequireOwn(parameters);
        using DisposeScope scope = NewDisposeScope();
        Tensor result = images.alias();
        for (int i = 0; i < _steps.Length; i++)
        {
            if (applies(_steps[i]))
            {
                result = _steps[i].Apply(result, [.. parameters.Select(sample => sample.Steps[i])]);
            }
        }

        return result.MoveToOuterDisposeScope();
    }

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
