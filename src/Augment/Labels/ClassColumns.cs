using GCnn.Actions;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Columns of classes under permutations.</summary>
internal static class ClassColumns
{
    /// <summary><c>out[n, images[n][c]] = votes[n, c]</c>; null keeps a row.</summary>
    public static Tensor Moved(Tensor votes, int[]?[] images, int classes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        if (votes.ndim != 2 || votes.shape[0] != images.Length || votes.shape[1] != classes)
        {
            throw new ArgumentException(
                $"Votes have a row for each image and a column for each class, [{images.Length}, {classes}]; these have the shape " +
                $"{FieldShape.Print(votes)}.",
                nameof(votes));
        }

        using DisposeScope scope = NewDisposeScope();
        long[] sources = new long[images.Length * classes];
        for (int n = 0; n < images.Length; n++)
        {
            for (int c = 0; c < classes; c++)
            {
                sources[(n * classes) + (images[n]?[c] ?? c)] = c;
            }
        }

        Tensor index = tensor(sources, [images.Length, classes], dtype: ScalarType.Int64, device: votes.device);
        return votes.gather(1, index).MoveToOuterDisposeScope();
    }
}
