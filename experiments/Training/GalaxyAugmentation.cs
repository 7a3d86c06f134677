using GCnn.Augment;
using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>
/// What a training image goes through. For every model: one warp of the square image that draws what no symmetry of its pixels covers,
/// rotations within 45 degrees, scale and shift; then the view on the model's lattice. For a model with augmentation a uniformly random
/// symmetry of the lattice in addition, exactly.
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

    private readonly Pipeline _warp;
    private readonly LatticeView _view;
    private readonly Pipeline _symmetry;
    private readonly GalaxyTask _task;
    private readonly int _seed;

    /// <summary>Puts the steps together.</summary>
    /// <param name="task">The task, which says how a reflection acts on the classes.</param>
    /// <param name="augmented">Whether to draw random symmetries of the lattice.</param>
    /// <param name="view">What the net sees; the images given are larger, and the warp cuts them.</param>
    /// <param name="seed">The seed.</param>
    public GalaxyAugmentation(GalaxyTask task, bool augmented, LatticeView view, int seed)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(view);
        (_task, _view, _seed) = (task, view, seed);
        bool mirrors = !task.Reflection.SequenceEqual(Enumerable.Range(0, task.Classes.Count));
        _warp = new Pipeline(new RandomWarp
        {
            Degrees = Degrees, Scale = Scale, Shift = Shift, Flip = mirrors, OutputSize = (view.Size, view.Size),
        });
        _symmetry = augmented ? new Pipeline(new RandomPointElement(view.Symmetries)) : new Pipeline();
    }

    /// <summary>The centre of images, which is what the view is of when nothing is drawn.</summary>
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
    /// <returns>Images as the net sees them, <c>N x 3 x size x size</c>, and their classes.</returns>
    public (Tensor Images, long[] Classes) Apply(Tensor images, GalaxySet set, int[] batch, int epoch)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(batch);
        SampleStream[] streams = Array.ConvertAll(batch, image => new SampleStream(_seed, epoch, image));
        Parameters[] warps = Array.ConvertAll(streams, _warp.Draw), symmetries = Array.ConvertAll(streams, _symmetry.Draw);
        long[] classes = [.. batch.Select((image, i) => Class(set.Classes[image], warps[i].IsReflection != symmetries[i].IsReflection))];
        return (_symmetry.Apply(_view.Of(_warp.Apply(images, warps)), symmetries), classes);
    }

    private long Class(int original, bool mirrored) => mirrored ? _task.Reflection[original] : original;
}
