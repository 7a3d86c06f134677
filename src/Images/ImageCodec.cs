using System.Runtime.InteropServices;

namespace GCnn.Images;

/// <summary>JPEG and PNG, through libgd.</summary>
public static class ImageCodec
{
    /// <summary>Decodes a JPEG or PNG file, told apart by its first bytes and never by its name. The size is checked from the header before
    /// anything is decoded; a JPEG that libjpeg would only warn about is refused. Transparency is dropped.</summary>
    /// <exception cref="ImageException">Not JPEG or PNG, empty, too large, cut short or corrupt.</exception>
    /// <exception cref="DllNotFoundException">libgd is not installed; the message says how to install it.</exception>
    public static RgbImage Decode(ReadOnlySpan<byte> file)
    {
        var header = ImageHeader.Read(file);
        Gd.Require();
        GdComplaints.Clear();
        var isJpeg = header.Format == ImageFormat.Jpeg;
        using var decoded = isJpeg ? Gd.DecodeJpeg(file.Length, file, ignoreWarning: 0) : Gd.DecodePng(file.Length, file);
        var complaint = GdComplaints.First();

        // A PNG carries checksums: what libpng warns about and still decodes is whole. A JPEG does not: a warning means guessed pixels.
        return decoded.IsInvalid || (isJpeg && complaint is not null)
            ? throw new ImageException($"is cut short or corrupt ({complaint ?? $"{file.Length} bytes"})")
            : decoded.ToImage(header.Width, header.Height);
    }

    /// <summary>The size that a JPEG or PNG file declares, read from its header; nothing is decoded.</summary>
    /// <exception cref="ImageException">Not JPEG or PNG, empty, too large, or cut short before its size.</exception>
    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> file)
    {
        var (_, width, height) = ImageHeader.Read(file);
        return (width, height);
    }

    /// <summary>Encodes an image as PNG, without loss.</summary>
    /// <exception cref="DllNotFoundException">libgd is not installed.</exception>
    public static byte[] EncodePng(RgbImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        using var native = GdImageHandle.From(image);
        return Take(Gd.EncodePng(native, out var size), size);
    }

    /// <summary>Encodes an image as JPEG of a quality from 1 to 100.</summary>
    /// <exception cref="DllNotFoundException">libgd is not installed.</exception>
    public static byte[] EncodeJpeg(RgbImage image, int quality = 90)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Clamp(quality, 1, 100), quality);
        using var native = GdImageHandle.From(image);
        return Take(Gd.EncodeJpeg(native, out var size, quality), size);
    }

    private static byte[] Take(nint memory, int size)
    {
        if (memory == 0)
            throw new InvalidOperationException("libgd could not encode the image; is there memory for it?");
        var bytes = new byte[size];
        Marshal.Copy(memory, bytes, 0, size);
        Gd.Free(memory);
        return bytes;
    }
}
