using GCnn.Data;
using GCnn.Experiments.Data;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>Galaxies to learn from: batches in an order of their own for each epoch, every image augmented by a random stream of its own.</summary>
public sealed class GalaxyTrainingData : ITrainingData
{
    private readonly GalaxySet _set;
    private readonly IReadOnlyList<int> _images;
    private readonly GalaxyAugmentation _augmentation;
    private readonly int _batch;
    private readonly int _seed;

    /// <summary>Puts the data together.</summary>
    /// <param name="set">The set.</param>
    /// <param name="images">The training images' numbers in it.</param>
    /// <param name="augmentation">What each image goes through.</param>
    /// <param name="batch">Images in a step.</param>
    /// <param name="seed">Seed of the order.</param>
    public GalaxyTrainingData(GalaxySet set, IReadOnlyList<int> images, GalaxyAugmentation augmentation, int batch, int seed)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(augmentation);
        (_set, _images, _augmentation, _batch, _seed) = (set, images, augmentation, batch, seed);
        Steps = TrainingBatches.Of(images, batch, seed, 0).Count;
    }

    /// <inheritdoc/>
    public int Steps { get; }

    /// <inheritdoc/>
    public LoaderStatistics Loading { get; private set; }

    /// <summary>The objective of learning the set's classes.</summary>
    /// <param name="weighting">How much the classes count.</param>
    public Classification Classes(ClassWeighting weighting) =>
        new([.. _set.Task.Classes.Select((_, c) => _images.Count(i => _set.Classes[i] == c))], weighting);

    /// <inheritdoc/>
    public IEnumerable<TrainingBatch> Batches(int epoch, int firstStep, CancellationToken cancellation)
    {
        IReadOnlyList<int[]> batches = [.. TrainingBatches.Of(_images, _batch, _seed, epoch).Skip(firstStep)];
        using StreamingLoader<PixelBatch> loader = _set.Stream(batches, cancellation);
        try
        {
            foreach (int[] batch in batches)
            {
                loader.TryTake(out Loaded<PixelBatch> pixels);
                Tensor images = GalaxyBatch.Of(_set, pixels.Value, batch.Length);
                (Tensor seen, long[] classes) = _augmentation.Apply(images, _set, batch, epoch);
                yield return new TrainingBatch(seen, tensor(classes));
            }
        }
        finally
        {
            Loading += loader.Statistics;
        }
    }
}
