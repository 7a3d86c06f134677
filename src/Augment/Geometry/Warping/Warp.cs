using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>One resample of each image by a map of its own.</summary>
/// <remarks>
/// Images of float32 on the CPU go through loops of our own; other types and devices, and images that want gradients, through libtorch.
/// Both give what <see cref="Interpolation"/> and <see cref="WarpPadding"/> say, and the pixels themselves, exactly, where the map takes
/// pixels to pixels.
/// </remarks>
internal static class Warp
{
    // Beyond these the places that an output reads could not be told apart, or would overflow.
    private const double LargestStep = 1e6;
    private const double LargestShift = 1e12;

    /// <summary>Resamples <c>N x C x H x W</c> to <c>N x C x H' x W'</c>, the size that all placements share.</summary>
    public static Tensor Apply(Tensor images, Placement[] placements, Sampling sampling)
    {
        ImageSize before = ImageSize.Of(images), after = CommonSize(placements);
        Affine[] sources = Array.ConvertAll(placements, placement => Source(placement, before));
        (Interpolation interpolation, WarpPadding padding) = (sampling.Interpolation ?? default, sampling.Padding ?? default);
        return PlainImages.Are(images)
            ? WarpKernel.Apply(images, sources, after, interpolation, padding)
            : TensorWarp.Apply(images, sources, after, interpolation, padding);
    }

    /// <summary>The map from column and row of the output to column and row of the input.</summary>
    private static Affine Source(Placement placement, ImageSize before)
    {
        (double x, double y) = before.Centre;
        (double outX, double outY) = placement.After.Centre;
        Affine source = Affine.Shift(x, y) * placement.Map.Backward * Affine.Shift(-outX, -outY);
        bool isUsable = Array.TrueForAll([source.A, source.B, source.C, source.D], entry => Math.Abs(entry) <= LargestStep)
            && Array.TrueForAll([source.E, source.F], entry => Math.Abs(entry) <= LargestShift);
        return isUsable
            ? source
            : throw new ArgumentException(
                $"A warp needs a map with an inverse; {placement.Map} takes an image of {before} to less than a pixel or out of sight. " +
                "Is a scale close to 0, or a shift far beyond the image?",
                nameof(placement));
    }

    private static ImageSize CommonSize(Placement[] placements)
    {
        int other = Array.FindIndex(placements, placement => placement.After != placements[0].After);
        return other < 0
            ? placements[0].After
            : throw new ArgumentException(
                $"The images of one batch come out in different sizes: image 0 is {placements[0].After} and image {other} is " +
                $"{placements[other].After}. Pipeline.RunEach gives them as a list.",
                nameof(placements));
    }
}
