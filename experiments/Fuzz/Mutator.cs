using System.Buffers.Binary;
using GCnn.Augment;

namespace GCnn.Experiments.Fuzz;

/// <summary>Spoils a valid file at random: a few changes, each of one kind, drawn from one stream.</summary>
internal sealed class Mutator(SampleStream stream, bool isText)
{
    private const int MostChanges = 6;
    private const int MostBlock = 64;

    // Where formats keep their lengths and counts.
    private const int Head = 256;

    private static readonly long[] Telling =
    [
        0, 1, -1, 2, 7, 16, 127, 128, 255, 256, 32_767, 32_768, 65_535, 65_536, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 32,
        1L << 40, long.MaxValue, long.MinValue, 0x4141_4141,
    ];

    /// <summary>Another file.</summary>
    /// <param name="valid">The valid one, which stays as it is.</param>
    public byte[] Mutate(byte[] valid)
    {
        byte[] file = [.. valid];
        for (int changes = 1 + stream.NextIndex(MostChanges); changes > 0 && file.Length > 0; changes--)
        {
            file = Changed(file);
        }

        return file;
    }

    private byte[] Changed(byte[] file) => stream.NextIndex(isText ? 12 : 8) switch
    {
        0 or 1 => FlipBit(file),
        2 => SetByte(file),
        3 => Truncate(file),
        4 => CopyBlock(file),
        5 => Resize(file),
        6 or 7 => SetNumber(file),
        _ => SetLetter(file),
    };

    /// <summary>A place in the file; every other time near its beginning.</summary>
    private int Place(byte[] file) => stream.NextIndex(stream.NextBool() ? Math.Min(Head, file.Length) : file.Length);

    private byte[] FlipBit(byte[] file)
    {
        file[Place(file)] ^= (byte)(1 << stream.NextIndex(8));
        return file;
    }

    private byte[] SetByte(byte[] file)
    {
        file[Place(file)] = (byte)stream.NextBits();
        return file;
    }

    private byte[] Truncate(byte[] file) => stream.NextIndex(4) == 0 ? file[..stream.NextIndex(file.Length)] : FlipBit(file);

    private byte[] CopyBlock(byte[] file)
    {
        int length = 1 + stream.NextIndex(Math.Min(MostBlock, file.Length));
        file.AsSpan(stream.NextIndex(file.Length - length + 1), length).CopyTo(file.AsSpan(stream.NextIndex(file.Length - length + 1)));
        return file;
    }

    /// <summary>Puts a few bytes in, or takes them out.</summary>
    private byte[] Resize(byte[] file)
    {
        int at = Place(file);
        int length = Math.Min(1 + stream.NextIndex(MostBlock), file.Length - at);
        return stream.NextBool() ? [.. file[..at], .. file[(at + length)..]] : [.. file[..(at + length)], .. file[at..]];
    }

    /// <summary>Writes a number that is known to make trouble, of 2, 4 or 8 bytes in either order, or changes the one that is there by
    /// 1.</summary>
    private byte[] SetNumber(byte[] file)
    {
        int size = 2 << stream.NextIndex(3);
        if (file.Length < size)
        {
            return FlipBit(file);
        }

        int at = Math.Min(Place(file), file.Length - size);
        long number = Telling[stream.NextIndex(Telling.Length)];
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        if (stream.NextBool())
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            bytes[..size].CopyTo(file.AsSpan(at));
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            bytes[^size..].CopyTo(file.AsSpan(at));
        }

        return file;
    }

    private byte[] SetLetter(byte[] file)
    {
        ReadOnlySpan<byte> letters = "0123456789-+.,;:'\"()[]{}=/ TFEA\n\r\0\t"u8;
        file[Place(file)] = letters[stream.NextIndex(letters.Length)];
        return file;
    }
}
