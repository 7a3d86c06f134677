using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace GCnn.Data;

/// <summary>The header of an NPY file, versions 1.0 to 3.0: after the magic and the version the length of a text, and a Python dictionary
/// of three entries. It is read by a small parser that knows nothing else of Python; arrays of objects, which are pickles, are
/// refused.</summary>
internal static class NpyHeader
{
    private const int MaximumText = 1 << 16;
    private const int PrefixLength = 12;

    /// <summary>The first bytes of every NPY file.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the header at the beginning of a file.</summary>
    /// <exception cref="InvalidDataException">It is none, or of an array that is not read; a clause with the file as its
    /// subject.</exception>
    public static ArrayFile Read(SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        var prefix = new byte[(int)Math.Min(length, PrefixLength)];
        ArrayFile.ReadExactly(file, prefix, 0);
        var (start, text) = Place(prefix);
        if (start + text > length)
            throw new InvalidDataException($"is {length} bytes long; its header alone should have {start + text}");
        var bytes = new byte[text];
        ArrayFile.ReadExactly(file, bytes, start);
        return Parse(bytes, start + text);
    }

    /// <summary>Where the text begins, and its length.</summary>
    internal static (int Start, int Length) Place(ReadOnlySpan<byte> prefix)
    {
        if (prefix.Length < PrefixLength || !prefix.StartsWith(Magic))
            throw new InvalidDataException("is cut short, or no NPY file: it lacks the first bytes of one");
        var version = prefix[6];
        if (version is < 1 or > 3 || prefix[7] != 0)
            throw new InvalidDataException($"is an NPY file of version {version}.{prefix[7]}; 1.0, 2.0 and 3.0 are read");
        var (start, length) = version == 1
            ? (10, BinaryPrimitives.ReadUInt16LittleEndian(prefix[8..]))
            : (12, BinaryPrimitives.ReadUInt32LittleEndian(prefix[8..]));
        return length <= MaximumText
            ? (start, (int)length)
            : throw new InvalidDataException($"has an NPY header of {length} bytes; at most {MaximumText} are read");
    }

    /// <summary>Reads the text.</summary>
    internal static ArrayFile Parse(ReadOnlySpan<byte> text, long dataStart)
    {
        var fields = NpyDictionary.Parse(Encoding.Latin1.GetString(text));
        if (fields.FortranOrder)
        {
            throw new InvalidDataException("has its array in Fortran order, in which no image stands in one piece; "
                + "save numpy.ascontiguousarray(...) of it");
        }

        return new(fields.Shape, NumbersOf(fields.Description), dataStart);
    }

    private static NumberFormat NumbersOf(string description)
    {
        if (description.EndsWith('O'))
            throw new InvalidDataException("holds Python objects (a pickle), which are never read; save numbers");
        var isOrdered = description.Length > 1 && "<>|=".Contains(description[0], StringComparison.Ordinal);
        NumberKind? kind = (isOrdered ? description[1..] : "") switch
        {
            "b1" => NumberKind.Boolean,
            "u1" => NumberKind.UInt8,
            "i1" => NumberKind.Int8,
            "u2" => NumberKind.UInt16,
            "i2" => NumberKind.Int16,
            "u4" => NumberKind.UInt32,
            "i4" => NumberKind.Int32,
            "u8" => NumberKind.UInt64,
            "i8" => NumberKind.Int64,
            "f2" => NumberKind.Float16,
            "f4" => NumberKind.Float32,
            "f8" => NumberKind.Float64,
            _ => null,
        };
        return kind is { } known
            ? new(known, description[0] == '>')
            : throw new InvalidDataException($"has numbers of the type '{description}'; whole and floating-point numbers of 1 to 8 "
                + "bytes are read");
    }
}
