using System.Text;

namespace TorchSharp;

/// <summary>
/// TorchSharp's coding of counts and names. Non-negative integers in as few bytes as they need: seven bits a byte, low ones first, the
/// top bit for "more follows".
/// </summary>
internal static class Leb128
{
    private const int LongestText = 4096;

    internal static void WriteLeb128(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value > 0x7f; value >>= 7) writer.Write((byte)(value | 0x80));
        writer.Write((byte)value);
    }

    internal static long ReadLeb128(this BinaryReader reader)
    {
        long value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = reader.ReadByte();
            value |= (long)(part & 0x7f) << shift;
            if (part < 0x80) return value;
        }

        throw new InvalidDataException("A number has more than 63 bits.");
    }

    /// <summary>
    /// What <see cref="BinaryWriter.Write(string)"/> wrote; a length that no name has is refused before memory is taken for it.
    /// </summary>
    internal static string ReadText(this BinaryReader reader)
    {
        var length = reader.ReadLeb128();
        if (length > LongestText) throw new InvalidDataException($"A name claims {length} bytes.");
        Span<byte> bytes = stackalloc byte[(int)length];
        reader.BaseStream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
