using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>One turn of a combinator over a batch: the images sorted by the child whose turn it is.</summary>
internal sealed class ChildBatches(IReadOnlyList<Augmentation> children, CombinedParameters[] drawn, int turn)
{
    private const int Done = -1;

    /// <summary>Applies to each image the child whose turn it is; images without a turn stay. The caller owns the dispose scope.</summary>
    public Tensor Apply(Tensor images)
    {
        int[][] batches = [.. Enumerable.Range(0, drawn.Length).GroupBy(ChildOf).Select(batch => batch.ToArray())];
        if (batches.Length == 1)
        {
            return Act(images, batches[0]);
        }

        Tensor[] results = Array.ConvertAll(batches, batch => Act(ImageBatch.Select(images, batch), batch));
        RequireOneSize(batches, results);
        return ImageBatch.Join([.. results.Zip(batches)]);
    }

    private int ChildOf(int image) => turn < drawn[image].Turns.Count ? drawn[image].Turns[turn].Child : Done;

    private Tensor Act(Tensor images, int[] batch) => ChildOf(batch[0]) is var child and not Done
        ? children[child].Apply(images, Array.ConvertAll(batch, image => drawn[image].Turns[turn].Parameters))
        : images;

    private void RequireOneSize(int[][] batches, Tensor[] results)
    {
        var first = ImageSize.Of(results[0]);
        if (Array.FindIndex(results, result => ImageSize.Of(result) != first) is var other and > 0)
        {
            throw new ArgumentException(
                $"Images of one batch must keep one size; {Name(batches[0])} made {first} of image {batches[0][0]} and " +
                $"{Name(batches[other])} made {ImageSize.Of(results[other])} of image {batches[other][0]}. Give all children one " +
                "output size.");
        }
    }

    private string Name(int[] batch) => ChildOf(batch[0]) is var child and not Done ? children[child].GetType().Name : "no step";
}
