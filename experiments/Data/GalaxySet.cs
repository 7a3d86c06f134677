using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GCnn.Experiments.Data;

/// <summary>Labelled images in memory, ready for a network: objects in a fixed order, one class and one array of float planes each.</summary>
public sealed class GalaxySet
{
    private readonly float[][] _images;

    /// <summary>Puts a set together.</summary>
    /// <param name="task">The question the classes answer.</param>
    /// <param name="size">Side of every image.</param>
    /// <param name="objectIds">One unique name an object.</param>
    /// <param name="classes">One class index an object.</param>
    /// <param name="images">One array of <c>3 * size * size</c> values an object; the set keeps the arrays.</param>
    /// <param name="skipped">Images that could not be read.</param>
    /// <exception cref="ArgumentException">The numbers of ids, classes and images differ, or an image is of another size.</exception>
    public GalaxySet(
        GalaxyTask task,
        int size,
        IReadOnlyList<string> objectIds,
        IReadOnlyList<int> classes,
        IReadOnlyList<float[]> images,
        IReadOnlyList<SkippedImage> skipped)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(objectIds);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(images);
        if (objectIds.Count != images.Count || classes.Count != images.Count)
        {
            throw new ArgumentException($"GalaxySet: {objectIds.Count} ids, {classes.Count} classes and {images.Count} images were given; "
                + "each object needs one of each.", nameof(images));
        }

        (Task, Size, ObjectIds, Classes, Skipped, _images) = (task, size, objectIds, classes, skipped, [.. images]);
        if (Array.Find(_images, image => image.Length != Length) is { } odd)
            throw new ArgumentException($"GalaxySet: an image has {odd.Length} values; 3 x {size} x {size} = {Length} are needed.", nameof(images));
    }

    /// <summary>The question the classes answer.</summary>
    public GalaxyTask Task { get; }

    /// <summary>Side of every image in pixels.</summary>
    public int Size { get; }

    /// <summary>Values of one image: <c>3 * Size * Size</c>.</summary>
    public int Length => 3 * Size * Size;

    /// <summary>Number of objects.</summary>
    public int Count => _images.Length;

    /// <summary>The objects' unique names.</summary>
    public IReadOnlyList<string> ObjectIds { get; }

    /// <summary>The objects' classes, as indices into <see cref="GalaxyTask.Classes"/>.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>Images that were labelled for the task and could not be read.</summary>
    public IReadOnlyList<SkippedImage> Skipped { get; }

    /// <summary>How many objects each class has.</summary>
    public IReadOnlyList<int> ClassCounts => [.. Task.Classes.Select((_, index) => Classes.Count(c => c == index))];

    /// <summary>One image: planes red, green, blue, values in [0, 1]. Shape [3, Size, Size].</summary>
    public ReadOnlySpan<float> Image(int index) => _images[index];

    /// <summary>SHA-256, in hexadecimal, of some objects in their order: id, class and pixels.</summary>
    /// <param name="indices">The objects.</param>
    public string Checksum(IEnumerable<int> indices)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var i in indices)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{ObjectIds[i]}\n{Classes[i]}\n"));
            hash.AppendData(MemoryMarshal.AsBytes(Image(i)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Copies the images of a batch one after another. Shape of the batch: [indices, 3, Size, Size].</summary>
    /// <param name="indices">The objects of the batch.</param>
    /// <param name="batch">At least <c>indices.Length * Length</c> values.</param>
    public void CopyBatch(ReadOnlySpan<int> indices, Span<float> batch)
    {
        for (var i = 0; i < indices.Length; i++)
            _images[indices[i]].CopyTo(batch.Slice(i * Length, Length));
    }
}
