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
}
