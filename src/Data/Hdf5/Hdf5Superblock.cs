using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace GCnn.Data;

/// <summary>The beginning of an HDF5 file: the mark, the version, where addresses count from and how long the file is. The older versions,
/// 0 and 1, have no checksum; libhdf5 believes them, and falls over addresses beyond the file's end.</summary>
internal static class Hdf5Superblock
{
    private const int FirstBlock = 512;
    private const int Length = 48;

    private static ReadOnlySpan<byte> Magic => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Where the mark stands: at the beginning, or behind a user's block of 512, 1024, 2048, ... bytes; -1 if nowhere.</summary>
    public static long Find(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> mark = stackalloc byte[8];
        var length = RandomAccess.GetLength(file);
        for (var at = 0L; at + mark.Length <= length; at = at == 0 ? FirstBlock : 2 * at)
        {
            if (RandomAccess.Read(file, mark, at) == mark.Length && mark.SequenceEqual(Magic))
                return at;
        }

        return -1;
    }

    /// <summary>Refuses a file whose own word of its length is not its length.</summary>
    /// <exception cref="InvalidDataException">A clause with the file as its subject.</exception>
    public static void Require(string path)
    {
        var at = Find(path);
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var block = new byte[(int)Math.Min(Length, length - at)];
        ArrayFile.ReadExactly(file, block, at);
        if (block.Length < Length || block[8] > 1)
            return;

        // Version 1 has four bytes more before its addresses.
        var addresses = block.AsSpan(block[8] == 0 ? 24 : 28);
        var (sizeOfAddresses, start) = (block[13], BinaryPrimitives.ReadInt64LittleEndian(addresses));
        if (sizeOfAddresses != sizeof(long))
            throw new InvalidDataException($"is an HDF5 file with addresses of {sizeOfAddresses} bytes; those of 8 are read");
        if (start != at)
            throw new InvalidDataException($"is a broken HDF5 file: it says that it begins at byte {start}, and begins at byte {at}");
        RequireEnd(file, at + (block[8] == 0 ? 40 : 44), length);
        Hdf5Groups.Require(file, at, block[8] == 0 ? 56 : 60);
    }

    private static void RequireEnd(SafeFileHandle file, long at, long length)
    {
        Span<byte> end = stackalloc byte[sizeof(long)];
        if (at + end.Length > length)
            return;
        ArrayFile.ReadExactly(file, end, at);
        var declared = BinaryPrimitives.ReadInt64LittleEndian(end);
        if (declared != length)
            throw new InvalidDataException($"is a broken HDF5 file: it declares {declared} bytes and has {length}; it is cut short or "
                + "damaged");
    }
}
