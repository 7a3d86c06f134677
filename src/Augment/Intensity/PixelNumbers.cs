using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>What an augmentation reads from one image: its numbers in row-major order, channel by channel.</summary>
/// <param name="image">The image's place in the batch.</param>
/// <param name="pixels">The numbers.</param>
internal delegate void PixelReader(int image, ReadOnlySpan<double> pixels);

/// <summary>What an augmentation makes of the numbers of one image, of the same length.</summary>
/// <param name="image">The image's place in the batch.</param>
/// <param name="pixels">The numbers.</param>
/// <param name="result">Where the new numbers go.</param>
internal delegate void PixelMap(int image, ReadOnlySpan<double> pixels, Span<double> result);

/// <summary>
/// The numbers of each image on its own, in double precision on the CPU and image after image on its own thread: what is computed from
/// them does not depend on the batch, and no gradient passes.
/// </summary>
internal static class PixelNumbers
{
    /// <summary>Reads every image.</summary>
    public static void Read(Tensor images, PixelReader reader)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor source = Doubles(images);
        int count = (int)images.shape[0], most = ImageLoop.InOneSpan(source);
        for (int first = 0; first < count; first += most)
        {
            int start = first, part = Math.Min(most, count - first);
            Tensor from = source.narrow(0, start, part);
            ImageLoop.For(part, n => reader(start + n, Numbers(from, n)));
        }
    }

    /// <summary>Maps every image; the result has the images' type and is on their device.</summary>
    public static Tensor Map(Tensor images, PixelMap map)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor source = Doubles(images), result = empty(images.shape, ScalarType.Float64);
        int count = (int)images.shape[0], most = ImageLoop.InOneSpan(source);
        for (int first = 0; first < count; first += most)
        {
            int start = first, part = Math.Min(most, count - first);
            Tensor from = source.narrow(0, start, part), to = result.narrow(0, start, part);
            ImageLoop.For(part, n => map(start + n, Numbers(from, n), Numbers(to, n)));
        }

        return result.to(images.dtype, images.device).MoveToOuterDisposeScope();
    }

    private static Tensor Doubles(Tensor images) => images.detach().to(ScalarType.Float64, CPU).contiguous();

    private static Span<double> Numbers(Tensor doubles, int image)
    {
        Span<double> all = MemoryMarshal.Cast<byte, double>(doubles.bytes);
        int length = all.Length / (int)doubles.shape[0];
        return all.Slice(image * length, length);
    }
}
