using GCnn.Augment;
using GCnn.Experiments.Data;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// What a training image goes through. For every model: one warp that draws what no lattice symmetry covers, rotations within 45 degrees,
/// scale and shift. For a model with augmentation a uniformly random element of p4m in addition, exactly.
/// </summary>
/// <remarks>
/// Where a reflection acts on the classes (handedness), the warp mirrors every other image for every model, and labels follow every
/// reflection that was drawn. Each image has a random stream of its own, keyed by seed, epoch and its number in the set.
/// </remarks>
public sealed class GalaxyAugmentation
{
    private static readonly Interval Degrees = new(-45, 45);
    private static readonly Interval Scale = new(1 / 1.15, 1.15);
    private static readonly Interval Shift = new(-3, 3);

    private readonly Pipeline _pipeline;
    private readonly GalaxyTask _task;
    private readonly int _seed;

    /// <summary>Puts the pipeline together.</summary>
    /// <param name="task">The task, which says how a reflection acts on the classes.</param>
    /// <param name="augmented">Whether to draw random elements of p4m.</param>
    /// <param name="size">Side of what the net sees; the images given are larger, and the warp cuts them.</param>
    /// <param name="seed">The seed.</param>
    public GalaxyAugmentation(GalaxyTask task, bool augmented, int size, int seed)
    {
        ArgumentNullException.ThrowIfNull(task);
        (_task, _seed) = (task, seed);
        bool mirrors = !task.Reflection.SequenceEqual(Enumerable.Range(0, task.Classes.Count));
        var warp = new RandomWarp { Degrees = Degrees, Scale = Scale, Shift = Shift, Flip = mirrors, OutputSize = (size, size) };
        _pipeline = augmented ? new Pipeline(warp, new RandomPointElement(PlaneGroup.P4m)) : new Pipeline(warp);
    }

    /// <summary>The centre of images, which is what a net sees when nothing is drawn.</summary>
    /// <param name="images">Images, <c>N x C x n x n</c>.</param>
    /// <param name="size">The side of the centre; <c>n − size</c> is even.</param>
    public static Tensor Centre(Tensor images, int size)
    {
        ArgumentNullException.ThrowIfNull(images);
        long margin = (images.size(2) - size) / 2;
        return images.narrow(2, margin, size).narrow(3, margin, size).contiguous();
    }

    /// <summary>Draws for a batch and applies what was drawn, to images and to labels.</summary>
    /// <param name="images">The batch's images, <c>N x 3 x n x n</c>.</param>
    /// <param name="set">The set they are from.</param>
    /// <param name="batch">Their numbers in the set.</param>
    /// <param name="epoch">The epoch.</param>
    /// <returns>Images, <c>N x 3 x size x size</c>, and their classes.</returns>
    public (Tensor Images, long[] Classes) Apply(Tensor images, GalaxySet set, int[] batch, int epoch)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(batch);
        Parameters[] drawn = _pipeline.Draw(_seed, epoch, batch.Select(i => (long)i));
        long[] classes = [.. batch.Select((image, i) => (long)Class(set.Classes[image], drawn[i]))];
        return (_pipeline.Apply(images, drawn), classes);
    }

    private int Class(int original, Parameters drawn) => drawn.IsReflection ? _task.Reflection[original] : original;
}
