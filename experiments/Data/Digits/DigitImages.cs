using GCnn.Data;

namespace GCnn.Experiments.Data.Digits;

/// <summary>Small grey images of eight bits, each with a class: MNIST, Fashion-MNIST.</summary>
/// <param name="Side">Rows and columns of an image.</param>
/// <param name="Pixels">Shape [Count, Side, Side].</param>
/// <param name="Labels">The classes.</param>
public sealed record DigitImages(int Side, byte[] Pixels, byte[] Labels)
{
    /// <summary>How many there are.</summary>
    public int Count => Labels.Length;

    /// <summary>One image, row by row.</summary>
    /// <param name="index">Its number.</param>
    public ReadOnlySpan<byte> Image(int index) => Pixels.AsSpan(index * Side * Side, Side * Side);

    /// <summary>Reads one idx file of images with that of its labels beside it.</summary>
    /// <param name="path">The images.</param>
    /// <exception cref="DataException">The files cannot be read, or are not square grey images with a class each.</exception>
    public static DigitImages Read(string path)
    {
        using var source = ImageSource.Open(path, SourceOptions.Default);
        NumberTable labels = source.ReadLabels() is { Width: 1 } table
            ? table
            : throw new DataException($"'{path}' has no file of labels beside it, with one class for each image; put it there.");
        Planes first = Image(source, 0);
        if (first.Channels != 1 || first.Height != first.Width)
        {
            throw new DataException(
                $"'{path}' has images of {first.Channels} x {first.Height} x {first.Width}; digits are square and have one channel.");
        }

        var pixels = new byte[source.Count * first.Values.Length];
        for (int i = 0; i < source.Count; i++)
        {
            Bytes(Image(source, i).Values, pixels.AsSpan(i * first.Values.Length, first.Values.Length));
        }

        return new DigitImages(first.Height, pixels, [.. labels.Values.Select(value => (byte)value)]);
    }

    /// <summary>These, then others.</summary>
    /// <param name="others">The others.</param>
    /// <exception cref="DataException">They are of another size.</exception>
    public DigitImages Then(DigitImages others) => (others ?? throw new ArgumentNullException(nameof(others))).Side == Side
        ? new DigitImages(Side, [.. Pixels, .. others.Pixels], [.. Labels, .. others.Labels])
        : throw new DataException(
            $"The digits to train with are {Side} pixels wide and those to test with {others.Side}; give files of one set.");

    /// <summary>Whether both hold the same images and classes.</summary>
    public bool Equals(DigitImages? other) => other is not null && other.Side == Side
        && other.Pixels.AsSpan().SequenceEqual(Pixels) && other.Labels.AsSpan().SequenceEqual(Labels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Side, Count);

    private static Planes Image(ImageSource source, int index)
    {
        try
        {
            return source.Read(index);
        }
        catch (SampleException bad)
        {
            throw new DataException(bad.Message, bad);
        }
    }

    // What was read as [0, 1] was a byte, and is it again.
    private static void Bytes(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)MathF.Round(255 * values[i]);
        }
    }
}
