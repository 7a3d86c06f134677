using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Images like a camera's: a few waves of random direction in each channel, some noise, values from 0 to 1.</summary>
internal static class SmoothImages
{
    private const int Waves = 3;
    private const double Noise = 0.05;

    public static Tensor Draw(int seed, int samples, int channels, int rows, int columns)
    {
        Random random = new(seed);
        float[] values = new float[samples * channels * rows * columns];
        for (int plane = 0; plane < samples * channels; plane++)
        {
            (double X, double Y, double Phase)[] waves =
                [.. Enumerable.Range(0, Waves).Select(_ => (random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble()))];
            for (int i = 0; i < rows * columns; i++)
            {
                double sum = waves.Sum(wave => Math.Sin(2 * Math.PI * ((wave.X * (i % columns)) + (wave.Y * (i / columns)) + wave.Phase)));
                double value = 0.5 + (sum / (2 * Waves)) + (Noise * (random.NextDouble() - 0.5));
                values[(plane * rows * columns) + i] = (float)Math.Clamp(value, 0, 1);
            }
        }

        return tensor(values, [samples, channels, rows, columns]);
    }

    /// <summary>Parts of an image: parity decides what strides do, so sides lose two pixels at a time.</summary>
    public static IEnumerable<Tensor> Shrink(Tensor images)
    {
        if (images.shape[0] > 1)
        {
            yield return images.narrow(0, 0, 1);
        }

        for (int axis = 2; axis <= 3; axis++)
        {
            if (images.shape[axis] > 2)
            {
                yield return images.narrow(axis, 0, images.shape[axis] - 2);
            }
        }
    }
}
