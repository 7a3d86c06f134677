using System.Buffers.Binary;
using GCnn.Data;

namespace GCnn.Experiments.Data.Digits;

/// <summary>Writes idx files, the format of MNIST: two zero bytes, the type of the numbers, the number of axes, their lengths, the numbers;
/// the highest byte first. Source: [LeCun1998].</summary>
public static class IdxWriter
{
    private const byte UnsignedBytes = 0x08;
    private const byte Integers = 0x0C;
    private const byte Floats = 0x0D;

    /// <summary>Writes bytes.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="values">The numbers, in row-major order.</param>
    /// <param name="shape">The lengths of the axes.</param>
    public static void Write(string path, ReadOnlyMemory<byte> values, params int[] shape) => Write(path, UnsignedBytes, values, shape);

    /// <summary>Writes numbers of single precision.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="values">The numbers, in row-major order.</param>
    /// <param name="shape">The lengths of the axes.</param>
    public static void Write(string path, IEnumerable<float> values, params int[] shape) =>
        Write(path, Floats, Words(values.Select(BitConverter.SingleToInt32Bits)), shape);

    /// <summary>Writes whole numbers.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="values">The numbers, in row-major order.</param>
    /// <param name="shape">The lengths of the axes.</param>
    public static void Write(string path, IEnumerable<int> values, params int[] shape) => Write(path, Integers, Words(values), shape);

    private static void Write(string path, byte type, ReadOnlyMemory<byte> values, int[] shape) => AtomicFile.Write(path, stream =>
    {
        stream.Write([0, 0, type, (byte)shape.Length]);
        stream.Write(Words(shape));
        stream.Write(values.Span);
    });

    private static byte[] Words(IEnumerable<int> values)
    {
        int[] words = [.. values];
        var bytes = new byte[words.Length * sizeof(int)];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * sizeof(int)), words[i]);
        }

        return bytes;
    }
}
