using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The warp of float32 images on the CPU, in loops of our own.</summary>
/// <remarks>
/// Four channels at a time stand side by side in <see cref="FramedPixels"/>, whose frame holds what the padding finds beyond the border: no
/// place needs a test whether it is inside, and one pixel of all channels is one vector. Each row of the output is a straight line through
/// the input (<see cref="RowPlaces"/>), read by a loop for the interpolation (<see cref="RowReading"/>).
/// </remarks>
internal static class WarpKernel
{
    public static Tensor Apply(Tensor images, Affine[] sources, ImageSize after, Interpolation interpolation, WarpPadding padding)
    {
        var before = ImageSize.Of(images);
        return PlainImages.Apply(images, after, (from, to, first, count) =>
        {
            (int read, int written) = (from.Length / count, to.Length / count);
            using WarpScratch scratch = new(before, after, interpolation, padding);
            for (int n = 0; n < count; n++)
            {
                scratch.Warp(from.Slice(n * read, read), sources[first + n], to.Slice(n * written, written));
            }
        });
    }
}
