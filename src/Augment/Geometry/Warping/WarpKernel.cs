using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The warp of float32 images on the CPU, in loops of our own; each image on one of libtorch's threads.</summary>
/// <remarks>
/// Four channels at a time stand side by side in a <see cref="FramedPixels"/>, whose frame holds what the padding finds beyond the border:
/// no place needs a test whether it is inside, and one pixel of all channels is one vector. Each row of the output is a straight line
/// through the input (<see cref="RowPlaces"/>), read by a loop for the interpolation (<see cref="RowReading"/>).
/// </remarks>
internal static class WarpKernel
{
    public static Tensor Apply(Tensor images, Affine[] sources, ImageSize after, Interpolation interpolation, WarpPadding padding)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = images.detach().contiguous();
        Tensor result = empty([images.shape[0], images.shape[1], after.Rows, after.Columns], ScalarType.Float32);
        ImageSize before = ImageSize.Of(images);
        Threads.Split(sources.Length, Work);
        return result.MoveToOuterDisposeScope();

        void Work(int first, int end)
        {
            ReadOnlySpan<float> from = MemoryMarshal.Cast<byte, float>(input.bytes);
            Span<float> to = MemoryMarshal.Cast<byte, float>(result.bytes);
            (int read, int written) = (from.Length / sources.Length, to.Length / sources.Length);
            using WarpScratch scratch = new(before, after, interpolation, padding);
            for (int n = first; n < end; n++)
            {
                scratch.Warp(from.Slice(n * read, read), sources[n], to.Slice(n * written, written));
            }
        }
    }
}
