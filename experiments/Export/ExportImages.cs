using System.Runtime.InteropServices;
using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Galaxy;
using GCnn.Images;
using static TorchSharp.torch;

namespace GCnn.Experiments.Export;

/// <summary>Images to compare two implementations on, as square pixels.</summary>
internal static class ExportImages
{
    /// <summary>At most so many images of a set are compared.</summary>
    public const int Most = 256;

    private const int Batch = 32;
    private const int Random = 16;

    /// <summary>Batches of random numbers in [0, 1], always the same.</summary>
    /// <param name="size">The side of the images.</param>
    public static IEnumerable<Tensor> Made(int size)
    {
        using Generator generator = new(1);
        yield return rand([Random, 3, size, size], generator: generator);
    }

    /// <summary>Batches of the first images of a set, stretched and resized as in training; bad ones are left out.</summary>
    /// <param name="path">The set.</param>
    /// <param name="size">The side of the images.</param>
    /// <exception cref="DataException">The set cannot be used, or none of these images; one sentence.</exception>
    public static IEnumerable<Tensor> Of(string path, int size)
    {
        using var source = ImageSource.Open(path, SourceOptions.Default);
        CentreResize resize = GalaxyData.Resize(size);
        bool any = false;
        foreach (long[] numbers in Enumerable.Range(0, (int)Math.Min(source.Count, Most)).Select(number => (long)number).Chunk(Batch))
        {
            float[][] images = [.. numbers.Select(number => Read(source, number, resize, size)).OfType<float[]>()];
            if (images.Length > 0)
            {
                any = true;
                yield return Stack(images, size);
            }
        }

        if (!any)
        {
            throw new DataException($"None of the first {Math.Min(source.Count, Most)} images of '{path}' can be read; give others.");
        }
    }

    private static float[]? Read(ImageSource source, long number, CentreResize resize, int size)
    {
        try
        {
            return StoredImage.Read(source, number, resize, size);
        }
        catch (SampleException)
        {
            return null;
        }
    }

    private static Tensor Stack(float[][] images, int size)
    {
        Tensor batch = empty(images.Length, 3, size, size);
        Span<float> pixels = MemoryMarshal.Cast<byte, float>(batch.bytes);
        for (int i = 0; i < images.Length; i++)
        {
            images[i].CopyTo(pixels[(i * images[i].Length)..]);
        }

        return batch;
    }
}
