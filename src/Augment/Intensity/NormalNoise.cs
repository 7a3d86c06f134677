using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Standard normal noise for a batch: each image from its own key, in row-major order.</summary>
internal static class NormalNoise
{
    /// <summary>Noise of the images' shape, type and device. The caller owns the dispose scope.</summary>
    public static Tensor Like(Tensor images, ulong[] keys)
    {
        Tensor noise = empty(images.shape, ScalarType.Float32);
        int length = (int)(noise.NumberOfElements / keys.Length);
        Parallel.For(0, keys.Length, n => Ziggurat.Fill(
            new SampleStream(keys[n]), MemoryMarshal.Cast<byte, float>(noise.bytes).Slice(n * length, length)));
        return noise.to(images.dtype, images.device);
    }
}
