
namespace GCnn.Images.Tests;

/// <summary>Images with random pixels, and the symmetries of the square on images and on float planes.</summary>
internal static class TestImages
{
    public static RgbImage Random(int width, int height, int seed)
    {
        var pixels = new byte[3 * width * height];
        new Random(seed).NextBytes(pixels);
        return new(width, height, pixels);
    }

    public static RgbImage Flat(int width, int height, byte red, byte green, byte blue) =>
        RgbImage.Create(width, height, (red, green, blue), static (pixels, _, colour) =>
        {
            for (var i = 0; i < pixels.Length; i += 3)
                (pixels[i], pixels[i + 1], pixels[i + 2]) = colour;
        });

    public static RgbImage Flip(RgbImage image) => Remap(image, image.Width, image.Height, (x, y) => (image.Width - 1 - x, y));

    /// <summary>A quarter turn, anticlockwise as seen on screen.</summary>
    public static RgbImage Turn(RgbImage image) => Remap(image, image.Height, image.Width, (x, y) => (image.Width - 1 - y, x));

    public static float[] Flip(float[] planes, int size) => Remap(planes, size, (x, y) => (size - 1 - x, y));

    public static float[] Turn(float[] planes, int size) => Remap(planes, size, (x, y) => (size - 1 - y, x));

    private static RgbImage Remap(RgbImage image, int width, int height, Func<int, int, (int X, int Y)> source)
    {
        var pixels = new byte[3 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = source(i % width, i / width);
            image.Pixels.Slice(3 * ((y * image.Width) + x), 3).CopyTo(pixels.AsSpan(3 * i));
        }

        return new(width, height, pixels);
    }

    private static float[] Remap(float[] planes, int size, Func<int, int, (int X, int Y)> source)
    {
        var result = new float[planes.Length];
        for (var i = 0; i < planes.Length; i++)
        {
            var (plane, place) = Math.DivRem(i, size * size);
            var (x, y) = source(place % size, place / size);
            result[i] = planes[(((plane * size) + y) * size) + x];
        }

        return result;
    }
}
