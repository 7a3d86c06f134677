using GCnn.Data;
using GCnn.Images;

namespace GCnn.Experiments.Data;

/// <summary>Pictures of eight bits from images of any numbers.</summary>
/// <remarks>
/// Numbers that lie in [0, 1] are taken as they are, so that what was a picture becomes the same picture again. Anything else, such as the
/// counts of a FITS image, is stretched as astronomers do: with the median <c>b</c> of the image for the sky and <c>s = 1.4826</c> times
/// the median distance from it for the noise, <c>asinh((x - b) / 3s) / asinh((max - b) / 3s)</c>, cut to [0, 1]; all channels alike, so
/// that colours stay. Source: [Lupton2004].
/// </remarks>
public static class SkyStretch
{
    private const double NormalDeviation = 1.4826;
    private const double Softening = 3;

    /// <summary>The picture of an image with one channel, or with three: red, green, blue.</summary>
    /// <param name="location">The source, for messages.</param>
    /// <param name="id">The image's name, for messages.</param>
    /// <param name="image">The image.</param>
    /// <exception cref="SampleException">It has another number of channels.</exception>
    public static RgbImage Picture(string location, string id, Planes image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.Channels is not (1 or 3))
        {
            throw new SampleException(location, id, $"has {image.Channels} channels; a picture has one, or three: red, green, blue");
        }

        return RgbImage.Create(image.Width, image.Height, (image, Stretch: StretchOf(image.Values)), (pixels, _, state) =>
        {
            int area = pixels.Length / 3;
            for (int i = 0; i < pixels.Length; i++)
            {
                int plane = state.image.Channels == 1 ? 0 : i % 3;
                pixels[i] = (byte)Math.Round(255 * Math.Clamp(state.Stretch(state.image.Values[(plane * area) + (i / 3)]), 0, 1));
            }
        });
    }

    private static Func<float, double> StretchOf(float[] values)
    {
        if (Array.TrueForAll(values, value => value is >= 0 and <= 1))
        {
            return value => value;
        }

        double sky = Median(values);
        double noise = NormalDeviation * Median(Array.ConvertAll(values, value => (float)Math.Abs(value - sky)));
        double top = values.Max() - sky;
        double unit = Softening * (noise > 0 ? noise : Math.Max(top, float.Epsilon));
        double whole = Math.Asinh(top / unit);
        return value => whole > 0 ? Math.Asinh((value - sky) / unit) / whole : 0;
    }

    private static double Median(float[] values)
    {
        float[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
