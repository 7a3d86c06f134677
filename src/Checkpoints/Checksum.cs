using System.Security.Cryptography;
using System.Text;

namespace GCnn.Checkpoints;

/// <summary>The SHA-256 of a file, which stands in the file itself: while it is computed its digits are zeros.</summary>
internal static class Checksum
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes($"\"{SafeTensorsHeader.ChecksumName}\":\"");

    /// <summary>Puts the digits into a header that was written with zeros and begins with its metadata, these with it.</summary>
    public static void Fill(Span<byte> header, IncrementalHash hash) =>
        Encoding.ASCII.GetBytes(Digits(hash), header[(header.IndexOf(Key) + Key.Length)..]);

    /// <summary>The digits of what has been hashed.</summary>
    public static string Digits(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
