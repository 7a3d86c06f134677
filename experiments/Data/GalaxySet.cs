using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using GCnn.Data;

namespace GCnn.Experiments.Data;

/// <summary>Labelled images, ready for a network: objects in a fixed order, one class and one array of float planes each. The images are in
/// memory, or read again each time they are asked for.</summary>
public sealed class GalaxySet
{
    private readonly Func<int, float[]> _read;

    /// <summary>Puts a set together whose images are in memory.</summary>
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
        IReadOnlyList<string> skipped)
        : this(task, size, objectIds, classes, Kept(images), skipped, readers: 0)
    {
        if (classes.Count != images.Count)
        {
            throw new ArgumentException($"GalaxySet: {objectIds.Count} ids, {classes.Count} classes and {images.Count} images were given; "
                + "each object needs one of each.", nameof(images));
        }

        if (images.FirstOrDefault(image => image.Length != Length) is { } odd)
        {
            throw new ArgumentException(
                $"GalaxySet: an image has {odd.Length} values; 3 x {size} x {size} = {Length} are needed.", nameof(images));
        }
    }

    /// <summary>Puts a set together whose images are read each time they are asked for.</summary>
    /// <param name="task">The question the classes answer.</param>
    /// <param name="size">Side of every image.</param>
    /// <param name="objectIds">One unique name an object.</param>
    /// <param name="classes">One class index an object.</param>
    /// <param name="read">Reads an image of <c>3 * size * size</c> values by its place in the set; called from several threads.</param>
    /// <param name="skipped">Images that could not be read.</param>
    /// <param name="readers">Threads to read with.</param>
    internal GalaxySet(
        GalaxyTask task,
        int size,
        IReadOnlyList<string> objectIds,
        IReadOnlyList<int> classes,
        Func<int, float[]> read,
        IReadOnlyList<string> skipped,
        int readers)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(objectIds);
        ArgumentNullException.ThrowIfNull(classes);
        if (objectIds.Count != classes.Count)
        {
            throw new ArgumentException(
                $"GalaxySet: {objectIds.Count} ids and {classes.Count} classes were given; each object needs one of each.", nameof(classes));
        }

        (Task, Size, ObjectIds, Classes, Skipped, _read, Readers) = (task, size, objectIds, classes, skipped, read, readers);
    }

    /// <summary>The question the classes answer.</summary>
    public GalaxyTask Task { get; }

    /// <summary>Side of every image in pixels.</summary>
    public int Size { get; }

    /// <summary>Values of one image: <c>3 * Size * Size</c>.</summary>
    public int Length => 3 * Size * Size;

    /// <summary>Number of objects.</summary>
    public int Count => ObjectIds.Count;

    /// <summary>The objects' unique names.</summary>
    public IReadOnlyList<string> ObjectIds { get; }

    /// <summary>The objects' classes, as indices into <see cref="GalaxyTask.Classes"/>.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>The objects' fractions of votes, in the order of <see cref="GalaxyTask.OutputNames"/>; null where the task is about
    /// classes.</summary>
    public IReadOnlyList<float[]>? Votes { get; init; }

    /// <summary>Images that were labelled for the task and could not be read.</summary>
    public IReadOnlyList<string> Skipped { get; }

    /// <summary>Whether the images are in memory.</summary>
    public bool InMemory => Readers == 0;

    /// <summary>How many objects each class has.</summary>
    public IReadOnlyList<int> ClassCounts => [.. Task.Classes.Select((_, index) => Classes.Count(c => c == index))];

    /// <summary>Threads that read images, 0 where they are in memory.</summary>
    internal int Readers { get; }

    /// <summary>One image: planes red, green, blue, values in [0, 1]. Shape [3, Size, Size].</summary>
    public ReadOnlySpan<float> Image(int index) => _read(index);

    /// <summary>Streams batches of images, read ahead of the one that is asked for.</summary>
    /// <param name="batches">The numbers of the images of each batch.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public StreamingLoader<PixelBatch> Stream(IReadOnlyList<int[]> batches, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(batches);
        var options = new LoaderOptions { Threads = Math.Max(1, Readers), Ahead = Math.Max(1, Readers) + 1, BadPercentAllowed = 0 };
        return new(Task.Name, SampleOrder.Sequential(batches.Count), i => Batch(batches[(int)i]), options, cancellation);
    }

    /// <summary>SHA-256, in hexadecimal, of some objects in their order: id, class and pixels.</summary>
    /// <param name="indices">The objects.</param>
    public string Checksum(IEnumerable<int> indices)
    {
        int[] order = [.. indices];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var loader = Stream([.. order.Select(i => new[] { i })], CancellationToken.None);
        foreach (var (place, _, image) in loader.TakeAll())
        {
            var i = order[place];
            hash.AppendData(Encoding.UTF8.GetBytes($"{ObjectIds[i]}\n{Classes[i]}\n"));
            hash.AppendData(MemoryMarshal.AsBytes((Votes?[i] ?? []).AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(image.Values));
            image.Dispose();
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Copies the images of a batch one after another. Shape of the batch: [indices, 3, Size, Size].</summary>
    /// <param name="indices">The objects of the batch.</param>
    /// <param name="batch">At least <c>indices.Length * Length</c> values.</param>
    public void CopyBatch(ReadOnlySpan<int> indices, Span<float> batch)
    {
        for (var i = 0; i < indices.Length; i++)
            Image(indices[i]).CopyTo(batch.Slice(i * Length, Length));
    }

    private PixelBatch Batch(int[] indices)
    {
        var batch = new PixelBatch(indices.Length * Length);
        CopyBatch(indices, batch.Values);
        return batch;
    }

    private static Func<int, float[]> Kept(IReadOnlyList<float[]> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        float[][] kept = [.. images];
        return index => kept[index];
    }
}
