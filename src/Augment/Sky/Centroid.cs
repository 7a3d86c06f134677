namespace GCnn.Augment;

/// <summary>The centroid of an image's light.</summary>
internal static class Centroid
{
    /// <summary>The shift that takes the centroid to the centre; none where nothing stands out above the sky.</summary>
    /// <remarks>
    /// Moments are taken about the centre, so that an image and its mirror image have opposite shifts up to the rounding of the sums.
    /// </remarks>
    public static (double Right, double Down) ShiftToCentre(ReadOnlySpan<double> pixels, ImageSize size, double threshold)
    {
        double[] grey = Grey(pixels, size.Rows * size.Columns);
        (double sky, double deviation) = SigmaClipping.Of((double[])grey.Clone(), clip: 3, rounds: 5);
        double level = sky + (threshold * deviation), sum = 0, right = 0, down = 0;
        (double centreX, double centreY) = size.Centre;
        for (int i = 0; i < grey.Length; i++)
        {
            // Written so that a NaN weighs nothing.
            double weight = grey[i] > level && double.IsFinite(grey[i]) ? grey[i] - level : 0;
            sum += weight;
            right += weight * ((i % size.Columns) - centreX);
            down += weight * ((i / size.Columns) - centreY);
        }

        return sum > 0 ? (-right / sum, -down / sum) : (0, 0);
    }

    private static double[] Grey(ReadOnlySpan<double> pixels, int plane)
    {
        double[] grey = new double[plane];
        for (int i = 0; i < pixels.Length; i++)
        {
            grey[i % plane] += pixels[i];
        }

        int channels = pixels.Length / plane;
        return Array.ConvertAll(grey, value => value / channels);
    }
}
