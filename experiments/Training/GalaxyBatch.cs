using System.Runtime.InteropServices;
using GCnn.Experiments.Data;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>Images of a set as a tensor.</summary>
public static class GalaxyBatch
{
    /// <summary>Copies images that were loaded into a new tensor, and gives their memory back.</summary>
    /// <param name="set">The set they are of.</param>
    /// <param name="images">The images.</param>
    /// <param name="count">How many they are.</param>
    /// <returns>The images, <c>N x 3 x n x n</c>.</returns>
    public static Tensor Of(GalaxySet set, PixelBatch images, int count)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        Tensor batch = empty(count, 3, set.Size, set.Size);
        images.Values.CopyTo(MemoryMarshal.Cast<byte, float>(batch.bytes));
        images.Dispose();
        return batch;
    }

    /// <summary>Copies images straight into a new tensor.</summary>
    /// <param name="set">The set.</param>
    /// <param name="images">The images' numbers in it.</param>
    /// <returns>The images, <c>N x 3 x n x n</c>.</returns>
    public static Tensor Load(GalaxySet set, int[] images)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        Tensor batch = empty(images.Length, 3, set.Size, set.Size);
        set.CopyBatch(images, MemoryMarshal.Cast<byte, float>(batch.bytes));
        return batch;
    }

    /// <summary>The fractions of votes of images.</summary>
    /// <param name="set">The set, of a task about votes.</param>
    /// <param name="images">The images' numbers in it.</param>
    /// <returns>Fractions, <c>N x 37</c>.</returns>
    public static Tensor Votes(GalaxySet set, IReadOnlyList<int> images)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        return tensor([.. images.SelectMany(i => set.Votes![i])], [images.Count, set.Task.Outputs]);
    }

    /// <summary>What an objective compares a net's output with: classes, or fractions of votes.</summary>
    /// <param name="set">The set.</param>
    /// <param name="images">The images' numbers in it.</param>
    /// <returns>Classes, <c>N</c>, or fractions, <c>N x 37</c>.</returns>
    public static Tensor Targets(GalaxySet set, IReadOnlyList<int> images)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        return set.Votes is null ? tensor([.. images.Select(i => (long)set.Classes[i])]) : Votes(set, images);
    }
}
