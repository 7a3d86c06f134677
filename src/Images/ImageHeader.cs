using System.Buffers.Binary;

namespace GCnn.Images;

/// <summary>The file formats the codec reads.</summary>
internal enum ImageFormat
{
    Jpeg,
    Png,
}

/// <summary>Format and size as a file's first bytes declare them: read before anything is decoded or allocated.</summary>
internal readonly record struct ImageHeader(ImageFormat Format, int Width, int Height)
{
    /// <summary>Longest side accepted, in pixels.</summary>
    public const int MaximumSide = 16_384;

    /// <summary>Most pixels accepted.</summary>
    public const int MaximumPixels = 64_000_000;

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8];

    /// <summary>Reads the header and refuses what no decoder should be given.</summary>
    public static ImageHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            throw new ImageException("is empty (0 bytes)");
        if (file.StartsWith(PngStart))
            return Checked(ReadPng(file));
        if (file.StartsWith(JpegStart))
            return Checked(ReadJpeg(file));
        throw new ImageException($"is neither JPEG nor PNG (it starts with {Convert.ToHexString(file[..Math.Min(4, file.Length)])}, "
            + "whatever its name says)");
    }

    private static ImageHeader Checked(ImageHeader header)
    {
        var (_, width, height) = header;
        if (width <= 0 || height <= 0)
            throw new ImageException("declares a size of zero pixels");
        if (width > MaximumSide || height > MaximumSide || (long)width * height > MaximumPixels)
        {
            throw new ImageException($"declares {width}x{height} pixels; at most {MaximumSide} a side and "
                + $"{MaximumPixels / 1_000_000} million in all are read");
        }

        return header;
    }

    private static ImageHeader ReadPng(ReadOnlySpan<byte> file)
    {
        if (file.Length < 24 || !file[12..16].SequenceEqual("IHDR"u8))
            throw new ImageException("is a PNG cut short before its size");
        var width = BinaryPrimitives.ReadUInt32BigEndian(file[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(file[20..]);
        return new(ImageFormat.Png, (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
    }

    /// <summary>Walks the segments up to the frame header, as libjpeg does: bytes before a 0xFF are skipped, any number of 0xFF may stand
    /// before a marker, and markers without a body are passed over.</summary>
    private static ImageHeader ReadJpeg(ReadOnlySpan<byte> file)
    {
        var position = JpegStart.Length;
        while (NextMarker(file, ref position) is { } marker && position + 2 <= file.Length)
        {
            if (HasNoBody(marker))
                continue;
            if (IsFrame(marker) && position + 7 <= file.Length)
            {
                return new(ImageFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(file[(position + 5)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(file[(position + 3)..]));
            }

            position += BinaryPrimitives.ReadUInt16BigEndian(file[position..]);
        }

        throw new ImageException("is a JPEG cut short before its size");
    }

    private static byte? NextMarker(ReadOnlySpan<byte> file, ref int position)
    {
        while (position < file.Length)
        {
            while (position < file.Length && file[position] != 0xFF)
                position++;
            while (position < file.Length && file[position] == 0xFF)
                position++;
            if (position < file.Length && file[position++] is var marker and not 0)
                return marker;
        }

        return null;
    }

    private static bool HasNoBody(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
