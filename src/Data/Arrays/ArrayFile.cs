using Microsoft.Win32.SafeHandles;

namespace GCnn.Data;

/// <summary>An array that stands in one piece in a file.</summary>
/// <param name="Shape">Its axes.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="Start">Where in the file it begins.</param>
internal sealed record ArrayFile(IReadOnlyList<long> Shape, NumberFormat Numbers, long Start)
{
    /// <summary>Bytes of the whole file, by its header.</summary>
    public long Length { get; } = Start + BytesOf(Shape, Numbers);

    /// <summary>The shape as it is written: (60000, 28, 28).</summary>
    public string ShapeText => $"({string.Join(", ", Shape)})";

    /// <summary>Refuses a file that has not the length that its header declares.</summary>
    /// <exception cref="InvalidDataException">It is longer or shorter; a clause with the file as its subject.</exception>
    public void Require(long length)
    {
        if (length != Length)
        {
            throw new InvalidDataException($"is {length} bytes long; its header declares an array of the shape {ShapeText}, "
                + $"which makes {Length} bytes{(length < Length ? "; it is cut short or its header is wrong" : "")}");
        }
    }

    /// <summary>All numbers, as labels: one row for each entry of the first axis.</summary>
    /// <exception cref="InvalidDataException">It has another number of axes or rows; a clause with the file as its subject.</exception>
    public NumberTable ReadTable(SafeFileHandle file, long rows)
    {
        Require(RandomAccess.GetLength(file));
        RequireRows(rows);
        var bytes = new byte[(int)(Length - Start)];
        ReadExactly(file, bytes, Start);
        var values = new double[bytes.Length / Numbers.Size];
        for (var i = 0; i < values.Length; i++)
            values[i] = Numbers.ReadOne(bytes.AsSpan(i * Numbers.Size));
        return new((int)rows, values.Length / (int)rows, values);
    }

    /// <summary>Refuses an array that cannot be the labels of so many images.</summary>
    public void RequireRows(long rows)
    {
        if (Shape.Count is not (1 or 2) || Shape[0] != rows || Length - Start is 0 or > 1 << 30)
        {
            throw new InvalidDataException($"has labels of the shape {ShapeText} for {rows} images; "
                + "one number or one row of numbers for each is needed");
        }
    }

    /// <summary>Fills a span from a file.</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public static void ReadExactly(SafeFileHandle file, Span<byte> bytes, long at)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(file, bytes, at);
            if (read == 0)
                throw new InvalidDataException("is cut short: the file ended before it");
            bytes = bytes[read..];
            at += read;
        }
    }

    private static long BytesOf(IReadOnlyList<long> shape, NumberFormat numbers)
    {
        Int128 bytes = numbers.Size;
        foreach (var axis in shape)
        {
            bytes *= axis;
            if (bytes > long.MaxValue / 2)
                throw new InvalidDataException($"declares an array of the shape ({string.Join(", ", shape)}), which no file can hold");
        }

        return (long)bytes;
    }
}
