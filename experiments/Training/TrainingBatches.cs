using GCnn.Augment;

namespace GCnn.Experiments.Training;

/// <summary>The order in which an epoch visits the training images: a permutation that depends on seed and epoch alone, cut into
/// batches.</summary>
public static class TrainingBatches
{
    // Images are numbered from 0; the order has a stream of its own.
    private const long NoSample = -1;

    /// <summary>The batches of an epoch. A last batch of a single image joins the one before it: batch statistics need two.</summary>
    /// <param name="images">The images to visit.</param>
    /// <param name="batch">Images in a batch, at least 2.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="epoch">The epoch.</param>
    public static IReadOnlyList<int[]> Of(IReadOnlyList<int> images, int batch, int seed, int epoch)
    {
        ArgumentNullException.ThrowIfNull(images);
        int[] order = [.. images];
        Shuffle(order, new SampleStream(seed, epoch, NoSample));
        List<int[]> batches = [.. order.Chunk(batch)];
        if (batches.Count > 1 && batches[^1].Length == 1)
        {
            batches[^2] = [.. batches[^2], .. batches[^1]];
            batches.RemoveAt(batches.Count - 1);
        }

        return batches;
    }

    // Fisher and Yates.
    private static void Shuffle(int[] order, SampleStream random)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = random.NextIndex(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
