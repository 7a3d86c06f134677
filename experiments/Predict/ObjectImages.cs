using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Data.Sky;
using GCnn.Experiments.Galaxy;
using GCnn.Images;

namespace GCnn.Experiments.Predict;

/// <summary>The images to be predicted, as a net sees them, and the objects that they are of; read one at a time.</summary>
internal sealed class ObjectImages : IDisposable
{
    // Of a file, so much of its beginning and of its end is part of the data's identity.
    private const int LookedAt = 1 << 20;

    private readonly ImageSource _images;
    private readonly ObjectIds _ids;
    private readonly CentreResize _resize;
    private readonly int _size;

    private ObjectImages(ImageSource images, ObjectIds ids, int size) =>
        (_images, _ids, _size, _resize) = (images, ids, size, GalaxyData.Resize(size));

    /// <summary>How many there are.</summary>
    public long Count => _images.Count;

    /// <summary>Where they are from.</summary>
    public string Location => _images.Location;

    /// <summary>Their format.</summary>
    public string Format => _images.Format;

    /// <summary>Values of one image.</summary>
    public int Length => 3 * _size * _size;

    /// <summary>Opens images.</summary>
    /// <param name="options">Where they are.</param>
    /// <param name="size">Side of what the net sees.</param>
    /// <exception cref="DataException">They cannot be used as a whole.</exception>
    /// <exception cref="UsageException">They make no sense.</exception>
    public static ObjectImages Open(PredictOptions options, int size)
    {
        ImageSource images = (ImageSource?)SyntheticImages.Named(options.Data, options.Seed)
            ?? ImageSource.Open(options.Data, options.Source);
        try
        {
            return new ObjectImages(images, ObjectIds.Of(images, options.Labels, options.Columns), size);
        }
        catch
        {
            images.Dispose();
            throw;
        }
    }

    /// <summary>The object that an image is of; an image that a table of labels does not have goes by its own name.</summary>
    /// <param name="number">The image's number.</param>
    public string IdOf(long number) => _ids[number] ?? _images.IdOf(number);

    /// <summary>Reads an image as in training: stretched, resized, its centre. Safe from several threads.</summary>
    /// <param name="number">The image's number.</param>
    /// <returns>Shape [3, size, size].</returns>
    /// <exception cref="SampleException">The image cannot be used.</exception>
    public float[] Read(long number) => StoredImage.Read(_images, number, _resize, _size);

    /// <summary>What the images are, so that a run goes on with the same ones only: their format and number, a checksum of the objects in
    /// their order and, of a file, its length and a checksum of its first and last mebibyte.</summary>
    /// <param name="cancellation">Stops it.</param>
    public JsonObject Identity(CancellationToken cancellation)
    {
        using var ids = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long i = 0; i < Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            ids.AppendData(Encoding.UTF8.GetBytes(IdOf(i) + '\n'));
        }

        return new JsonObject
        {
            ["format"] = Format,
            ["images"] = Count,
            ["objects"] = Convert.ToHexStringLower(ids.GetHashAndReset()),
            ["file"] = File.Exists(Location) ? ChecksumOfEnds(Location) : null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _images.Dispose();

    private static string ChecksumOfEnds(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[LookedAt];
        BinaryPrimitives.WriteInt64LittleEndian(buffer, file.Length);
        hash.AppendData(buffer.AsSpan(0, sizeof(long)));
        foreach (long start in (long[])[0, Math.Max(0, file.Length - LookedAt)])
        {
            file.Position = start;
            hash.AppendData(buffer.AsSpan(0, file.ReadAtLeast(buffer, LookedAt, throwOnEndOfStream: false)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
