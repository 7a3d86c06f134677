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

    /// <summary>Refuses a list of tensors that are not <c>C x H x W</c> of real numbers, or not as many as parameters.</summary>
    public static void RequireEach<T>(IReadOnlyList<Tensor> images, IReadOnlyList<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (Tensor image in images)
        {
            ArgumentNullException.ThrowIfNull(image, nameof(images));
            if (image.ndim != 3 || image.NumberOfElements == 0 || !image.is_floating_point())
            {
                throw new ArgumentException(
                    $"A list of images needs tensors C x H x W of real numbers, with pixels; one is {FieldShape.Print(image)} of " +
                    $"{image.dtype}. A batch axis is for a single tensor of many images.",
                    nameof(images));
            }
        }

        if (parameters.Count != images.Count)
        {
            throw new ArgumentException(
                $"Each image needs its own parameters: {parameters.Count} were given for {images.Count} images.", nameof(parameters));
        }
    }

    /// <summary>What belongs to images as real numbers: whole numbers and booleans too, where no values between them are made.</summary>
    public static Tensor Numbers(Tensor labels, Interpolation interpolation)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.is_floating_point())
        {
            return labels;
        }

        // Float32 holds whole numbers up to 2^24, float64 up to 2^53.
        return interpolation == Interpolation.Nearest
            ? labels.to(labels.dtype is ScalarType.Int32 or ScalarType.Int64 ? ScalarType.Float64 : ScalarType.Float32)
            : throw new ArgumentException(
                $"{interpolation} makes values between whole ones; these masks hold {labels.dtype}. Take Interpolation.Nearest, or " +
                "convert the masks to float32 first.",
                nameof(interpolation));
    }

    /// <summary>Some images of a batch, in the order of their places; the batch itself where there are as many.</summary>
    public static Tensor Select(Tensor images, int[] places) => places.Length == images.shape[0]
        ? images
        : Gather(images, places);

    /// <summary>One batch of several, each image at the place that it is to have.</summary>
    /// <param name="parts">The batches, and for each of their images its place; every place once.</param>
    public static Tensor Join(IReadOnlyList<(Tensor Images, int[] Places)> parts)
    {
        int[] order = [.. parts.SelectMany(part => part.Places)], sources = new int[order.Length];
        foreach ((int source, int place) in order.Index())
        {
            sources[place] = source;
        }

        return Gather(cat([.. parts.Select(part => part.Images)]), sources);
    }

    private static Tensor Gather(Tensor images, int[] places) =>
        images.index_select(0, tensor(Array.ConvertAll(places, place => (long)place), dtype: ScalarType.Int64, device: images.device));

    /// <summary>One number per image as <c>N x 1 x 1 x 1</c>, in the images' type and on their device.</summary>
    public static Tensor PerImage<T>(Tensor images, T[] parameters, Func<T, double> number) =>
        tensor(Array.ConvertAll(parameters, p => number(p)), [parameters.Length, 1, 1, 1], dtype: images.dtype, device: images.device);
}
