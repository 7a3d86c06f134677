using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace GCnn.Data;

/// <summary>The header of an IDX file, the form of MNIST: two zero bytes, the type of the numbers, the number of axes, and each axis, all
/// with the highest byte first [LeCun1998].</summary>
internal static class IdxHeader
{
    private const int MaximumAxes = 4;

    /// <summary>Whether a file begins like one.</summary>
    public static bool Begins(ReadOnlySpan<byte> start) =>
        start is [0, 0, var type, >= 1, ..] && KindOf(type) is not null;

    /// <summary>Reads the header at the beginning of a file.</summary>
    /// <exception cref="InvalidDataException">It is none; a clause with the file as its subject.</exception>
    public static ArrayFile Read(SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        Span<byte> magic = stackalloc byte[4];
        if (length >= magic.Length)
            ArrayFile.ReadExactly(file, magic, 0);
        if (!Begins(magic))
            throw new InvalidDataException($"is no IDX file: it begins with {Convert.ToHexString(magic)}, where 00000801 or 00000803 "
                + "may stand");
        var axes = magic[3];
        if (axes > MaximumAxes || length < 4 + (4 * axes))
            throw new InvalidDataException($"declares {axes} axes in {length} bytes; an IDX file of images or labels has 1 to "
                + $"{MaximumAxes}");
        var sizes = new byte[4 * axes];
        ArrayFile.ReadExactly(file, sizes, magic.Length);
        long[] shape = [.. Enumerable.Range(0, axes).Select(i => (long)BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4 * i)))];
        return new(shape, new(KindOf(magic[2])!.Value, BigEndian: true), magic.Length + sizes.Length);
    }

    private static NumberKind? KindOf(byte type) => type switch
    {
        0x08 => NumberKind.UInt8,
        0x09 => NumberKind.Int8,
        0x0B => NumberKind.Int16,
        0x0C => NumberKind.Int32,
        0x0D => NumberKind.Float32,
        0x0E => NumberKind.Float64,
        _ => null,
    };
}
