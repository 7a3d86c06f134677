namespace GCnn.Experiments.Data.Digits;

/// <summary>Turns a small grey image by any angle about its centre.</summary>
public static class DigitRotation
{
    /// <summary>Turns an image anticlockwise as seen on screen. A pixel of the result is the bilinear mean of the four source pixels about
    /// the place it comes from, <c>R^-1 (p - c) + c</c> with <c>c = (side - 1) / 2</c>; beyond the source everything is 0.</summary>
    /// <param name="image">Shape [side, side].</param>
    /// <param name="side">Rows and columns.</param>
    /// <param name="radians">The angle.</param>
    /// <param name="turned">Where the result goes; shape [side, side].</param>
    public static void Turn(ReadOnlySpan<byte> image, int side, double radians, Span<byte> turned)
    {
        (double sine, double cosine) = Math.SinCos(radians);
        double centre = (side - 1) / 2.0;
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                // With rows growing downwards, R takes (x, y) to (x cos + y sin, y cos - x sin).
                (double x, double y) = (column - centre, row - centre);
                double value = Bilinear(image, side, (x * cosine) - (y * sine) + centre, (x * sine) + (y * cosine) + centre);
                turned[(row * side) + column] = (byte)Math.Round(value);
            }
        }
    }

    private static double Bilinear(ReadOnlySpan<byte> image, int side, double x, double y)
    {
        (int left, int top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        (double right, double down) = (x - left, y - top);
        double above = ((1 - right) * Pixel(image, side, left, top)) + (right * Pixel(image, side, left + 1, top));
        double below = ((1 - right) * Pixel(image, side, left, top + 1)) + (right * Pixel(image, side, left + 1, top + 1));
        return ((1 - down) * above) + (down * below);
    }

    private static double Pixel(ReadOnlySpan<byte> image, int side, int x, int y) =>
        (uint)x < (uint)side && (uint)y < (uint)side ? image[(y * side) + x] : 0;
}
