using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace GCnn.Data;

/// <summary>Compressed arrays cannot be read from their middle. They are unpacked once into a file of the temporary folder that has no
/// name in it for anybody else and is gone when it is closed, so that memory stays flat.</summary>
internal static class Unpacked
{
    // Deflate packs at most 258 bytes into two bits; nothing honest goes beyond 1,032 to 1.
    public const long MaximumRatio = 1_032;
    private const int BufferLength = 1 << 16;
    private const int MinimumLength = 1 << 20;
    private const int TrailerLength = 8;

    /// <summary>The first bytes of a gzip file.</summary>
    public static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    /// <summary>Most bytes that a number of packed ones may become.</summary>
    public static long Most(long packed, SourceOptions options) =>
        Math.Min(options.MaximumUnpackedBytes, Math.Max(MinimumLength, Math.Min(packed, long.MaxValue / MaximumRatio) * MaximumRatio));

    /// <summary>Unpacks a gzip file.</summary>
    /// <returns>The path of a file that the caller deletes.</returns>
    /// <exception cref="InvalidDataException">It is damaged or unpacks to too much; a clause with the file as its subject.</exception>
    public static string Gzip(string path, SourceOptions options)
    {
        using var packed = File.OpenRead(path);
        using var stream = new GZipStream(packed, CompressionMode.Decompress);
        var most = Most(packed.Length, options);
        var made = TemporaryPath();
        try
        {
            using var file = File.OpenHandle(made, FileMode.CreateNew, FileAccess.Write);
            var (length, checksum) = Copy(() => stream, file, most, "is a damaged gzip file");
            if (length > most)
                throw new InvalidDataException($"is a gzip file that unpacks to more than {most} bytes");
            RequireTrailer(path, length, checksum);
            return made;
        }
        catch
        {
            File.Delete(made);
            throw;
        }
    }

    /// <summary>Unpacks an entry of a zip, whose length and checksum must be those that the zip declares.</summary>
    /// <returns>A file that is deleted when it is closed.</returns>
    /// <exception cref="InvalidDataException">It is damaged or too long; a clause with the zip as its subject.</exception>
    public static SafeFileHandle Entry(ZipArchiveEntry entry, SourceOptions options)
    {
        if (entry.IsEncrypted)
            throw new InvalidDataException($"has '{entry.FullName}' encrypted; save it without a password");
        if (entry.Length > Most(entry.CompressedLength, options))
        {
            throw new InvalidDataException($"declares '{entry.FullName}' to unpack from {entry.CompressedLength} bytes to {entry.Length}; "
                + $"at most {Most(entry.CompressedLength, options)} are unpacked (SourceOptions.MaximumUnpackedBytes)");
        }

        var file = File.OpenHandle(
            TemporaryPath(), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None,
            FileOptions.DeleteOnClose | FileOptions.RandomAccess);
        try
        {
            var (length, checksum) = Copy(entry.Open, file, entry.Length, $"has '{entry.FullName}' damaged");
            return length == entry.Length && checksum == entry.Crc32
                ? file
                : throw new InvalidDataException($"has '{entry.FullName}' damaged: its length or checksum is not the one that the zip "
                    + "declares");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether some bytes are a whole gzip stream of no more than so many bytes.</summary>
    public static bool IsWholeGzip(byte[] packed, long most)
    {
        var buffer = new byte[BufferLength];
        var (length, checksum) = (0L, 0u);
        try
        {
            using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            while (length <= most && stream.Read(buffer) is > 0 and var read)
                (length, checksum) = (length + read, Crc32.Append(checksum, buffer.AsSpan(0, read)));
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return length <= most && packed.Length >= TrailerLength
            && IsTrailer(packed.AsSpan(packed.Length - TrailerLength), length, checksum);
    }

    private static bool IsTrailer(ReadOnlySpan<byte> trailer, long length, uint checksum) =>
        BinaryPrimitives.ReadUInt32LittleEndian(trailer) == checksum
        && BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) == (uint)length;

    /// <summary>A gzip file ends in the checksum and the length of what is in it; the base library does not miss them.</summary>
    private static void RequireTrailer(string path, long length, uint checksum)
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        using var file = File.OpenHandle(path);
        ArrayFile.ReadExactly(file, trailer, Math.Max(0, RandomAccess.GetLength(file) - trailer.Length));
        if (!IsTrailer(trailer, length, checksum))
            throw new InvalidDataException("is a damaged gzip file (it does not end in the length and checksum of its content)");
    }

    private static string TemporaryPath() => Path.Combine(Path.GetTempPath(), $"gcnn-{Guid.NewGuid():N}.tmp");

    /// <summary>Copies a stream, and stops when it is longer than it may be.</summary>
    /// <returns>How many bytes there were, and their checksum.</returns>
    private static (long Length, uint Checksum) Copy(Func<Stream> open, SafeFileHandle to, long most, string damage)
    {
        var buffer = new byte[BufferLength];
        var (length, checksum) = (0L, 0u);
        try
        {
            using var from = open();
            while (length <= most && from.Read(buffer) is > 0 and var read)
            {
                checksum = Crc32.Append(checksum, buffer.AsSpan(0, read));
                RandomAccess.Write(to, buffer.AsSpan(0, read), length);
                length += read;
            }
        }
        catch (InvalidDataException damaged)
        {
            throw new InvalidDataException($"{damage} ({damaged.Message.TrimEnd('.')})", damaged);
        }

        return (length, checksum);
    }
}
