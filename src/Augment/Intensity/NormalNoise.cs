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
        int length = (int)(noise.NumberOfElements / keys.Length), most = ImageLoop.InOneSpan(noise);
        for (int first = 0; first < keys.Length; first += most)
        {
            int start = first;
            using Tensor part = noise.narrow(0, start, Math.Min(most, keys.Length - start));
            ImageLoop.For((int)part.shape[0], n => Ziggurat.Fill(
                new SampleStream(keys[start + n]), MemoryMarshal.Cast<byte, float>(part.bytes).Slice(n * length, length)));
        }

        return noise.to(images.dtype, images.device);
    }
}
