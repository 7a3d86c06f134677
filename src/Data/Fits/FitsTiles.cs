namespace GCnn.Data;

/// <summary>Looks at tiles that are packed by gzip before cfitsio does: it would unpack one that is cut short for ever.</summary>
internal static unsafe class FitsTiles
{
    private const int NoSuchColumn = 219;
    private static readonly string[] Columns = ["GZIP_COMPRESSED_DATA", "COMPRESSED_DATA"];

    /// <summary>Refuses a packed image that has a broken gzip stream. The header is the file's present one; the library's lock is
    /// held.</summary>
    /// <exception cref="InvalidDataException">A clause with the file as its subject.</exception>
    public static void Require(nint file, FitsImage image, long fileLength)
    {
        var status = 0;
        if (Cfitsio.IsCompressed(file, ref status) == 0)
            return;
        var most = ((long)image.Channels * image.Area * sizeof(double)) + 64;
        foreach (var name in Columns)
        {
            Cfitsio.FindColumn(file, 0, name, out var column, ref status);
            if (status == NoSuchColumn)
                status = Cfitsio.Clear();
            else
                RequireColumn(file, image, column, fileLength, most, ref status);
        }
    }

    private static void RequireColumn(nint file, FitsImage image, int column, long fileLength, long most, ref int status)
    {
        var clause = $"has an image under header {image.Header} that cannot be read";
        Cfitsio.CountRows(file, out var rows, ref status);
        Cfitsio.Check(status, clause);
        for (var row = 1L; row <= rows; row++)
        {
            Cfitsio.Descriptor(file, column, row, out var length, out _, ref status);
            Cfitsio.Check(status, clause);
            if (length < 0 || length > fileLength)
                throw new InvalidDataException($"{clause}: tile {row} declares {length} packed bytes");
            var packed = new byte[length];
            var any = 0;
            if (length < 2)
                continue;
            fixed (byte* bytes = packed)
                Cfitsio.ReadBytes(file, column, row, 1, Math.Min(2, length), 0, bytes, out any, ref status);
            Cfitsio.Check(status, clause);
            if (!packed.AsSpan().StartsWith(Unpacked.GzipMagic))
                continue;
            fixed (byte* bytes = packed)
                Cfitsio.ReadBytes(file, column, row, 1, length, 0, bytes, out any, ref status);
            Cfitsio.Check(status, clause);
            if (!Unpacked.IsWholeGzip(packed, most))
                throw new InvalidDataException($"{clause}: tile {row} is a gzip stream that is cut short or damaged");
        }
    }
}
