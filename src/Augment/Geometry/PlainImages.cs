using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Loops of our own over the numbers of images: float32, on the CPU, on as many threads as libtorch uses.</summary>
internal static class PlainImages
{
    /// <summary>Makes the images from <paramref name="first"/> on, <c>count x C x H' x W'</c>, of as many <c>count x C x H x W</c>.</summary>
    public delegate void Loop(ReadOnlySpan<float> from, Span<float> to, int first, int count);

    /// <summary>Whether images are such, and want no gradients.</summary>
    public static bool Are(Tensor images) => images.dtype == ScalarType.Float32
        && images.device_type == DeviceType.CPU && !(images.requires_grad && is_grad_enabled());

    /// <summary>Makes <c>N x C x H' x W'</c> of <c>N x C x H x W</c>, each thread its part of the images.</summary>
    public static Tensor Apply(Tensor images, ImageSize after, Loop loop)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = images.detach().contiguous();
        Tensor result = empty([images.shape[0], images.shape[1], after.Rows, after.Columns], ScalarType.Float32);
        int count = (int)images.shape[0], threads = Math.Min(count, get_num_threads());

        // A span has at most 2^31 bytes.
        long largest = Math.Max(input.NumberOfElements, result.NumberOfElements) / count * sizeof(float);
        int most = (int)Math.Max(1, int.MaxValue / largest);
        if (threads == 1)
        {
            Part(0, count);
        }
        else
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
                Part((int)((long)count * part / threads), (int)((long)count * (part + 1) / threads)));
        }

        return result.MoveToOuterDisposeScope();

        void Part(int first, int end)
        {
            for (; first < end; first += most)
            {
                int length = Math.Min(most, end - first);
                using Tensor from = input.narrow(0, first, length), to = result.narrow(0, first, length);
                loop(MemoryMarshal.Cast<byte, float>(from.bytes), MemoryMarshal.Cast<byte, float>(to.bytes), first, length);
            }
        }
    }
}
