namespace GCnn.Data;

/// <summary>The first bytes of a file, from which its format is told.</summary>
internal static class Beginning
{
    private const int Length = 16;

    /// <summary>Sixteen bytes, with zeros where the file has fewer.</summary>
    /// <exception cref="InvalidDataException">It has none; a clause with the file as its subject.</exception>
    public static ReadOnlySpan<byte> Of(string path)
    {
        // A pipe or a device says that it has no bytes; opening one could wait for ever.
        if (new FileInfo(path).Length == 0)
            throw new InvalidDataException("is empty (0 bytes)");
        using var file = File.OpenRead(path);
        var start = new byte[Length];
        _ = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start;
    }
}
