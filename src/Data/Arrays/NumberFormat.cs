using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GCnn.Data;

/// <summary>How numbers stand in a file: their kind, and which of their bytes is first.</summary>
internal readonly record struct NumberFormat(NumberKind Kind, bool BigEndian)
{
    /// <summary>Bytes of one number.</summary>
    public int Size => Kind switch
    {
        NumberKind.Boolean or NumberKind.UInt8 or NumberKind.Int8 => 1,
        NumberKind.UInt16 or NumberKind.Int16 or NumberKind.Float16 => 2,
        NumberKind.UInt32 or NumberKind.Int32 or NumberKind.Float32 => 4,
        _ => 8,
    };

    /// <summary>The values of an image: unsigned bytes go to [0, 1], all others stay as they are.</summary>
    public void ReadImage(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        if (Kind == NumberKind.UInt8)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = bytes[i] / 255f;
        }
        else if (Kind == NumberKind.Float32 && BigEndian != BitConverter.IsLittleEndian)
        {
            MemoryMarshal.Cast<byte, float>(bytes)[..values.Length].CopyTo(values);
        }
        else
        {
            var size = Size;
            for (var i = 0; i < values.Length; i++)
                values[i] = (float)ReadOne(bytes[(i * size)..]);
        }
    }

    /// <summary>One number as it stands.</summary>
    public double ReadOne(ReadOnlySpan<byte> at) => Kind switch
    {
        NumberKind.Boolean => at[0] == 0 ? 0 : 1,
        NumberKind.UInt8 => at[0],
        NumberKind.Int8 => (sbyte)at[0],
        NumberKind.UInt16 => BigEndian ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at),
        NumberKind.Int16 => BigEndian ? BinaryPrimitives.ReadInt16BigEndian(at) : BinaryPrimitives.ReadInt16LittleEndian(at),
        NumberKind.UInt32 => BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at),
        NumberKind.Int32 => BigEndian ? BinaryPrimitives.ReadInt32BigEndian(at) : BinaryPrimitives.ReadInt32LittleEndian(at),
        NumberKind.UInt64 => BigEndian ? BinaryPrimitives.ReadUInt64BigEndian(at) : BinaryPrimitives.ReadUInt64LittleEndian(at),
        NumberKind.Int64 => BigEndian ? BinaryPrimitives.ReadInt64BigEndian(at) : BinaryPrimitives.ReadInt64LittleEndian(at),
        NumberKind.Float16 => (double)(BigEndian ? BinaryPrimitives.ReadHalfBigEndian(at) : BinaryPrimitives.ReadHalfLittleEndian(at)),
        NumberKind.Float32 => BigEndian ? BinaryPrimitives.ReadSingleBigEndian(at) : BinaryPrimitives.ReadSingleLittleEndian(at),
        NumberKind.Float64 => BigEndian ? BinaryPrimitives.ReadDoubleBigEndian(at) : BinaryPrimitives.ReadDoubleLittleEndian(at),
        _ => throw new InvalidOperationException($"{Kind} is no kind of number."),
    };
}
