using GCnn.Images;
using static TorchSharp.torch;

namespace GCnn.Experiments.Draws;

/// <summary>
/// How numbers become colours: what lies in [0, 1] as it stands, anything else from the image's own least number to its largest.
/// </summary>
/// <param name="Low">What is black.</param>
/// <param name="High">What is white.</param>
internal readonly record struct DisplayRange(double Low, double High)
{
    private const int Colours = 3;

    /// <summary>The range of an image, for it and everything drawn from it.</summary>
    public static DisplayRange Of(Tensor image)
    {
        (double low, double high) = (image.min().item<float>(), image.max().item<float>());
        return low >= 0 && high <= 1 ? new(0, 1) : new(low, high > low ? high : low + 1);
    }

    /// <summary>An image as a picture, each pixel a few wide and high.</summary>
    /// <param name="image">The image, <c>C x H x W</c>: the first three channels are red, green and blue; fewer than three are grey.</param>
    /// <param name="enlarged">How many times it is enlarged.</param>
    public RgbImage Picture(Tensor image, int enlarged)
    {
        using var scope = NewDisposeScope();
        (int height, int width) = ((int)image.size(1), (int)image.size(2));
        float[] values = image.to(ScalarType.Float32).contiguous().data<float>().ToArray();
        int planes = values.Length / (height * width), used = planes < Colours ? 1 : Colours;
        (double low, double span) = (Low, High - Low);
        return RgbImage.Create(width * enlarged, height * enlarged, values, (pixels, across, numbers) =>
        {
            for (int at = 0; at < pixels.Length; at++)
            {
                (int pixel, int colour) = Math.DivRem(at, Colours);
                int place = (pixel / across / enlarged * width) + (pixel % across / enlarged);
                double shown = (numbers[(colour % used * height * width) + place] - low) / span;
                pixels[at] = (byte)Math.Round(255 * Math.Clamp(double.IsFinite(shown) ? shown : 0, 0, 1));
            }
        });
    }
}
