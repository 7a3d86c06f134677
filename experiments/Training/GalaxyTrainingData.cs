using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Predict;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>Galaxies to learn from: batches in an order of their own for each epoch, every image augmented by a random stream of its
/// own.</summary>
/// <remarks>
/// A rank takes, of each batch of the one order, the images that are of it (<see cref="Shard"/>), so that the ranks' batches together are
/// those of one process; where there are none, a black image stands in, of which nothing counts.
/// </remarks>
public sealed class GalaxyTrainingData : ITrainingData
{
    private readonly GalaxySet _set;
    private readonly IReadOnlyList<int> _images;
    private readonly GalaxyAugmentation _augmentation;
    private readonly int _batch;
    private readonly int _seed;
    private readonly Shard _shard;

    /// <summary>Puts the data together.</summary>
    /// <param name="set">The set.</param>
    /// <param name="images">The training images' numbers in it.</param>
    /// <param name="augmentation">What each image goes through.</param>
    /// <param name="batch">Images in a step.</param>
    /// <param name="seed">Seed of the order.</param>
    /// <param name="shard">The rank that learns from them; all of them by itself if null.</param>
    public GalaxyTrainingData(
        GalaxySet set, IReadOnlyList<int> images, GalaxyAugmentation augmentation, int batch, int seed, Shard? shard = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(augmentation);
        (_set, _images, _augmentation, _batch, _seed, _shard) = (set, images, augmentation, batch, seed, shard ?? Shard.Whole);
        Steps = TrainingBatches.Of(images, batch, seed, 0).Count;
    }

    /// <inheritdoc/>
    public int Steps { get; }

    /// <inheritdoc/>
    public LoaderStatistics Loading { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<TrainingBatch> Batches(int epoch, int firstStep, CancellationToken cancellation)
    {
        IReadOnlyList<int[]> batches = [.. TrainingBatches.Of(_images, _batch, _seed, epoch).Skip(firstStep).Select(Own)];
        using StreamingLoader<PixelBatch> loader = _set.Stream(batches, cancellation);
        try
        {
            foreach (int[] batch in batches)
            {
                loader.TryTake(out Loaded<PixelBatch> pixels);
                Tensor images = GalaxyBatch.Of(_set, pixels.Value, batch.Length);
                (Tensor seen, long[] classes) = batch.Length > 0
                    ? _augmentation.Apply(images, _set, batch, epoch)
                    : _augmentation.Apply(zeros(1, 3, _set.Size, _set.Size), _set, [_images[0]], epoch);
                int[] of = batch.Length > 0 ? batch : [_images[0]];
                yield return new TrainingBatch(
                    seen, _set.Votes is null ? tensor(classes) : GalaxyBatch.Votes(_set, of), Idle: batch.Length == 0);
            }
        }
        finally
        {
            Loading += loader.Statistics;
        }
    }

    private int[] Own(int[] batch) => _shard.Ranks == 1 ? batch : Array.FindAll(batch, image => _shard.Holds(_set.ObjectIds[image]));
}
