using System.Buffers.Binary;
using System.IO.Compression;

namespace GCnn.Data.Tests;

/// <summary>Zips, honest and not.</summary>
internal static class ZipBytes
{
    /// <summary>Makes a zip of files.</summary>
    public static string Make(Place place, string name, params (string Name, byte[] Content)[] files)
    {
        using (var zip = ZipFile.Open(place[name], ZipArchiveMode.Create))
        {
            foreach (var (file, content) in files)
            {
                using var stream = zip.CreateEntry(file).Open();
                stream.Write(content);
            }
        }

        return place[name];
    }

    /// <summary>Rewrites the unpacked size of every entry in the zip's central directory.</summary>
    public static string WithDeclaredSize(string zip, uint size) =>
        InDirectory(zip, entry => BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], size));

    /// <summary>Says of every entry, there and before it, that it is encrypted.</summary>
    public static string Encrypted(string zip)
    {
        InDirectory(zip, entry => entry[8] |= 1);
        return At(zip, "PK\u0003\u0004"u8, entry => entry[6] |= 1);
    }

    /// <summary>Says of every entry that it is a symbolic link made on Unix.</summary>
    public static string Linked(string zip) => InDirectory(zip, entry =>
    {
        entry[5] = 3;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[38..], 0xA1FFu << 16);
    });

    /// <summary>Changes each entry of the central directory.</summary>
    public static string InDirectory(string zip, EntryChange change) => At(zip, "PK\u0001\u0002"u8, change);

    public delegate void EntryChange(Span<byte> entry);

    private static string At(string zip, ReadOnlySpan<byte> mark, EntryChange change)
    {
        var bytes = File.ReadAllBytes(zip);
        for (var at = 0; at + 30 < bytes.Length; at++)
        {
            if (bytes.AsSpan(at).StartsWith(mark))
                change(bytes.AsSpan(at));
        }

        File.WriteAllBytes(zip, bytes);
        return zip;
    }
}
