using GCnn.Actions;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>What every augmentation asks of its input, as sentences.</summary>
internal static class ImageBatch
{
    /// <summary>Refuses what is not <c>N x C x H x W</c>, not of real numbers, or has not one set of parameters per image.</summary>
    public static void Require<T>(Tensor images, IReadOnlyList<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(parameters);
        if (images.ndim != 4 || images.NumberOfElements == 0)
        {
            throw new ArgumentException(
                $"Augmentations need images N x C x H x W with pixels; they were given {FieldShape.Print(images)}." +
                (images.ndim == 3 ? " Is the batch axis missing? unsqueeze(0) adds it." : string.Empty),
                nameof(images));
        }

        if (!images.is_floating_point())
        {
            throw new ArgumentException(
                $"Augmentations need images of real numbers; these hold {images.dtype}. Convert first: images.to(float32) / 255.",
                nameof(images));
        }

        if (parameters.Count != images.shape[0])
        {
            throw new ArgumentException(
                $"Each image needs its own parameters: {parameters.Count} were given for {images.shape[0]} images (shape " +
                $"{FieldShape.Print(images)}).",
                nameof(parameters));
        }
    }

    /// <summary>One number per image as <c>N x 1 x 1 x 1</c>, in the images' type and on their device.</summary>
    public static Tensor PerImage<T>(Tensor images, T[] parameters, Func<T, double> number) =>
        tensor(Array.ConvertAll(parameters, p => number(p)), [parameters.Length, 1, 1, 1], dtype: images.dtype, device: images.device);
}
